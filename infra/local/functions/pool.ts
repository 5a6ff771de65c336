import type { Json } from "../json.ts";
import { Instance, type Launch } from "./instance.ts";
import { failure, type Outcome } from "./outcome.ts";

export type PoolLimits = {
  /** Processes of one function; each takes 65 to 80 MB. */
  instances: number;
  /** Processes that may load their bundle at the same moment. */
  starting: number;
  /** How long an event may wait for a free process. */
  queueMilliseconds: number;
  /** After this time without an event a process is ended. */
  idleMilliseconds: number;
};

export const POOL_LIMITS: PoolLimits = {
  instances: 4,
  starting: 2,
  queueMilliseconds: 30_000,
  idleMilliseconds: 5 * 60_000,
};

type Waiting = { event: Json; resolve: (outcome: Outcome) => void; timer: NodeJS.Timeout };

const STOPPED: Outcome = failure("Stopped", "The local stack has stopped");

/** The processes of one function: started when needed, one event at a time each. */
export class Pool {
  private readonly launch: () => Launch;
  private readonly limits: PoolLimits;
  private readonly all = new Set<Instance>();
  private readonly idle = new Map<Instance, NodeJS.Timeout>();
  private readonly queue: Waiting[] = [];
  private starting = 0;
  private stopped = false;

  constructor(launch: () => Launch, limits: PoolLimits = POOL_LIMITS) {
    this.launch = launch;
    this.limits = limits;
  }

  get processIds(): number[] {
    return [...this.all].flatMap((instance) => instance.pid ?? []);
  }

  invoke(event: Json): Promise<Outcome> {
    if (this.stopped) return Promise.resolve(STOPPED);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.giveUp(waiting), this.limits.queueMilliseconds);
      const waiting: Waiting = { event, resolve, timer };
      this.queue.push(waiting);
      this.dispatch();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const waiting of this.queue.splice(0)) answer(waiting, STOPPED);
    const instances = [...this.all];
    for (const instance of instances) instance.kill();
    await Promise.all(instances.map((instance) => instance.ended));
  }

  private dispatch(): void {
    for (const instance of this.idle.keys()) {
      const waiting = this.queue.shift();
      if (!waiting) break;
      this.forget(instance);
      void this.serve(instance, waiting);
    }
    while (this.needsAnother()) void this.startAnother();
  }

  private needsAnother(): boolean {
    return (
      !this.stopped &&
      this.queue.length > this.starting &&
      this.starting < this.limits.starting &&
      this.all.size < this.limits.instances
    );
  }

  private async startAnother(): Promise<void> {
    this.starting += 1;
    const instance = new Instance(this.launch());
    this.all.add(instance);
    void instance.ended.then(() => this.bury(instance));
    const started = await instance.start();
    this.starting -= 1;
    if (started.kind === "answer") {
      this.release(instance);
      return;
    }
    // One event pays for one failed start; the next event tries again.
    const waiting = this.queue.shift();
    if (waiting) answer(waiting, started);
    instance.kill();
  }

  private async serve(instance: Instance, waiting: Waiting): Promise<void> {
    clearTimeout(waiting.timer);
    const outcome = await instance.invoke(waiting.event);
    answer(waiting, outcome);
    if (instance.isUsable) this.release(instance);
  }

  private release(instance: Instance): void {
    const timer = setTimeout(() => {
      this.forget(instance);
      instance.kill();
    }, this.limits.idleMilliseconds);
    timer.unref();
    this.idle.set(instance, timer);
    this.dispatch();
  }

  private bury(instance: Instance): void {
    this.all.delete(instance);
    this.forget(instance);
    this.dispatch();
  }

  private forget(instance: Instance): void {
    clearTimeout(this.idle.get(instance));
    this.idle.delete(instance);
  }

  private giveUp(waiting: Waiting): void {
    const index = this.queue.indexOf(waiting);
    if (index < 0) return;
    this.queue.splice(index, 1);
    answer(waiting, failure("TooManyRequestsException", "Rate Exceeded."));
  }
}

function answer(waiting: Waiting, outcome: Outcome): void {
  clearTimeout(waiting.timer);
  waiting.resolve(outcome);
}
