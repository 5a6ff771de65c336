import { describe, expect, it } from "vitest";
import * as f from "./fixture.ts";
import { judge } from "./iam.ts";
import { parseIdentityPolicy, parseTrustPolicy, type PolicyDocument } from "./policy.ts";

const deinze = "leie-schelde.deinze";

function verdict(policy: PolicyDocument, scope: string | undefined, keys: string[] | undefined) {
  const context = new Map<string, string[]>();
  if (scope !== undefined) context.set("aws:principaltag/scope", [scope]);
  if (keys !== undefined) context.set("dynamodb:leadingkeys", keys);
  return judge(parseIdentityPolicy(policy), {
    action: "dynamodb:GetItem",
    resource: f.tableArn,
    context,
  });
}

const real = f.tableRights(f.reading);

describe("the policy of a data role", () => {
  it.each([
    ["an own key", deinze, [`${deinze}#devices`], "allowed"],
    ["several own keys", deinze, [`${deinze}#a`, `${deinze}#b`], "allowed"],
    ["a foreign key", deinze, ["leie-schelde.gavere#devices"], "silent"],
    ["one foreign key among own ones", deinze, [`${deinze}#a`, "public#b"], "silent"],
    ["a namesake's key", deinze, [`${deinze}-zuid#devices`], "silent"],
    ["no key at all", deinze, undefined, "silent"],
    ["a key without a scope", undefined, ["#devices"], "silent"],
    ["a key under an empty scope", "", ["#devices"], "silent"],
    ["another case of the scope", deinze, [`${deinze.toUpperCase()}#devices`], "silent"],
  ])("on %s", (...[, scope, keys, expected]) => {
    expect(verdict(real, scope, keys)).toBe(expected);
  });

  it.each([
    "*",
    "?",
    "leie*",
    "leie-schelde.d?inze",
    "*#",
    "${aws:PrincipalTag/scope}",
    ".*",
    "a|b",
  ])("takes the session tag %s literally", (tag) => {
    expect(verdict(real, tag, [`${deinze}#devices`])).toBe("silent");
    expect(verdict(real, tag, [`${tag}#devices`])).toBe("allowed");
  });

  it("lets one Deny outweigh every Allow, in any order", () => {
    const allow = { Effect: "Allow", Action: "dynamodb:*", Resource: "*" };
    const deny = { Effect: "Deny", Action: "dynamodb:GetItem", Resource: f.tableArn };
    expect(verdict(f.policy(allow), deinze, undefined)).toBe("allowed");
    expect(verdict(f.policy(allow, deny), deinze, undefined)).toBe("refused");
    expect(verdict(f.policy(deny, allow), deinze, undefined)).toBe("refused");
  });

  it("passes over statements on other services, whatever their conditions", () => {
    const conditions = {
      StringEquals: { "kms:ViaService": "dynamodb.eu-central-1.amazonaws.com" },
    };
    const keys = {
      Effect: "Allow",
      Action: "kms:GenerateMac",
      Resource: "*",
      Condition: conditions,
    };
    expect(parseIdentityPolicy(f.policy(keys))).toEqual([]);
  });
});

describe("a policy that cannot be decided exactly is refused when it loads", () => {
  const statement = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: f.tableArn };
  const conditional = (Condition: unknown) => ({ ...statement, Condition });
  const scope = "aws:PrincipalTag/scope";

  it.each([
    ["a clock", conditional({ DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } })],
    ["a clock in text", conditional({ StringLike: { "aws:CurrentTime": "2026*" } })],
    ["an address", conditional({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } })],
    ["an unknown key under ForAllValues", conditional({ "ForAllValues:StringLike": { x: "*" } })],
    ["a number", conditional({ NumericLessThan: { [scope]: "5" } })],
    ["a misspelt operator", conditional({ stringequals: { [scope]: "a" } })],
    [
      "a key of many values without quantifier",
      conditional({ StringLike: { "aws:TagKeys": "a" } }),
    ],
    ["a quantified Null", conditional({ "ForAllValues:Null": { [scope]: "true" } })],
    ["a Null of neither", conditional({ Null: { [scope]: "no" } })],
    ["a condition without values", conditional({ StringEquals: { [scope]: [] } })],
    ["a value that is no text", conditional({ StringEquals: { [scope]: [5] } })],
    ["an unresolved intrinsic", { ...statement, Resource: { "Fn::GetAtt": ["Table", "Arn"] } }],
    ["an unclosed variable", { ...statement, Resource: `${f.tableArn}\${aws:PrincipalTag/x` }],
    ["an unknown variable", { ...statement, Resource: `${f.tableArn}\${aws:username}` }],
    ["a negated variable", conditional({ StringNotLike: { [scope]: "${aws:PrincipalTag/a}" } })],
    ["a resource that is no ARN", { ...statement, Resource: "digihulp-loans" }],
    ["a variable in an action", { ...statement, Action: "dynamodb:${aws:PrincipalTag/scope}" }],
    ["NotResource", { Effect: "Allow", Action: "dynamodb:GetItem", NotResource: f.tableArn }],
    ["Action beside NotAction", { ...statement, NotAction: "dynamodb:Scan" }],
    ["another effect", { ...statement, Effect: "allow" }],
    ["a principal in an identity policy", { ...statement, Principal: "*" }],
  ])("%s", (_, bad) => {
    expect(() => parseIdentityPolicy(f.policy(bad))).toThrow();
  });

  it("because it is of an older version, which has no variables", () => {
    expect(() => parseIdentityPolicy({ ...real, Version: "2008-10-17" })).toThrow("2012-10-17");
  });

  it.each([{ AWS: "arn:aws:iam::111111111111:role/*" }, { CanonicalUser: "x" }, "everybody"])(
    "with the principal %o",
    (Principal) => {
      const trust = f.policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal });
      expect(() => parseTrustPolicy(trust)).toThrow();
    },
  );
});
