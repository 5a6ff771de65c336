import { describe, expect, test } from "vitest";
import { createClock, isDate } from "./clock.ts";

const at = (text: string) => () => Date.parse(text);
const shown = (today: string, real: string) =>
  new Date(createClock(today, at(real)).now()).toISOString();

test("without a date the clock is the real one", () => {
  const clock = createClock(undefined, at("2026-11-23T06:15:07.250Z"));
  expect([clock.shift, clock.now()]).toEqual([0, Date.parse("2026-11-23T06:15:07.250Z")]);
});

test("with a date it shows that date at the same time of day in Brussels", () => {
  expect(shown("2025-03-04", "2026-11-23T06:15:07.250Z")).toBe("2025-03-04T06:15:07.250Z");
  expect(shown("2026-07-01", "2026-11-23T06:15:07.250Z")).toBe("2026-07-01T05:15:07.250Z");
});

test("just before midnight in Brussels it is still that date", () => {
  expect(shown("2026-07-01", "2026-11-23T22:59:30.000Z")).toBe("2026-07-01T21:59:30.000Z");
});

test("in an hour that the clock skips it is an hour later", () => {
  expect(shown("2026-03-29", "2026-11-23T01:30:00.000Z")).toBe("2026-03-29T01:30:00.000Z");
});

describe("a clock that is moved", () => {
  const noon = Date.parse("2026-11-23T11:00:00Z");
  const spring = Date.parse("2026-03-04T08:30:00Z");

  test("shows the other instant and runs on from there", () => {
    let real = noon;
    const clock = createClock(undefined, () => real);
    clock.travelTo(spring);
    expect(clock.now()).toBe(spring);
    real += 5000;
    expect(clock.now()).toBe(spring + 5000);
    expect(clock.now() - real).toBe(clock.shift);
  });

  test.each([undefined, "2025-07-01"])("comes back to the date it started on (%s)", (today) => {
    const clock = createClock(today, () => noon);
    const home = clock.now();
    clock.travelTo(spring);
    clock.travelTo(spring + 86_400_000);
    clock.comeBack();
    expect(clock.now()).toBe(home);
  });

  test("tells who listens, after it moved", () => {
    const clock = createClock(undefined, () => noon);
    const heard: number[] = [];
    clock.onTravel(() => heard.push(clock.now()));
    clock.travelTo(spring);
    clock.comeBack();
    expect(heard).toEqual([spring, noon]);
  });
});

test.each([
  ["2026-02-28", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["26-01-01", false],
  ["tomorrow", false],
])("%s is a date: %s", (text, expected) => {
  expect(isDate(text)).toBe(expected);
});
