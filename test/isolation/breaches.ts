import type { Application } from "../../infra/local/template/application.ts";
import type { FunctionDefinition } from "../../infra/local/template/functions.ts";
import type { Wall } from "../../infra/local/wall/wall.ts";
import {
  KINDS,
  OTHERS,
  SCOPES,
  foreignTo,
  spoken,
  wrongTags,
  type Kind,
  type Tags,
} from "./scopes.ts";
import { givenRoles, statedRights } from "./stated-rights.ts";
import { foreignReads, foreignWrites, isPublicIndex, ownReads, ownWrites } from "./attempts.ts";
import { beyondTheCard, query, targetOf, wholeTable } from "./attempts.ts";
import type { Attempt, Target } from "./attempts.ts";
import { wallCalls, type Credentials, type WallCalls } from "./wall-calls.ts";

export type Probe = {
  /** One sentence for each thing that somebody could do and must not. */
  readonly breaches: string[];
  /** How many calls the wall refused, as it should. */
  readonly refused: number;
  /** What a session could do in its own scope, as it should. */
  readonly allowed: string[];
};

type Findings = { breaches: string[]; refused: number; allowed: string[] };
type World = {
  readonly application: Application;
  readonly wall: Wall;
  readonly calls: WallCalls;
  readonly findings: Findings;
};
type Session = { readonly who: string; readonly credentials: Credentials };

async function tryAll({ calls, findings }: World, session: Session, attempts: readonly Attempt[]) {
  const { who, credentials } = session;
  const replies = await Promise.all(
    attempts.map(({ operation, input }) => calls.dynamo(credentials, operation, input)),
  );
  for (const [at, { does }] of attempts.entries()) {
    if (replies[at]?.isRefused) findings.refused += 1;
    else findings.breaches.push(`${who} could ${does}`);
  }
}

const targets = ({ application }: World): Target[] => application.tables.map(targetOf);

const isBehindADoor = ({ application }: World, { name }: FunctionDefinition): boolean =>
  application.apis.some(({ routes }) => routes.some(({ functionName }) => functionName === name));

/** Without a data role a function reaches nothing at all. */
async function ownRole(world: World, lambda: FunctionDefinition): Promise<void> {
  const credentials = world.wall.credentialsFor(lambda.roleArn);
  const session = { who: `${lambda.name} by itself`, credentials };
  for (const target of targets(world)) {
    const scopes = { own: SCOPES.tenant, foreign: SCOPES.public };
    await tryAll(world, session, [
      ...foreignReads(target, scopes),
      ...foreignWrites(target, scopes),
      ...ownWrites(target, scopes.own),
      ...wholeTable(target),
    ]);
  }
}

async function assumptions(world: World, lambda: FunctionDefinition): Promise<void> {
  const { application, calls, findings, wall } = world;
  const given = new Map(givenRoles(lambda).map(({ kind, role }) => [role, kind]));
  const credentials = wall.credentialsFor(lambda.roleArn);
  for (const { arn } of application.roles) {
    const kind = given.get(arn);
    const scoped = KINDS.map((each): Tags => [["scope", SCOPES[each]]]);
    for (const tags of kind ? wrongTags(kind) : [...scoped, []]) {
      const session = await calls.assume(credentials, arn, tags);
      if (session === undefined) findings.refused += 1;
      else findings.breaches.push(`${lambda.name} could become ${arn} with ${spoken(tags)}`);
    }
  }
}

/** Where what other services may look at is kept: who is signed in, and people's cards. */
const KEEPERS: Partial<Record<Kind, string>> = { session: "partnership", people: "registration" };
const isIn = ({ environment }: FunctionDefinition, service: string): boolean =>
  environment["SERVICE"] === service;

/** The only table that a session may reach: the service's own, or that of the keeper. */
function homeOf({ application }: World, lambda: FunctionDefinition, kind: Kind): string {
  const keeper = KEEPERS[kind];
  const home = keeper ? application.functions.find((each) => isIn(each, keeper)) : lambda;
  return home?.environment["TABLE_NAME"] ?? "none";
}

/** Whether a function must not write even its own scope, whatever its data role is called. */
function isReader(world: World, lambda: FunctionDefinition, kind: Kind): boolean {
  if (kind === "people") return true;
  if (kind === "public") return isBehindADoor(world, lambda);
  // Who works for members must not be able to sign anybody in.
  const worksForMembers = lambda.environment["DATA_ROLE_TENANT"] !== undefined;
  return kind === "session" && (worksForMembers || !isIn(lambda, "partnership"));
}

/** Everything beyond its own scope that a good session must not reach. */
function outside(world: World, lambda: FunctionDefinition, kind: Kind): Attempt[] {
  const own = SCOPES[kind];
  const ownTable = homeOf(world, lambda, kind);
  return targets(world).flatMap((target) => {
    const isHome = target.table === ownTable;
    const foreign = (isHome ? foreignTo(own) : [own, OTHERS[0]]).flatMap((scope) => [
      ...foreignReads(target, { own, foreign: scope }),
      ...foreignWrites(target, { own, foreign: scope }),
    ]);
    if (!isHome) return foreign;
    const tenantIndexes = target.indexes.filter((index) => !isPublicIndex(index));
    return [
      ...foreign,
      ...wholeTable(target),
      ...(isReader(world, lambda, kind) ? ownWrites(target, own) : []),
      ...(kind === "people" ? beyondTheCard(target, own) : []),
      ...(kind === "public" ? tenantIndexes : []).map((index) => ({
        does: `read the tenants' index ${index.name} as anybody`,
        operation: "Query",
        input: query(target, own, index),
      })),
    ];
  });
}

async function dataSession(
  world: World,
  lambda: FunctionDefinition,
  given: { kind: Kind; role: string },
) {
  const { calls, findings, wall } = world;
  const own = SCOPES[given.kind];
  const who = `${lambda.name} as ${own}`;
  const self = wall.credentialsFor(lambda.roleArn);
  const credentials = await calls.assume(self, given.role, [["scope", own]]);
  if (!credentials) throw new Error(`${who} has no session`);
  const home = homeOf(world, lambda, given.kind);
  const target = targets(world).find(({ table }) => table === home);
  if (!target) throw new Error(`${lambda.name} has no table`);
  const reads = await Promise.all(
    ownReads(target, own).map(({ operation, input }) =>
      calls.dynamo(credentials, operation, input),
    ),
  );
  if (reads.some(({ isRefused }) => !isRefused)) findings.allowed.push(`${who} reads ${home}`);
  await tryAll(world, { who, credentials }, outside(world, lambda, given.kind));
}

/**
 * Tries as every function, and as every session it can have, all that it must not be able to do; as those
 * of one service when one is named.
 */
export async function probe(
  application: Application,
  wall: Wall,
  service?: string,
): Promise<Probe> {
  const findings: Findings = { breaches: [], refused: 0, allowed: [] };
  const world: World = { application, wall, calls: wallCalls(wall), findings };
  const tried = application.functions.filter((each) => !service || isIn(each, service));
  try {
    findings.breaches.push(...statedRights(application));
    for (const lambda of tried) {
      await ownRole(world, lambda);
      await assumptions(world, lambda);
      for (const given of givenRoles(lambda)) await dataSession(world, lambda, given);
    }
    return findings;
  } finally {
    world.calls.stop();
  }
}
