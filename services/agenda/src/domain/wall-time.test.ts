import {
  addDays,
  brusselsInstant,
  brusselsWallTime,
  calendarDate,
  clockTime,
} from "@digihulp/kernel";
import { isoWithOffset } from "@digihulp/kernel";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";

const run = { seed: 20231126, numRuns: 2000 };
const anyDate = fc
  .integer({ min: 0, max: 74_000 })
  .map((days) => addDays(calendarDate("1996-01-01"), days));
const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) =>
    clockTime(
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
    ),
  );
// Half of the dates are Sundays in the weeks in which the clock may change, and half of the hours are the hours.
const changeDate = fc
  .tuple(
    fc.integer({ min: 1996, max: 2198 }),
    fc.constantFrom("03", "09", "10"),
    fc.integer({ min: 22, max: 30 }),
  )
  .map(([year, month, day]) => calendarDate(`${year}-${month}-${day}`));
const changeTime = fc
  .constantFrom("01:59", "02:00", "02:30", "02:59", "03:00", "03:01")
  .map(clockTime);
const anyWall = fc.record({
  date: fc.oneof(anyDate, changeDate),
  time: fc.oneof(anyTime, changeTime),
});

const zoned = ({ date, time }: { date: string; time: string }) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/Brussels", {
    disambiguation: "compatible",
  });

describe("the kernel's Brussels clock agrees with Temporal", () => {
  it("on the instant of every wall time, skipped and repeated ones too", () => {
    fc.assert(
      fc.property(anyWall, (wall) => {
        expect(brusselsInstant(wall)).toBe(zoned(wall).epochMilliseconds);
      }),
      run,
    );
  });

  it("on the wall time of every instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2199, 0) }), (instant) => {
        const at =
          Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO("Europe/Brussels");
        expect(brusselsWallTime(instant)).toEqual({
          date: at.toPlainDate().toString(),
          time: at.toPlainTime().toString().slice(0, 5),
        });
      }),
      run,
    );
  });

  it("on the offset that belongs to every wall time", () => {
    fc.assert(
      fc.property(anyWall, (wall) => {
        const expected = zoned(wall).toString({ timeZoneName: "never", smallestUnit: "second" });
        expect(isoWithOffset(wall)).toBe(expected);
      }),
      run,
    );
  });
});
