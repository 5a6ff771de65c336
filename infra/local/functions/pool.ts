import type { Json } from '../json.ts';
import { Instance, type Launch } from './instance.ts';
import { failure, type Outcome } from './outcome.ts';

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

/** The processes of one function: started when needed, one event at a time each. */
export class Pool {
  private readonly launch: () => Launch;
  private readonly limits: PoolLimits;
  private readonly all = new Set<Instance>();
  private readonly idle: { instance: Instance; timer: NodeJS.Timeout }[] = [];
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
    for (const waiting of this.queue.splice(0)) this.answer(waiting, STOPPED);
    for (const { timer } of this.idle.splice(0)) clearTimeout(timer);
    const instances = [...this.all];
    for (const instance of instances) instance.kill();
    await Promise.all(instances.map((instance) => instance.ended));
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const free = this.idle.pop();
      if (!free) break;
      clearTimeout(free.timer);
      const waiting = this.queue.shift();
      if (waiting) void this.serve(free.instance, waiting);
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
    void instance.ended.then(() => this.all.delete(instance));
    const started = await instance.start();
    this.starting -= 1;
    if (started.kind === 'answer') this.release(instance);
    else await this.fail(instance, started);
  }

  /** One event pays for one failed start; the next event tries again. */
  private async fail(instance: Instance, started: Outcome): Promise<void> {
    const waiting = this.queue.shift();
    if (waiting) this.answer(waiting, started);
    instance.kill();
    await instance.ended;
    this.dispatch();
  }

  private async serve(instance: Instance, waiting: Waiting): Promise<void> {
    clearTimeout(waiting.timer);
    const outcome = await instance.invoke(waiting.event);
    if (instance.isUsable) {
      this.answer(waiting, outcome);
      this.release(instance);
      return;
    }
    await instance.ended;
    this.answer(waiting, outcome);
    this.dispatch();
  }

  private release(instance: Instance): void {
    const timer = setTimeout(() => this.retire(instance), this.limits.idleMilliseconds);
    timer.unref();
    this.idle.push({ instance, timer });
    void instance.ended.then(() => this.forget(instance));
    this.dispatch();
  }

  private retire(instance: Instance): void {
    this.forget(instance);
    instance.kill();
  }

  private forget(instance: Instance): void {
    const index = this.idle.findIndex((free) => free.instance === instance);
    if (index < 0) return;
    clearTimeout(this.idle[index]?.timer);
    this.idle.splice(index, 1);
  }

  private giveUp(waiting: Waiting): void {
    const index = this.queue.indexOf(waiting);
    if (index < 0) return;
    this.queue.splice(index, 1);
    this.answer(waiting, failure('TooManyRequestsException', 'Rate Exceeded.'));
  }

  private answer(waiting: Waiting, outcome: Outcome): void {
    clearTimeout(waiting.timer);
    waiting.resolve(outcome);
  }
}

const STOPPED: Outcome = failure('Stopped', 'The local stack has stopped');
