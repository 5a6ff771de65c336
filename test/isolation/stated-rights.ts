import { isObject } from "../../infra/local/json.ts";
import type { Application } from "../../infra/local/template/application.ts";
import type { FunctionDefinition } from "../../infra/local/template/functions.ts";
import { statementsIn } from "../support/changed-assembly.ts";
import { KINDS } from "./scopes.ts";

/** The data roles that a function was given, by kind, from its environment. */
export const givenRoles = ({ environment }: FunctionDefinition) =>
  KINDS.flatMap((kind) => {
    const role = environment[`DATA_ROLE_${kind.toUpperCase()}`];
    return role === undefined ? [] : [{ kind, role }];
  });

const SWEEPING = /^dynamodb:(\*|Scan|PartiQL.*|.*\*)$/i;
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * What the wall refuses more strictly than AWS would, so that trying shows nothing: it never lets a Scan or
 * PartiQL through, and it asks for the caller's own right to assume a role where AWS takes the trust of a
 * role that names the caller (STS API reference, AssumeRole, same account).
 */
export function statedRights(application: Application): string[] {
  const owners = new Map(application.functions.map(({ roleArn, name }) => [roleArn, name]));
  return application.roles.flatMap(({ arn, policies, trust }) => {
    const actions = policies.flatMap(statementsIn).flatMap(({ Action }) => listed(Action));
    const sweeping = actions.filter((action) => SWEEPING.test(String(action)));
    const trusted = statementsIn(trust).flatMap(({ Principal }) =>
      isObject(Principal) ? listed(Principal["AWS"]) : [Principal],
    );
    const strangers = trusted.filter((principal) => {
      if (principal === undefined) return false;
      const lambda = application.functions.find(({ roleArn }) => roleArn === principal);
      return !lambda || givenRoles(lambda).every(({ role }) => role !== arn);
    });
    return [
      ...sweeping.map((action) => `${owners.get(arn) ?? arn} has the right ${String(action)}`),
      ...strangers.map((who) => `${arn} trusts ${owners.get(String(who)) ?? String(who)}`),
    ];
  });
}
