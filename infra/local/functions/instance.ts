import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Json } from "../json.ts";
import { failure, isMessage, readOutcome, type Outcome } from "./outcome.ts";

/** How one process of a function is started. */
export type Launch = {
  name: string;
  arn: string;
  code: string;
  handler: string;
  memoryMegabytes: number;
  environment: Record<string, string>;
  timeoutMilliseconds: number;
  initMilliseconds: number;
  /** How far the function's clock runs ahead, in milliseconds; read again at every event. */
  readonly clockShift: number;
  /** Receives what the function writes to its output. */
  log: (chunk: Buffer) => void;
};

const CHILD = fileURLToPath(new URL("child.cjs", import.meta.url));
/** A message sent just before the end may be read just after it. */
const LAST_WORDS_MILLISECONDS = 300;

/** One process that serves one event at a time. */
export class Instance {
  readonly ended: Promise<void>;
  private readonly launch: Launch;
  private readonly child: ChildProcess;
  private readonly markEnded: () => void;
  private settle: ((outcome: Outcome) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private condemned = false;
  private verdict: Outcome | undefined;

  constructor(launch: Launch) {
    this.launch = launch;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.markEnded = resolve;
    this.child = fork(CHILD, [launch.code, launch.handler, String(launch.clockShift)], {
      cwd: launch.code,
      env: launch.environment,
      execArgv: [`--max-old-space-size=${launch.memoryMegabytes}`],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.listen();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** False from the moment that the process is bound to end. */
  get isUsable(): boolean {
    return !this.condemned;
  }

  /** Waits until the bundle is loaded; answers what went wrong otherwise. */
  start(): Promise<Outcome> {
    const late = failure("Sandbox.Timedout", `Init phase of ${this.launch.name} timed out`);
    return this.expect(this.launch.initMilliseconds, late);
  }

  invoke(event: Json): Promise<Outcome> {
    const requestId = randomUUID();
    const { timeoutMilliseconds: timeout, arn, clockShift: shift } = this.launch;
    const seconds = (timeout / 1000).toFixed(2);
    const words = `RequestId: ${requestId} Task timed out after ${seconds} seconds`;
    const outcome = this.expect(timeout, failure("Sandbox.Timedout", words));
    const hexadecimal = randomUUID().replaceAll("-", "");
    const traceId = `Root=1-${hexadecimal.slice(0, 8)}-${hexadecimal.slice(8)}`;
    this.child.send({ event, requestId, traceId, arn, timeout, shift }, (error) => {
      if (error) this.kill();
    });
    return outcome;
  }

  kill(): void {
    this.condemned = true;
    this.child.kill("SIGKILL");
  }

  private listen(): void {
    this.child.stdout?.on("data", this.launch.log);
    this.child.stderr?.on("data", this.launch.log);
    this.child.on("message", (message) => this.receive(message));
    this.child.on("error", (error) => this.end(failure("Runtime.ExitError", error.message)));
    this.child.once("exit", (status, signal) => {
      this.condemned = true;
      const end = (): void => this.end(exited(status, signal));
      if (this.child.connected) {
        this.child.once("disconnect", end);
        setTimeout(end, LAST_WORDS_MILLISECONDS);
      } else {
        end();
      }
    });
  }

  private expect(milliseconds: number, late: Outcome): Promise<Outcome> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.timer = setTimeout(() => {
        this.verdict ??= late;
        this.kill();
      }, milliseconds);
    });
  }

  private receive(message: unknown): void {
    if (!isMessage(message)) return;
    const kind = message["kind"];
    if (kind === "died") {
      this.verdict ??= readOutcome(message);
      this.kill();
    } else if (!this.condemned) {
      this.finish(kind === "ready" ? { kind: "answer", payload: null } : readOutcome(message));
    }
  }

  private end(outcome: Outcome): void {
    this.condemned = true;
    this.finish(this.verdict ?? outcome);
    this.markEnded();
  }

  private finish(outcome: Outcome): void {
    clearTimeout(this.timer);
    const settle = this.settle;
    this.settle = undefined;
    settle?.(outcome);
  }
}

function exited(status: number | null, signal: NodeJS.Signals | null): Outcome {
  const how = signal === null ? `exit status ${status ?? 0}` : `signal ${signal}`;
  return failure("Runtime.ExitError", `Runtime exited with error: ${how}`);
}
