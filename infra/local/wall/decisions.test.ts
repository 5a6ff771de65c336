import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createDecide } from "./decisions.ts";
import * as f from "./fixture.ts";
import { readRoles } from "./roles.ts";
import { createSessions } from "./sessions.ts";

const place = { region: f.region, account: f.account };
const conditions = [
  f.ownKeys,
  { ...f.ownKeys, StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } },
  { ...f.ownKeys, "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "a"] } },
  { ...f.ownKeys, StringEqualsIfExists: { "dynamodb:EnclosingOperation": "TransactWriteItems" } },
  { ...f.ownKeys, StringEquals: { "dynamodb:ReturnValues": "NONE" } },
];
const definitions = conditions.map((condition, index) =>
  f.tenantRole(`role-${index}`, f.writing, condition),
);
const roles = readRoles(definitions);
const sessions = createSessions(() => 0);
const scopes = ["deinze", "deinze-zuid", "gavere"];
const open = [...roles.values()].flatMap((role) =>
  scopes.map((scope) => {
    const tags = new Map([["scope", scope]]);
    return sessions.open({ role, name: "request-1", tags, expires: undefined });
  }),
);

const accesses = fc.record({
  action: fc.constantFrom("GetItem", "Query", "PutItem", "DeleteItem", "BatchWriteItem"),
  table: fc.constantFrom(f.table, "digihulp-agenda"),
  index: fc.constantFrom(undefined, f.monthIndex),
  keys: fc.constantFrom(undefined, ...scopes.map((scope) => [`${scope}#a`]), [
    "deinze#a",
    "gavere#a",
  ]),
  inputs: fc.constantFrom(
    [{}],
    [{ ProjectionExpression: "a" }],
    [{ ProjectionExpression: "b" }],
    [{ ReturnValues: "ALL_OLD" }],
  ),
  enclosing: fc.constantFrom(undefined, "TransactWriteItems", "TransactGetItems"),
});

it("a remembered decision is the one that would be taken anew", () => {
  const remembering = createDecide(place);
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...open), accesses, (session, access) => {
      const remembered = remembering(session, access);
      verdicts.add(remembered.verdict);
      expect(remembered).toEqual(createDecide(place)(session, access));
    }),
    { seed: 20261122, numRuns: 5_000 },
  );
  expect(verdicts).toEqual(new Set(["allowed", "silent"]));
});
