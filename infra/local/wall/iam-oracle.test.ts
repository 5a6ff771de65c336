import { runSimulation } from "@cloud-copilot/iam-simulate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as f from "./fixture.ts";
import { judge } from "./iam.ts";
import { parseIdentityPolicy, parseTrustPolicy, type PolicyDocument } from "./policy.ts";

// The reference is AGPL software: it is asked here and linked nowhere else.

type Request = {
  action: string;
  resource: string;
  context: Record<string, string | string[]>;
};

const { account, region, table, tableArn } = f;
const principal = f.roleArn("loans-tenant");

/** Every request also says who asks, as AWS adds it to each. */
const withCaller = (context: Request["context"]) => ({
  "aws:PrincipalArn": principal,
  "aws:PrincipalAccount": account,
  ...context,
});

function question({ action, resource, context }: Request) {
  const entries = Object.entries(withCaller(context)).map(([key, value]): [string, string[]] => [
    key.toLowerCase(),
    [value].flat(),
  ]);
  return { action, resource, context: new Map(entries) };
}

const ours = (policy: PolicyDocument, request: Request): boolean =>
  judge(parseIdentityPolicy(policy), question(request)) === "allowed";

const oursTrusting = (trust: PolicyDocument, request: Request): boolean =>
  judge(parseTrustPolicy(trust), {
    ...question(request),
    principal: { kind: "role", arn: principal, account },
  }) === "allowed";

/** With every STS right of its own, the caller depends on the trust policy alone. */
const anySts = f.policy({ Effect: "Allow", Action: "sts:*", Resource: "*" });

const trustOf = (AWS: string, pattern: string, guarded: boolean): PolicyDocument =>
  f.policy({
    Effect: "Allow",
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Principal: { AWS },
    Condition: {
      "ForAllValues:StringEquals": { "aws:TagKeys": ["scope"] },
      ...(guarded && {
        StringLike: { "aws:RequestTag/scope": pattern },
        Null: { "aws:RequestTag/scope": "false" },
      }),
    },
  });

async function theirs(
  policy: PolicyDocument,
  request: Request,
  trust?: PolicyDocument,
): Promise<boolean> {
  const { action, resource, context } = request;
  const simulated = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: withCaller(context),
      },
      identityPolicies: [{ name: "policy", policy }],
      resourcePolicy: trust,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (simulated.resultType === "error") {
    throw new Error(JSON.stringify({ errors: simulated.errors, policy }));
  }
  return simulated.overallResult === "Allowed";
}

const some = <Value>(values: readonly Value[], minLength = 1) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 3 });

const reads = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem"];
const actions = [...reads, "dynamodb:PutItem", "dynamodb:ConditionCheckItem"];
const actionPatterns = [
  ...actions,
  "dynamodb:*",
  "dynamodb:Get*",
  "DYNAMODB:putitem",
  "dynamodb:?uery",
];
const resources = [
  tableArn,
  `${tableArn}-archive`,
  `arn:aws:dynamodb:${region}:${account}:table/deinze`,
  `arn:aws:dynamodb:eu-west-1:${account}:table/${table}`,
];
const resourcePatterns = [
  ...resources,
  "*",
  `${tableArn}*`,
  `arn:aws:dynamodb:*:${account}:table/digihulp-*`,
  `arn:aws:dynamodb:${region}:*:table/d?inze`,
  `arn:aws:dynamodb:${region}:${account}:table/\${aws:PrincipalTag/scope}`,
];
const tags = ["deinze", "Deinze", "deinze-zuid", "gavere", "*", "?", "dein*", "${*}", "de|inze"];
const keys = [
  "deinze#a",
  "Deinze#a",
  "deinze-zuid#a",
  "gavere#a",
  "*#a",
  "dein*#a",
  "#a",
  "deinze",
];
const fixedTexts = [...tags.slice(0, 6), ...keys, "*", "?einze*", "a"];
const texts = [
  ...fixedTexts,
  "${aws:PrincipalTag/scope}",
  "${aws:PrincipalTag/scope}#*",
  "${aws:PrincipalTag/scope}*",
  "${aws:PrincipalTag/absent}#*",
  "${aws:PrincipalTag/Role}#?",
];

const single = ["aws:PrincipalTag/scope", "aws:principaltag/Role", "aws:PrincipalTag/absent"];
const several = ["dynamodb:LeadingKeys", "DynamoDB:Attributes"];
const bases = ["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"];
const quantified = ["ForAllValues:", "ForAnyValue:"].flatMap((set) =>
  bases.flatMap((base) => [`${set}String${base}`, `${set}String${base}IfExists`]),
);
const unquantified = bases.flatMap((base) => [`String${base}`, `String${base}IfExists`]);
const arns = [
  principal,
  f.roleArn("*"),
  f.roleArn("loans-?enant"),
  f.roleArn("other"),
  `arn:aws:iam::*:role/*`,
];

const block = (operators: readonly string[], names: readonly string[]) =>
  fc
    .constantFrom(...operators)
    .chain((operator) =>
      fc.tuple(
        fc.constant(operator),
        fc.constantFrom(...names),
        some(operator.includes("Not") ? fixedTexts : texts),
      ),
    );
const arnOperators = ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "ArnLikeIfExists"];
const oneCondition = fc.oneof(
  { arbitrary: block(quantified, several), weight: 4 },
  { arbitrary: block([...unquantified, ...quantified], single), weight: 3 },
  fc.tuple(fc.constantFrom(...arnOperators), fc.constant("aws:PrincipalArn"), some(arns)),
  fc.tuple(fc.constant("Bool"), fc.constantFrom(...single), some(["true", "false"])),
  fc.tuple(fc.constant("Null"), fc.constantFrom(...single, ...several), some(["true", "false"])),
);
const conditions = fc.array(oneCondition, { maxLength: 3 }).map((list) => {
  const all: Record<string, Record<string, string | string[]>> = {};
  for (const [operator, key, values] of list) {
    const value = operator === "Null" || operator === "Bool" ? values[0]! : values;
    all[operator] = { ...all[operator], [key]: value };
  }
  return all;
});
const statement = fc
  .record({
    Effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
    verb: fc.constantFrom("Action", "Action", "Action", "NotAction"),
    actions: some(actionPatterns),
    Resource: some(resourcePatterns),
    Condition: conditions,
  })
  .map(({ Effect, verb, actions, Resource, Condition }) => ({
    Effect,
    [verb]: actions,
    Resource,
    ...(Object.keys(Condition).length > 0 && { Condition }),
  }));
const policies = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((Statement): PolicyDocument => ({ Version: "2012-10-17", Statement }));

const requests = fc
  .record({
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources),
    scope: fc.option(fc.constantFrom("", ...tags), { nil: undefined, freq: 6 }),
    role: fc.option(fc.constantFrom("true", "false", "deinze"), { nil: undefined }),
    leading: fc.option(some(keys), { nil: undefined, freq: 5 }),
    attributes: some(["deinze#a", "deinze", "a", "gavere"]),
  })
  .map(({ action, resource, scope, role, leading, attributes }): Request => {
    const context: Request["context"] = { "dynamodb:Attributes": attributes };
    if (scope !== undefined) context["aws:PrincipalTag/scope"] = scope;
    if (role !== undefined) context["aws:PrincipalTag/Role"] = role;
    if (leading !== undefined) context["dynamodb:LeadingKeys"] = leading;
    return { action, resource, context };
  });

const allowed = async (policy: PolicyDocument, request: Request) => ({
  ours: ours(policy, request),
  theirs: await theirs(policy, request),
});

/** Compares, and refuses a comparison that hardly ever saw one of the two answers. */
async function compare(
  property: (see: (ours: boolean) => void) => fc.IAsyncProperty<unknown>,
  numRuns: number,
): Promise<void> {
  const seen = { true: 0, false: 0 };
  const see = (answer: boolean): void => void (seen[`${answer}`] += 1);
  await fc.assert(property(see), { seed: 20261122, numRuns });
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan((seen.true + seen.false) / 20);
}

describe("the evaluator agrees with the reference", () => {
  it("on random requests under random policies", { timeout: 120_000 }, async () => {
    const list = fc.array(requests, { minLength: 4, maxLength: 4 });
    const property = (see: (ours: boolean) => void) =>
      fc.asyncProperty(policies, list, async (policy, asked) => {
        for (const request of asked) {
          const answer = await allowed(policy, request);
          see(answer.ours);
          expect({ request, allowed: answer.ours }).toEqual({ request, allowed: answer.theirs });
        }
      });
    await compare(property, 1_000);
  });

  it("on random requests under the template's policies", { timeout: 120_000 }, async () => {
    const shaped = [f.ownKeys, { ...f.ownKeys, Null: undefined }, {}].map((condition) =>
      f.tableRights(actions, JSON.parse(JSON.stringify(condition))),
    );
    const property = (see: (ours: boolean) => void) =>
      fc.asyncProperty(fc.constantFrom(...shaped), requests, async (policy, request) => {
        const answer = await allowed(policy, request);
        see(answer.ours);
        expect(answer.ours).toBe(answer.theirs);
      });
    await compare(property, 2_000);
  });

  it("on who may become a data role", { timeout: 120_000 }, async () => {
    const principals = [principal, f.roleArn("other"), `arn:aws:iam::${account}:root`, account];
    const kinds = ["*.*", "org-*", "public"];
    const cases = fc.record({
      AWS: fc.constantFrom(...principals),
      pattern: fc.constantFrom(...kinds),
      guarded: fc.boolean(),
      action: fc.constantFrom("sts:AssumeRole", "sts:TagSession"),
      names: fc.uniqueArray(fc.constantFrom("scope", "tenant", "region"), { maxLength: 2 }),
      value: fc.constantFrom("leie-schelde.deinze", "org-vdab", "public", "publiek"),
    });
    const property = (see: (ours: boolean) => void) =>
      fc.asyncProperty(cases, async ({ AWS, pattern, guarded, action, names, value }) => {
        const trust = trustOf(AWS, pattern, guarded);
        const tags = names.map((name) => [`aws:RequestTag/${name}`, value]);
        const context = { ...Object.fromEntries(tags), "aws:TagKeys": names };
        const request = { action, resource: f.roleArn("loans-data"), context };
        const answer = oursTrusting(trust, request);
        see(answer);
        expect({ names, answer }).toEqual({ names, answer: await theirs(anySts, request, trust) });
      });
    await compare(property, 2_000);
  });

  it("on an empty tag, which fills no variable", async () => {
    const policy = f.tableRights(["dynamodb:GetItem"]);
    const context = { "aws:PrincipalTag/scope": "", "dynamodb:LeadingKeys": ["#a"] };
    const request = { action: "dynamodb:GetItem", resource: tableArn, context };
    expect(await allowed(policy, request)).toEqual({ ours: false, theirs: false });
  });
});
