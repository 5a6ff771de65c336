import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";

/** What Lambda answers to whoever invoked the function. */
export type FunctionFailure = {
  kind: "failure";
  errorType: string;
  errorMessage: string;
  trace: string[];
};

export type Outcome = { kind: "answer"; payload: Json } | FunctionFailure;

/** Lambda's limit on a request and on a response of a synchronous invocation. */
const PAYLOAD_LIMIT_BYTES = 6_291_556;

export function failure(errorType: string, errorMessage: string): FunctionFailure {
  return { kind: "failure", errorType, errorMessage, trace: [] };
}

export function isTooLarge(payload: string): boolean {
  return (
    payload.length * 3 > PAYLOAD_LIMIT_BYTES && Buffer.byteLength(payload) > PAYLOAD_LIMIT_BYTES
  );
}

function textOf(message: JsonObject, key: string): string {
  const value = message[key];
  return typeof value === "string" ? value : "";
}

/** Reads what the child process sent about one event. */
export function readOutcome(message: JsonObject): Outcome {
  if (message["kind"] === "answer") {
    const payload = textOf(message, "payload");
    if (isTooLarge(payload)) {
      return failure(
        "Function.ResponseSizeTooLarge",
        `Response payload size exceeded maximum allowed payload size (${PAYLOAD_LIMIT_BYTES} bytes).`,
      );
    }
    return { kind: "answer", payload: parseJson(payload) };
  }
  const trace = Array.isArray(message["trace"]) ? message["trace"] : [];
  return {
    kind: "failure",
    errorType: textOf(message, "errorType"),
    errorMessage: textOf(message, "errorMessage"),
    trace: trace.filter((line) => typeof line === "string"),
  };
}

export function isMessage(value: unknown): value is JsonObject {
  return isObject(value) && typeof value["kind"] === "string";
}
