import type { Invoke } from "./functions.ts";
import type { Outcome } from "./functions/outcome.ts";
import { TemplateError, type Json } from "./json.ts";
import type { Queues } from "./queues.ts";
import { invokeLater } from "./schedules/invoke-later.ts";
import { nextRunOf, type NextRun } from "./schedules/next-run.ts";
import type { Application } from "./template/application.ts";
import { DEFAULT_ASYNC_RULE, type ScheduleDefinition } from "./template/schedules.ts";

export type SchedulesOptions = {
  application: Application;
  invoke: Invoke;
  queues: Queues;
  /** The shifted clock, in milliseconds since 1970. */
  now: () => number;
  say(line: string): void;
};

export type Schedules = {
  names: string[];
  /** When a schedule runs next; undefined: never again. */
  nextRun(name: string): Date | undefined;
  /** Runs a schedule at once, its retries without waiting; throws when it fails. */
  runNow(name: string): Promise<Json>;
  /** Looks at the clock anew, after it jumped; what it jumped over does not run. */
  rearm(): void;
  stop(): void;
};

/** A timer that waits longer than this would fire at once. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

class Runner {
  private readonly options: SchedulesOptions;
  private readonly schedule: ScheduleDefinition;
  private readonly next: NextRun;
  private readonly pauses = new Set<NodeJS.Timeout>();
  private alarm: NodeJS.Timeout | undefined;

  constructor(schedule: ScheduleDefinition, options: SchedulesOptions) {
    this.options = options;
    this.schedule = schedule;
    this.next = nextRunOf(schedule.expression, schedule.timeZone, options.now());
    this.arm();
  }

  get name(): string {
    return this.schedule.name;
  }

  nextRun(): Date | undefined {
    const instant = this.next(this.options.now());
    return instant === undefined ? undefined : new Date(instant);
  }

  run(pause: (milliseconds: number) => Promise<void>): Promise<Outcome> {
    const { application, invoke, queues, now } = this.options;
    const { functionName, input } = this.schedule;
    const definition = application.functions.find(({ name }) => name === functionName);
    return invokeLater({
      functionName,
      functionArn: definition?.arn ?? functionName,
      event: input,
      rule: application.asyncRules.get(functionName) ?? DEFAULT_ASYNC_RULE,
      invoke,
      queues,
      pause,
      now,
    });
  }

  stop(): void {
    clearTimeout(this.alarm);
    for (const pause of this.pauses) clearTimeout(pause);
    this.pauses.clear();
  }

  arm(): void {
    clearTimeout(this.alarm);
    const now = this.options.now();
    const instant = this.next(now);
    if (instant === undefined) return;
    const wait = instant - now;
    if (wait > LONGEST_TIMER_MILLISECONDS) {
      this.alarm = setTimeout(() => this.arm(), LONGEST_TIMER_MILLISECONDS);
      return;
    }
    this.alarm = setTimeout(() => {
      this.options.say(`${this.name} runs`);
      const { say } = this.options;
      this.run((milliseconds) => this.pause(milliseconds)).catch((error: unknown) =>
        say(`${this.name}: ${String(error)}`),
      );
      this.arm();
    }, wait);
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.pauses.delete(timer);
        resolve();
      }, milliseconds);
      this.pauses.add(timer);
    });
  }
}

/** Runs the template's schedules on the shifted clock. */
export function startSchedules(options: SchedulesOptions): Schedules {
  const runners = options.application.schedules.map((schedule) => new Runner(schedule, options));
  const find = (name: string): Runner => {
    const runner = runners.find((candidate) => candidate.name === name);
    if (!runner) throw new TemplateError(`the template has no schedule ${name}`);
    return runner;
  };
  return {
    names: runners.map((runner) => runner.name),
    nextRun: (name) => find(name).nextRun(),
    async runNow(name) {
      const outcome = await find(name).run(() => Promise.resolve());
      if (outcome.kind === "answer") return outcome.payload;
      throw new Error(`${name}: ${outcome.errorType}: ${outcome.errorMessage}`);
    },
    rearm() {
      for (const runner of runners) runner.arm();
    },
    stop() {
      for (const runner of runners) runner.stop();
    },
  };
}
