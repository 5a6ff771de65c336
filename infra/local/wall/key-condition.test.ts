import { describe, expect, it } from "vitest";
import { queriedKey } from "./key-condition.ts";

const input = (KeyConditionExpression: unknown) => ({
  KeyConditionExpression,
  ExpressionAttributeNames: { "#p": "pk", "#s": "sk", "#bad": 5 },
  ExpressionAttributeValues: {
    ":own": { S: "own" },
    ":other": { S: "other" },
    ":number": { N: "1" },
    ":odd": { S: "a", N: "1" },
  },
});

describe("the partition key of a query is read from", () => {
  it.each([
    "pk = :own",
    "#p=:own",
    ":own = #p",
    "  pk  =  :own  ",
    "(pk = :own)",
    "((#p = :own) AND (sk > :other))",
    "pk = :own AND sk = :other",
    "sk = :other and pk = :own",
    "sk <= :other AND pk = :own",
    ":other < sk AND pk = :own",
    "#s BETWEEN :other AND :number AND #p = :own",
    "pk = :own AND begins_with(#s, :other)",
    "begins_with ( sk , :other ) AND :own = pk",
  ])("%s", (expression) => {
    expect(queriedKey(input(expression), "pk")).toBe("own");
  });
});

describe("the partition key of a query is left open by", () => {
  it.each([
    ["two values for it", "pk = :own AND pk = :other"],
    ["two values behind a name", "pk = :own AND #p = :other"],
    ["a choice", "pk = :own OR pk = :other"],
    ["a negation", "NOT pk = :own"],
    ["an inequality", "pk >= :own"],
    ["a difference", "pk <> :own"],
    ["the sort key alone", "sk = :own"],
    ["a path", "pk.a = :own"],
    ["a list element", "pk[0] = :own"],
    ["an unknown name", "#q = :own"],
    ["a name that is no text", "#bad = :own"],
    ["an unknown value", "pk = :absent"],
    ["a number", "pk = :number"],
    ["a value of two types", "pk = :odd"],
    ["a name on both sides", "pk = sk"],
    ["an unclosed bracket", "(pk = :own"],
    ["a bracket too many", "pk = :own)"],
    ["something after the end", "pk = :own sk = :other"],
    ["another function", "contains(sk, :own) AND pk = :own"],
    ["a comment", "pk = :own -- AND sk"],
    ["nothing", ""],
    ["an inherited property", "#constructor = :own"],
    ["no text", { pk: "own" }],
    ["no expression", undefined],
  ])("%s", (_, expression) => {
    expect(queriedKey(input(expression), "pk")).toBeUndefined();
  });
});
