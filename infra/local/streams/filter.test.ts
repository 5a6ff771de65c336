import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { recordFilter } from "./filter.ts";

const record = (eventName: string, image: JsonObject) => ({
  eventName,
  dynamodb: { NewImage: image, SizeBytes: 120 },
});
const event = record("INSERT", { type: { S: "event" }, kind: { S: "loan-started" } });

describe("a filter on records", () => {
  test("lets everything through when there is no pattern", () => {
    expect(recordFilter([])(event)).toBe(true);
  });

  test("needs every field of a pattern, and one value of each list", () => {
    const passes = recordFilter([
      { eventName: ["INSERT", "MODIFY"], dynamodb: { NewImage: { type: { S: ["event"] } } } },
    ]);
    expect(passes(event)).toBe(true);
    expect(passes(record("REMOVE", { type: { S: "event" } }))).toBe(false);
    expect(passes(record("INSERT", { type: { S: "loan" } }))).toBe(false);
    expect(passes(record("INSERT", {}))).toBe(false);
  });

  test("passes when one of several patterns does", () => {
    const passes = recordFilter([{ eventName: ["REMOVE"] }, { eventName: ["INSERT"] }]);
    expect(passes(event)).toBe(true);
  });

  test.each([
    [{ kind: { S: [{ prefix: "loan-" }] } }, true],
    [{ kind: { S: [{ prefix: "client-" }] } }, false],
    [{ kind: { S: [{ exists: true }] } }, true],
    [{ kind: { S: [{ exists: false }] } }, false],
    [{ other: { S: [{ exists: false }] } }, true],
    [{ kind: { S: ["client-registered", { prefix: "loan-" }] } }, true],
  ])("understands %j", (NewImage, expected) => {
    expect(recordFilter([{ dynamodb: { NewImage } }])(event)).toBe(expected);
  });

  test.each([
    [[">", 100], true],
    [[">", 100, "<=", 120], true],
    [[">", 100, "<", 120], false],
    [["=", 120], true],
  ])("compares a number with %j", (numeric, expected) => {
    expect(recordFilter([{ dynamodb: { SizeBytes: [{ numeric }] } }])(event)).toBe(expected);
  });

  test.each([
    { kind: [{ "anything-but": "x" }] },
    { kind: [{ suffix: "x" }] },
    { kind: [{ prefix: "a", suffix: "b" }] },
    { kind: [{ numeric: [">"] }] },
    { kind: [{ numeric: ["!", 1] }] },
    { kind: "event" },
    { kind: [["event"]] },
  ])("refuses %j rather than guess", (pattern) => {
    expect(() => recordFilter([pattern])).toThrow();
  });
});
