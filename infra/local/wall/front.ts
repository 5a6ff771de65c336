import type { IncomingHttpHeaders } from "node:http";
import { jsonFault, xmlFault, type Answer } from "./answers.ts";
import { identify, type Stranger } from "./caller.ts";
import { answerDynamo, type DynamoAnswer, type DynamoWorld } from "./dynamo.ts";
import type { Session, Sessions } from "./sessions.ts";
import type { Sts } from "./sts.ts";

export type Incoming = { headers: IncomingHttpHeaders; body: Buffer };
export type World = DynamoWorld & { sessions: Sessions; sts: Sts; now: () => number };
export type Outcome = Omit<DynamoAnswer, "allowed"> & {
  action: string;
  /** Undefined when nobody the wall knows has called. */
  session: Session | undefined;
  allowed: boolean;
};

const strangerFaults = {
  missing: {
    json: "MissingAuthenticationTokenException",
    xml: "MissingAuthenticationToken",
    message: "Request is missing Authentication Token",
  },
  unknown: {
    json: "UnrecognizedClientException",
    xml: "InvalidClientTokenId",
    message: "The security token included in the request is invalid.",
  },
  expired: {
    json: "ExpiredTokenException",
    xml: "ExpiredToken",
    message: "The security token included in the request is expired",
  },
};

function turnAway({ fault }: Stranger, speaksJson: boolean): Answer {
  const { json, xml, message } = strangerFaults[fault];
  return speaksJson ? jsonFault(json, message) : xmlFault(xml, message);
}

/** One request from headers and body to its answer, whichever of the two services it is for. */
export async function answerIncoming({ headers, body }: Incoming, world: World): Promise<Outcome> {
  const target = headers["x-amz-target"];
  const form = new URLSearchParams(target === undefined ? body.toString("utf8") : "");
  const operation = String(target ?? form.get("Action") ?? "").replace(/^.*\./s, "");
  const action = `${target === undefined ? "sts" : "dynamodb"}:${operation}`;
  const caller = identify(headers, world.sessions, world.now());
  if ("fault" in caller) {
    const answer = turnAway(caller, target !== undefined);
    return { action, session: undefined, answer, allowed: false, keys: [], table: "" };
  }
  if (target === undefined) {
    const answer = world.sts(caller, form);
    const allowed = answer.status === 200;
    return { action, session: caller, answer, allowed, keys: [], table: "" };
  }
  return { action, session: caller, ...(await answerDynamo(caller, { operation, body }, world)) };
}
