import { isDate } from "../clock.ts";
import { Complaint } from "./complaint.ts";

export type Flags = {
  port: number;
  /** Loads the region alone, without a demo year. */
  empty: boolean;
  /** Forgets the stored data first. */
  fresh: boolean;
  today: string | undefined;
};

const STANDARD_PORT = 3000;
/** The identity provider takes the next port. */
const LAST_PORT = 65_534;

function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return STANDARD_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= LAST_PORT) return port;
  throw new Complaint(`PORT must be a number from 1 to ${LAST_PORT}, not "${text}".`);
}

function readToday(text: string): string {
  if (isDate(text)) return text;
  throw new Complaint(`--today takes a date like --today=2026-11-23, not "${text}".`);
}

/** Reads the flags of `npm start` and PORT; throws a Complaint about anything unknown. */
export function readFlags(given: string[], port: string | undefined): Flags {
  const flags: Flags = { port: readPort(port), empty: false, fresh: false, today: undefined };
  for (const flag of given) {
    if (flag === "--empty") flags.empty = true;
    else if (flag === "--fresh") flags.fresh = true;
    else if (flag.startsWith("--today=")) flags.today = readToday(flag.slice("--today=".length));
    else {
      throw new Complaint(
        `"${flag}" is unknown: npm start takes --empty, --fresh and --today=YYYY-MM-DD.`,
      );
    }
  }
  return flags;
}
