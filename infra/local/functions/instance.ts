import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Json } from '../json.ts';
import { failure, isMessage, readOutcome, type Outcome } from './outcome.ts';

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
  /** How far the function's clock runs ahead, in milliseconds. */
  clockShift: number;
  /** Receives what the function writes to its output. */
  log: (chunk: Buffer) => void;
};

type State = 'starting' | 'idle' | 'busy' | 'ended';

const CHILD = fileURLToPath(new URL('child.cjs', import.meta.url));

/** One process that serves one event at a time. */
export class Instance {
  private readonly launch: Launch;
  private readonly child: ChildProcess;
  private settle: ((outcome: Outcome) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private state: State = 'starting';
  readonly ended: Promise<void>;
  private reason: Outcome | undefined;

  constructor(launch: Launch) {
    this.launch = launch;
    const { code, handler, clockShift, memoryMegabytes } = launch;
    this.child = fork(CHILD, [code, handler, String(clockShift)], {
      cwd: code,
      env: launch.environment,
      execArgv: [`--max-old-space-size=${memoryMegabytes}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.on('data', launch.log);
    this.child.stderr?.on('data', launch.log);
    this.child.on('message', (message) => this.receive(message));
    this.child.on('error', () => this.kill());
    this.ended = new Promise((resolve) => {
      this.child.once('close', (status, signal) => {
        this.state = 'ended';
        this.finish(this.reason ?? exited(status, signal));
        resolve();
      });
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isUsable(): boolean {
    return this.state !== 'ended';
  }

  /** Waits until the bundle is loaded; answers what went wrong otherwise. */
  start(): Promise<Outcome> {
    return this.expect(this.launch.initMilliseconds, () =>
      failure('Sandbox.Timedout', `Init phase of ${this.launch.name} timed out`),
    );
  }

  invoke(event: Json): Promise<Outcome> {
    const requestId = randomUUID();
    const { timeoutMilliseconds: timeout, arn } = this.launch;
    this.state = 'busy';
    const seconds = (timeout / 1000).toFixed(2);
    const outcome = this.expect(timeout, () =>
      failure('Sandbox.Timedout', `RequestId: ${requestId} Task timed out after ${seconds} seconds`),
    );
    const traceId = `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)}`;
    this.child.send({ event, requestId, traceId, arn, timeout }, (error) => {
      if (error) this.kill();
    });
    return outcome;
  }

  kill(): void {
    this.state = 'ended';
    this.child.kill('SIGKILL');
  }

  private expect(milliseconds: number, late: () => Outcome): Promise<Outcome> {
    return new Promise((resolve) => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        resolve(this.reason ?? exited(this.child.exitCode, this.child.signalCode));
        return;
      }
      this.settle = resolve;
      this.timer = setTimeout(() => {
        this.reason = late();
        this.kill();
      }, milliseconds);
    });
  }

  private receive(message: unknown): void {
    if (!isMessage(message) || this.state === 'ended') return;
    if (message['kind'] === 'died') {
      this.reason = readOutcome(message);
      this.kill();
      return;
    }
    this.state = 'idle';
    this.finish(
      message['kind'] === 'ready' ? { kind: 'answer', payload: null } : readOutcome(message),
    );
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
  return failure('Runtime.ExitError', `Runtime exited with error: ${how}`);
}
