import { bundleSizes } from "./bundle-size.ts";
import { calendarFeeds } from "./calendar-feed.ts";
import { capacity } from "./capacity.ts";
import { coldStarts } from "./cold-start.ts";
import { deskCommands } from "./desk-command.ts";
import { pageReads } from "./page-reads.ts";
import { pageWeights } from "./page-weight.ts";
import type { Measure } from "./row.ts";
import { sessions } from "./sessions.ts";

/** In this order: the sessions of functions that nobody has asked anything yet come first. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  sessions,
  "cold starts": coldStarts,
  bundles: bundleSizes,
  "page reads": pageReads,
  "page weights": pageWeights,
  "calendar feed": calendarFeeds,
  capacity,
  // Last: it plans moments of its own, which the other measures would read.
  "desk commands": deskCommands,
};
