import type { MemberId } from "@digihulp/access";
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import * as z from "zod/mini";

/** Somebody whom the issuer knows. */
export type Person = {
  readonly member: MemberId;
  readonly name: string;
  readonly groups: readonly string[];
};

/** Who came back from the issuer, or why nobody did. */
export type Returned =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "code-spent" }
  | { readonly kind: "issuer-refused" }
  | { readonly kind: "not-trusted" };

const isMember = (value: unknown): value is MemberId =>
  typeof value === "string" && value !== "" && value.length <= 255;

const Claims = z.object({
  sub: z.custom<MemberId>(isMember),
  name: z.optional(z.string()),
  "cognito:groups": z.optional(z.array(z.string())),
});

/** The person of an ID token whose signature, client and nonce were checked. */
export function personFrom(claims: unknown): Returned {
  const read = z.safeParse(Claims, claims);
  if (!read.success) return { kind: "not-trusted" };
  const { sub, name = "", "cognito:groups": groups = [] } = read.data;
  return { kind: "person", person: { member: sub, name: name.trim().slice(0, 120), groups } };
}

/** What openid-client calls an answer that is not to be believed, rather than one that did not come. */
const NOT_BELIEVED = new Set([
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_INVALID_REQUEST",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_KEY_SELECTION_FAILED",
  "OAUTH_PARSE_ERROR",
  "OAUTH_UNSUPPORTED_OPERATION",
]);

/** Why nobody came back; throws what says nothing about this sign-in, such as an issuer out of reach. */
export function refusalOf(error: unknown): Returned {
  if (error instanceof AuthorizationResponseError) return { kind: "issuer-refused" };
  if (error instanceof ResponseBodyError && error.error === "invalid_grant")
    return { kind: "code-spent" };
  if (error instanceof ClientError && NOT_BELIEVED.has(error.code ?? ""))
    return { kind: "not-trusted" };
  throw error;
}
