import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import {
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assume, dynamo } from "./clients.ts";
import * as f from "./fixture.ts";
import type { RoleDefinition } from "./roles.ts";
import { startWall, type Wall } from "./wall.ts";

const own = "leie-schelde.deinze";
const midnight = Date.UTC(2026, 10, 22);
const hour = 3_600_000;
// Nothing listens there: no decision of this file may need the database.
const database = "http://127.0.0.1:9";

const dataRole = (name: string, trust: RoleDefinition["trust"]): RoleDefinition => ({
  arn: f.roleArn(name),
  trust,
  policies: [f.tableRights(f.reading)],
});
const kinds = { tenant: "*.*", organisation: "org-*", region: "region-*", public: "public" };
const everyRole = [...Object.keys(kinds), "unguarded", "untrusting", "session"];

let clock = midnight;
let wall: Wall;

beforeAll(async () => {
  wall = await startWall({
    database,
    region: f.region,
    account: f.account,
    now: () => clock,
    roles: [
      f.functionRole("loans-function", everyRole),
      f.functionRole("agenda-function", ["public"]),
      ...Object.entries(kinds).map(([kind, scopes]) =>
        dataRole(kind, f.scopeTrust("loans-function", scopes)),
      ),
      dataRole("untrusting", f.scopeTrust("agenda-function", "*.*")),
      dataRole(
        "unguarded",
        f.policy({
          Effect: "Allow",
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Principal: { AWS: f.roleArn("loans-function") },
          Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["scope"] } },
        }),
      ),
      dataRole(
        "session",
        f.policy({
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { AWS: f.roleArn("loans-function") },
        }),
      ),
    ],
  });
});

afterAll(() => wall.stop());

const scope = (Value: string) => [{ Key: "scope", Value }];
const become = (role: string, tags: { Key: string; Value: string }[]) =>
  assume(wall, ["loans-function", role], tags);
const refusal = (action: string) => ({
  name: "AccessDenied",
  message: expect.stringMatching(
    new RegExp(`assumed-role/[\\w-]+/[\\w-]+ is not authorized to perform: ${action} on resource`),
  ),
});

describe("a data role is given", () => {
  it.each([
    ["tenant", own],
    ["organisation", "org-vdab"],
    ["region", "region-leie-schelde"],
    ["public", "public"],
  ])("of the kind %s for the scope %s", async (role, value) => {
    await expect(become(role, scope(value))).resolves.toHaveProperty("sessionToken");
  });
});

describe("a data role is refused", () => {
  it.each([
    ["an organisation's scope for a tenant's role", "tenant", "org-vdab"],
    ["a tenant's scope for an organisation's role", "organisation", own],
    ["a tenant's scope for the region's role", "region", own],
    ["a longer word than public", "public", "public.deinze"],
    ["an empty scope", "tenant", ""],
  ])("to %s", async (_, role, value) => {
    await expect(become(role, scope(value))).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("without a tag", async () => {
    await expect(become("tenant", [])).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("with another tag beside the scope", async () => {
    const tags = [...scope(own), { Key: "region", Value: "leie-schelde" }];
    await expect(become("tenant", tags)).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("with another tag instead of the scope", async () => {
    const tags = [{ Key: "tenant", Value: own }];
    await expect(become("tenant", tags)).rejects.toMatchObject(refusal("sts:AssumeRole"));
    await expect(become("unguarded", tags)).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("to a function that its trust policy does not name", async () => {
    await expect(become("untrusting", scope(own))).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("to a function whose own policy does not list it", async () => {
    const asAgenda = assume(wall, ["agenda-function", "untrusting"], scope(own));
    await expect(asAgenda).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("when it does not exist, in the same words", async () => {
    await expect(become("nowhere", scope(own))).rejects.toMatchObject(refusal("sts:AssumeRole"));
  });

  it("with tags when only sts:AssumeRole is allowed", async () => {
    await expect(become("session", [])).resolves.toBeDefined();
    await expect(become("session", scope("session"))).rejects.toMatchObject(
      refusal("sts:TagSession"),
    );
  });

  it("with a wildcard as scope, which STS takes for no tag value", async () => {
    await expect(become("tenant", scope("*.*"))).rejects.toMatchObject({ name: "ValidationError" });
  });

  it("with one tag in two spellings", async () => {
    const tags = [...scope(own), { Key: "Scope", Value: "leie-schelde.gavere" }];
    await expect(become("tenant", tags)).rejects.toMatchObject({ name: "ValidationError" });
  });
});

it("control: without the Null guard, a session without a scope is given", async () => {
  await expect(become("tenant", [])).rejects.toMatchObject(refusal("sts:AssumeRole"));
  await expect(become("unguarded", [])).resolves.toHaveProperty("sessionToken");
});

describe("credentials", () => {
  const read = new GetItemCommand({
    TableName: f.table,
    Key: { pk: { S: `${own}#devices` }, sk: { S: "device-1" } },
  });

  it("expire after an hour of the stack's own clock", async () => {
    const credentials = await become("tenant", scope(own));
    clock = midnight + hour;
    await expect(dynamo(wall.endpoint, credentials).send(read)).rejects.toMatchObject({
      name: "ExpiredTokenException",
    });
    clock = midnight;
  });

  it("are unknown when nobody gave them out, or without their token", async () => {
    const invented = { accessKeyId: "ASIAINVENTED", secretAccessKey: "x", sessionToken: "x" };
    const robbed = { ...(await become("tenant", scope(own))), sessionToken: "x" };
    for (const credentials of [invented, robbed]) {
      await expect(dynamo(wall.endpoint, credentials).send(read)).rejects.toMatchObject({
        name: "UnrecognizedClientException",
      });
    }
  });

  it("of a function are given only for a role that Lambda may take", () => {
    expect(() => wall.credentialsFor(f.roleArn("tenant"))).toThrow("does not trust Lambda");
    expect(() => wall.credentialsFor(f.roleArn("nowhere"))).toThrow("no role");
  });

  it("are asked for by an unsigned request in vain", async () => {
    const body = "Action=AssumeRole&Version=2011-06-15";
    const answer = await fetch(wall.endpoint, { method: "POST", body });
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining("<Code>MissingAuthenticationToken</Code>"),
    ]);
  });

  it("say who they belong to", async () => {
    const credentials = await become("tenant", scope(own));
    const client = new STSClient({ endpoint: wall.endpoint, region: f.region, credentials });
    await expect(client.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: f.account,
      Arn: `arn:aws:sts::${f.account}:assumed-role/tenant/request-1`,
    });
    await expect(
      client.send(new GetFederationTokenCommand({ Name: "anybody" })),
    ).rejects.toMatchObject({ name: "AccessDenied" });
  });
});

it("a wall that cannot decide a policy exactly does not start", async () => {
  const timed = f.tenantRole("timed", f.reading, {
    DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" },
  });
  const roles = [timed];
  const options = { database, region: f.region, account: f.account, roles };
  await expect(startWall(options)).rejects.toThrow(/role\/timed cannot be enforced locally/);
});
