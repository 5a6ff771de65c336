import type { ProblemIssue } from "./problem.ts";

/** Why a request got no answer of its own; the same kinds for pages and for the API. */
export type Failure =
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "unauthorized" }
  | { readonly kind: "conflict"; readonly code: string; readonly title: string }
  | { readonly kind: "method-not-allowed"; readonly allowed: readonly string[] }
  | { readonly kind: "too-large" }
  | { readonly kind: "malformed" }
  | { readonly kind: "invalid"; readonly issues: readonly ProblemIssue[] }
  | { readonly kind: "fault" };

export type FailureKind = Failure["kind"];

/** There is nothing here, or nothing for you: both look the same. */
export const NOT_FOUND: Failure = { kind: "not-found" };

/** The input does not fit; each issue names its field. */
export const invalid = (issues: readonly ProblemIssue[]): Failure => ({ kind: "invalid", issues });
