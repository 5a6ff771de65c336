/** Thrown out of whatever the pump was doing when it was told to stop. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The waits of a pump: some end early when something happens, all end when it stops. */
export class Rest {
  private isStopped = false;
  private isNudged = false;
  private end: () => void = () => {};

  get stopped(): boolean {
    return this.isStopped;
  }

  stop(): void {
    this.isStopped = true;
    this.end();
  }

  /** Ends the present sleep, or the next one before it begins. */
  nudge(): void {
    this.isNudged = true;
    this.end();
  }

  /** From here on a nudge counts for the next sleep. */
  expectNudge(): void {
    this.isNudged = false;
  }

  /** Waits until the time is over, a nudge comes or the pump stops. */
  async sleep(milliseconds: number): Promise<void> {
    await this.wait(milliseconds, () => this.isNudged || this.isStopped);
  }

  /** Waits the whole time; throws when the pump stops. */
  async pause(milliseconds: number): Promise<void> {
    await this.wait(milliseconds, () => this.isStopped);
    if (this.isStopped) throw new Stopped();
  }

  private async wait(milliseconds: number, isOver: () => boolean): Promise<void> {
    if (isOver()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.end = () => {
      if (isOver()) resolve();
    };
    await promise;
    clearTimeout(timer);
    this.end = () => {};
  }
}
