import type { Day } from "./calendar.ts";

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** Says, once a month is over, how much was done in it. */
export class Progress {
  private readonly say: (line: string) => void;
  private month = "";
  private count = 0;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  lived(day: Day, deeds: number): void {
    const month = day.slice(0, 7);
    if (month !== this.month) this.end();
    this.month = month;
    this.count += deeds;
  }

  end(): void {
    if (this.count === 0) return;
    const month = MONTH.format(new Date(`${this.month}-01T00:00:00Z`));
    this.say(`    ${month.padEnd(16)}${String(this.count).padStart(4)} things done`);
    this.count = 0;
  }
}
