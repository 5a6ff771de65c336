import { createHash } from "node:crypto";

const WORDS = 0x1_0000_0000;

/** Chance that comes out the same for the same seed; what one is asked changes nothing for another. */
export class Dice {
  private readonly seed: string;
  private state: number;

  constructor(seed: string) {
    this.seed = seed;
    this.state = createHash("sha256").update(seed).digest().readUInt32BE();
  }

  /** Dice of their own for a part of the story. */
  named(label: string): Dice {
    return new Dice(`${this.seed}/${label}`);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Whether something happens that happens this often, from 0 (never) to 1 (always). */
  chance(often: number): boolean {
    return this.next() < often;
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return this.weighted(things.map((thing) => [thing, 1]));
  }

  /** One thing, each as often as its weight says. */
  weighted<Thing>(things: readonly (readonly [Thing, number])[]): Thing {
    let rest = this.next() * things.reduce((sum, [, weight]) => sum + weight, 0);
    const found = things.find(([, weight]) => (rest -= weight) < 0) ?? things.at(-1);
    if (!found) throw new RangeError("there is nothing to choose from");
    return found[0];
  }

  shuffled<Thing>(things: readonly Thing[]): Thing[] {
    return things
      .map((thing) => ({ thing, place: this.next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }

  /** The generator of Mulberry32: a counter, mixed until its bits look like chance. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / WORDS;
  }
}
