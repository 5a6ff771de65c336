import { describe, expect, it } from "vitest";
import { sequentialLevels } from "./page-reads.ts";
import { requestUnits, itemSize } from "./request-units.ts";
import { quantile, row } from "./row.ts";

const call = (start: number, end: number) => ({ action: "dynamodb:Query", start, end });

describe("round trips that a reader waits for", () => {
  it("are one for calls made at once, however many", () => {
    expect(sequentialLevels([call(0, 10), call(1, 4), call(2, 12)])).toBe(1);
  });

  it("are as many as the longest chain of calls that waited for each other", () => {
    expect(sequentialLevels([call(0, 10), call(1, 4), call(5, 9), call(10, 12)])).toBe(3);
    expect(sequentialLevels([])).toBe(0);
  });
});

describe("the size of an item", () => {
  it("counts names and texts in bytes, and two digits of a number as one", () => {
    expect(itemSize({ pk: { S: "é" } })).toBe(4);
    expect(itemSize({ n: { N: "2026" } })).toBe(1 + 3);
    expect(itemSize({ ok: { BOOL: true } })).toBe(3);
  });

  it("counts three bytes for a list or map and one more for each element", () => {
    expect(itemSize({ l: { L: [{ S: "ab" }, { S: "c" }] } })).toBe(1 + 3 + 3 + 2);
    expect(itemSize({ m: { M: { a: { S: "b" } } } })).toBe(1 + 3 + 1 + 2);
  });
});

describe("the units of a write", () => {
  const table = {
    TableName: "moments",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    GlobalSecondaryIndexes: [
      {
        KeySchema: [{ AttributeName: "gpk", KeyType: "HASH" }],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["title"] },
      },
    ],
  };
  const put = (item: Record<string, unknown>) => ({ TableName: "moments", Item: item });
  const long = { S: "x".repeat(1500) };
  const written = (operation: string, input: Record<string, unknown>) =>
    requestUnits([table], [{ operation, input, engineUnits: 1 }]).writes;

  it("are one for each kilobyte begun", () => {
    expect(written("PutItem", put({ pk: { S: "a" } }))).toBe(1);
    expect(written("PutItem", put({ pk: { S: "a" }, about: long }))).toBe(2);
  });

  it("count an index only where the item stands in it, and only what it holds of the item", () => {
    const item = { pk: { S: "a" }, gpk: { S: "b" }, about: long };
    expect(written("PutItem", put(item))).toBe(2 + 1);
    expect(written("PutItem", put({ ...item, title: long }))).toBe(3 + 2);
  });

  it("are double in a transaction", () => {
    const item = { pk: { S: "a" }, gpk: { S: "b" } };
    const input = {
      TransactItems: [{ Put: put(item) }, { ConditionCheck: { TableName: "moments" } }],
    };
    expect(written("TransactWriteItems", input)).toBe(2 * (2 + 1));
  });

  it("of an unknown kind are not guessed", () => {
    expect(() => written("UpdateItem", {})).toThrow(/Update/);
  });
});

describe("a line of the table", () => {
  const line = { what: "cold start", unit: "ms", measured: 120 };
  const reference = { what: "least", value: 100 };

  it("is judged by its ratio or by itself", () => {
    const ratio = { of: "ratio", atMost: 1.1 } as const;
    expect(row({ ...line, reference, budget: ratio })).toMatchObject({ ratio: 1.2, holds: false });
    expect(row({ ...line, budget: { of: "measured", atMost: 120 } })).toMatchObject({
      holds: true,
    });
  });

  it("without a budget is not judged, and without a reference no ratio holds", () => {
    expect(row(line)).not.toHaveProperty("holds");
    expect(row({ ...line, budget: { of: "ratio", atMost: 2 } })).toMatchObject({ holds: false });
  });

  it("takes the value below which a part of the rounds lies", () => {
    expect(quantile([5, 1, 4, 2, 3], 0.25)).toBe(2);
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(() => quantile([], 0.5)).toThrow(/nothing was measured/);
  });
});
