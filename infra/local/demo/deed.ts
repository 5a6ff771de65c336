import type { Day } from "./calendar.ts";
import type { Person } from "./people.ts";

export type Wish = { theme: string; words: string };

/** What somebody at work does; people, questions and grants go by their keys in this year. */
export type Act =
  | { does: "give-grant"; grant: string; organisation: string; until: Day | null }
  | { does: "end-grant"; grant: string }
  | { does: "register"; person: Person; question: string; wish: Wish }
  | { does: "refer"; person: Person; question: string; wish: Wish }
  | { does: "ask"; person: string; question: string; wish: Wish }
  | { does: "withdraw"; person: string; question: string }
  | { does: "book"; person: string; moment: string; question?: string; arrived: boolean }
  | { does: "call-off"; person: string; moment: string }
  | { does: "note"; person: string; moment: string; state: "present" | "absent" }
  | { does: "count"; moment: string; change: 1 | -1 };

/** Who does it, in the words of the identity provider, on which day; and when, if that matters. */
export type Intent = { day: Day; who: string; minute?: number; act: Act };

export type Deed = {
  /** Milliseconds since 1970. */
  at: number;
  who: string;
  /** The same in every run of the same year, and of no other deed. */
  key: string;
  act: Act;
};
