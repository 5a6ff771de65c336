import { asList, asRecord, field, isRecord, type Json } from "../../infra/local/wall/shape.ts";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { listen } from "../../infra/local/wall/listen.ts";

/** One call that passed the wall. */
export type DatabaseCall = {
  readonly operation: string;
  readonly input: Json;
  /** As the engine counts them; right for reads, too few for transactions. */
  readonly engineUnits: number;
};

export type ObservedDatabase = {
  readonly database: Database;
  /** Does something, and keeps the calls of items that were made meanwhile. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; calls: DatabaseCall[] }>;
};

const ITEMS = /^DynamoDB_\d+\.((?:Batch|Transact)?(?:Get|Write|Put|Update|Delete)Items?|Query)$/;

function unitsIn(reply: string): number {
  const consumed = field(asRecord(JSON.parse(reply)), "ConsumedCapacity");
  const all = Array.isArray(consumed) ? asList(consumed) : [consumed];
  return all
    .filter(isRecord)
    .reduce((sum, one) => sum + Number(field(one, "CapacityUnits") ?? 0), 0);
}

async function pass(endpoint: string, target: string, body: string) {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": target,
      authorization:
        "AWS4-HMAC-SHA256 Credential=bench/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body,
  });
  const type = answer.headers.get("content-type") ?? "application/x-amz-json-1.0";
  return { status: answer.status, type, body: await answer.text() };
}

/** DynamoDB Local, asked behind everybody's back what each call consumed. */
export async function observeDatabase(): Promise<ObservedDatabase> {
  const engine = await startDatabase({});
  const listeners = new Set<DatabaseCall[]>();
  const proxy = await listen(async ({ headers, body }) => {
    const target = String(headers["x-amz-target"] ?? "");
    const operation = ITEMS.exec(target)?.[1];
    if (operation === undefined) return pass(engine.endpoint, target, body.toString("utf8"));
    const input = asRecord(JSON.parse(body.toString("utf8")));
    const asking = JSON.stringify({ ...input, ReturnConsumedCapacity: "TOTAL" });
    const answer = await pass(engine.endpoint, target, asking);
    const call = { operation, input, engineUnits: unitsIn(answer.body) };
    for (const calls of listeners) calls.push(call);
    return answer;
  });
  return {
    database: {
      endpoint: proxy.endpoint,
      stop: async () => {
        await proxy.stop();
        await engine.stop();
      },
    },
    during: async (work) => {
      const calls: DatabaseCall[] = [];
      listeners.add(calls);
      try {
        return { result: await work(), calls };
      } finally {
        listeners.delete(calls);
      }
    },
  };
}
