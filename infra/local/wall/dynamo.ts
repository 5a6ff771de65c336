import { jsonFault, notAuthorized, type Answer } from "./answers.ts";
import { resourceOf, type Decide, type Decision, type Place } from "./decisions.ts";
import { accessesOf, type Access, type PartitionKeys } from "./operations.ts";
import type { Session } from "./sessions.ts";
import { field, isRecord, unique, type Json } from "./shape.ts";
import type { Upstream } from "./upstream.ts";

export type DynamoCall = { operation: string; body: Buffer };
export type DynamoAnswer = {
  answer: Answer & { headers?: Record<string, string> };
  allowed: boolean;
  keys: string[];
  table: string;
};
export type DynamoWorld = {
  place: Place;
  upstream: Upstream;
  partitionKeys: PartitionKeys;
  decide: Decide;
};

function parse(body: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refusal(session: Session, { action, resource, verdict }: Decision): Answer {
  const reason =
    verdict === "refused"
      ? "with an explicit deny in an identity-based policy"
      : `because no identity-based policy allows the ${action} action`;
  const message = `${notAuthorized(session.arn, action, resource)} ${reason}`;
  return jsonFault("AccessDeniedException", message);
}

/** The decision on what no data role may ever do, and on requests that name no table. */
function outright(operation: string, table: unknown, place: Place): Decision {
  const resource = typeof table === "string" ? resourceOf(place, table) : "*";
  return { action: `dynamodb:${operation}`, resource, verdict: "silent" };
}

function firstRefusal(
  session: Session,
  accesses: readonly Access[],
  decide: Decide,
): Decision | undefined {
  for (const access of accesses) {
    const decision = decide(session, access);
    if (decision.verdict !== "allowed") return decision;
  }
  return undefined;
}

/** Decides a DynamoDB request for a session; an allowed one goes to the database byte for byte. */
export async function answerDynamo(
  session: Session,
  { operation, body }: DynamoCall,
  world: DynamoWorld,
): Promise<DynamoAnswer> {
  const input = parse(body);
  if (input === undefined) {
    const answer = jsonFault("SerializationException", "the body is no JSON object");
    return { answer, allowed: false, keys: [], table: "" };
  }
  const accesses = await accessesOf(operation, input, world.partitionKeys);
  if (accesses === undefined) {
    const table = field(input, "TableName");
    const answer = refusal(session, outright(operation, table, world.place));
    return { answer, allowed: false, keys: [], table: typeof table === "string" ? table : "" };
  }
  const keys = unique(accesses.flatMap((access) => access.keys ?? []));
  const table = accesses[0]?.table ?? "";
  const refused = firstRefusal(session, accesses, world.decide);
  if (refused !== undefined) {
    return { answer: refusal(session, refused), allowed: false, keys, table };
  }
  const { status, headers, body: reply } = await world.upstream.call(operation, body);
  const type = headers["content-type"] ?? "application/x-amz-json-1.0";
  return { answer: { status, type, headers, body: reply }, allowed: true, keys, table };
}
