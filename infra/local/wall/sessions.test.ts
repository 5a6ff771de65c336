import { expect, test } from "vitest";
import { readRoles } from "./roles.ts";
import { createSessions } from "./sessions.ts";
import * as f from "./fixture.ts";

const HOUR = 3_600_000;

test("sessions long expired are forgotten, also behind one that was opened on a later day", () => {
  let now = Date.UTC(2026, 10, 23);
  const role = readRoles([f.functionRole("loans-function", ["public"])]).get(
    f.roleArn("loans-function"),
  )!;
  const sessions = createSessions(() => now);
  const open = () =>
    sessions.open({ role, name: "data", tags: new Map(), expires: now + HOUR }).accessKeyId;
  const today = open();
  now -= 365 * 24 * HOUR;
  const lastYear = open();
  now += 3 * HOUR;
  const later = open();
  expect([today, lastYear, later].map((key) => sessions.find(key) !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
});
