import type { HttpResponse } from "./http.ts";
import { NO_STORE } from "./http.ts";

/** One field that does not fit, as a JSON pointer or parameter name and a sentence. */
export type ProblemIssue = { readonly field: string; readonly message: string };

export type Problem = {
  readonly status: number;
  /** Stable, machine-readable, for example `unknown-municipality`. */
  readonly code: string;
  readonly title: string;
  readonly issues?: readonly ProblemIssue[];
  readonly reference?: string;
};

/** An error of the JSON API: `application/problem+json`, RFC 9457. */
export const problem = ({ code, ...members }: Problem): HttpResponse => ({
  status: members.status,
  headers: { "content-type": "application/problem+json", "cache-control": NO_STORE },
  body: JSON.stringify({ type: `urn:digihulp:problem:${code}`, ...members }),
});
