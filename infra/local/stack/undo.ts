type Step = () => Promise<void> | void;

/** A stop that hangs must not keep the others from stopping. */
const LONGEST_STEP_MILLISECONDS = 20_000;

async function bounded(step: Step): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, LONGEST_STEP_MILLISECONDS);
  try {
    await Promise.race([promise, step()]);
  } catch {
    // Whatever could not be stopped properly, the rest still is.
  } finally {
    clearTimeout(timer);
  }
}

/** What was started, so that all of it can be stopped, the last one first. */
export class Undo {
  private readonly steps: Step[] = [];
  private running: Promise<void> | undefined;

  /** Throws, after undoing the step, when the undoing has begun. */
  async add(step: Step): Promise<void> {
    if (this.running) {
      await bounded(step);
      throw new Error("stopped while starting");
    }
    this.steps.push(step);
  }

  run(): Promise<void> {
    this.running ??= this.all();
    return this.running;
  }

  private async all(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) await bounded(step);
  }
}
