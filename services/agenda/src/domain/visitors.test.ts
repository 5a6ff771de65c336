import { calendarDate, clockTime } from "@digihulp/kernel";
import { describe, expect, it } from "vitest";
import { anOccurrence } from "./examples.ts";
import { countVisitor } from "./visitors.ts";

const at = (date: string, time: string) => ({ date: calendarDate(date), time: clockTime(time) });
const occurrence = anOccurrence();
const DURING = at("2023-09-26", "17:00");

describe("visitors without a name", () => {
  it("are counted one by one, and one can be taken off", () => {
    expect(countVisitor({ occurrence, visitors: 4 }, 1, DURING)).toEqual({ ok: true, value: 5 });
    expect(countVisitor({ occurrence, visitors: 5 }, -1, DURING)).toEqual({ ok: true, value: 4 });
  });

  it("are never fewer than nobody", () => {
    const refusal = { kind: "no-visitor-counted" };
    expect(countVisitor({ occurrence, visitors: 0 }, -1, DURING)).toEqual({ ok: false, refusal });
  });

  it("are counted on the day or after it, never before", () => {
    const early = countVisitor({ occurrence, visitors: 0 }, 1, at("2023-09-25", "23:59"));
    expect(early).toMatchObject({ refusal: { kind: "moment-not-yet" } });
    const late = countVisitor({ occurrence, visitors: 0 }, 1, at("2023-09-27", "09:00"));
    expect(late.ok).toBe(true);
  });

  it("do not come to a moment that was cancelled", () => {
    const gone = anOccurrence({ state: "cancelled" });
    const refused = countVisitor({ occurrence: gone, visitors: 0 }, 1, DURING);
    expect(refused).toMatchObject({ refusal: { kind: "moment-cancelled" } });
  });
});
