import type { Actor } from "@digihulp/access";
import { newId } from "@digihulp/kernel";
import type { HttpRequest } from "./http.ts";

/** The hidden field that makes a form recognisable, so that posting it twice does it once. */
export const KEY_FIELD = "_sleutel";

/** A new key for a form that is about to be shown. `now` in milliseconds since 1970. */
export const newFormKey = (now: number): string => newId("key", now);

/** The fields of a form that was posted, each as its last value. */
export const postedFields = ({ body }: Pick<HttpRequest, "body">): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

/** The JSON that was sent, or undefined when it is none. */
export function postedJson({ body }: Pick<HttpRequest, "body">): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const idOf = (actor: Actor): string => {
  if (actor.kind === "member") return actor.member;
  return actor.kind === "program" ? actor.client : actor.kind;
};

/**
 * The idempotency key of a command: the header that a program sends, or the form's hidden field. It is
 * the sender's own, so that nobody's key can meet somebody else's.
 */
export function idempotencyKeyOf(request: HttpRequest, actor: Actor): string | undefined {
  const given = request.headers["idempotency-key"] ?? postedFields(request)[KEY_FIELD];
  return given === undefined || given === "" ? undefined : `${idOf(actor)}:${given.slice(0, 200)}`;
}
