import { randomUUID } from "node:crypto";
import type { Invoke } from "../functions.ts";
import type { FunctionFailure, Outcome } from "../functions/outcome.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Queues } from "../queues.ts";
import type { AsyncRule } from "../template/schedules.ts";

export type AsyncInvocation = {
  functionName: string;
  functionArn: string;
  event: Json;
  rule: AsyncRule;
  invoke: Invoke;
  queues: Queues;
  /** Waits before try number two, three and so on. */
  pause(milliseconds: number): Promise<void>;
  now(): number;
};

const MINUTE = 60_000;

function failureMessage(
  { functionArn, event, now }: AsyncInvocation,
  failure: FunctionFailure,
  tries: number,
): JsonObject {
  const { errorType, errorMessage, trace } = failure;
  return {
    version: "1.0",
    timestamp: new Date(now()).toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: tries,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: { errorType, errorMessage, trace },
  };
}

/** Runs an event as Lambda runs one that nobody waits for: retries, then the failure queue. */
export async function invokeLater(invocation: AsyncInvocation): Promise<Outcome> {
  const { functionName, event, rule, invoke, queues, pause } = invocation;
  for (let tries = 1; ; tries += 1) {
    const outcome = await invoke(functionName, event);
    if (outcome.kind === "answer") return outcome;
    if (tries > rule.retries) {
      if (rule.onFailure !== undefined) {
        queues.send(rule.onFailure, failureMessage(invocation, outcome, tries));
      }
      return outcome;
    }
    await pause(tries * MINUTE);
  }
}
