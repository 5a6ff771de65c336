import type { RegionDefinition } from "@digihulp/region";
import { html, NO_STORE } from "./http.ts";
import type { HttpResponse } from "./http.ts";
import { errorPage } from "./look/error-page.tsx";
import { problem } from "./problem.ts";
import type { ProblemIssue } from "./problem.ts";

/** Why a request got no answer of its own; the same kinds for pages and for the API. */
export type Failure =
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "method-not-allowed"; readonly allowed: readonly string[] }
  | { readonly kind: "too-large" }
  | { readonly kind: "malformed" }
  | { readonly kind: "invalid"; readonly issues: readonly ProblemIssue[] }
  | { readonly kind: "fault" };

export type FailureKind = Failure["kind"];

const STATUS = {
  "not-found": 404,
  forbidden: 403,
  "method-not-allowed": 405,
  "too-large": 413,
  malformed: 400,
  invalid: 422,
  fault: 500,
} as const satisfies Record<FailureKind, number>;

const TITLE = {
  "not-found": "There is nothing here.",
  forbidden: "You may not do this.",
  "method-not-allowed": "This address does not take that method.",
  "too-large": "The request is too large.",
  malformed: "The request cannot be read.",
  invalid: "The request does not fit; see the issues.",
  fault: "Something went wrong on our side.",
} as const satisfies Record<FailureKind, string>;

export type FailureContext = {
  readonly region: RegionDefinition;
  readonly reference: string;
  /** Whether the one who asks is a program rather than somebody with a browser. */
  readonly isProgram: boolean;
};

function asProblem(failure: Failure, reference: string): HttpResponse {
  return problem({
    status: STATUS[failure.kind],
    code: failure.kind,
    title: TITLE[failure.kind],
    ...(failure.kind === "invalid" ? { issues: failure.issues } : {}),
    ...(failure.kind === "fault" ? { reference } : {}),
  });
}

/** The answer to a failure: a problem document for programs, a page in plain Dutch for people. */
export function failed(failure: Failure, context: FailureContext): HttpResponse {
  const { isProgram, reference, region } = context;
  const response = isProgram
    ? asProblem(failure, reference)
    : html(STATUS[failure.kind], errorPage(failure.kind, { region, reference }), NO_STORE);
  if (failure.kind !== "method-not-allowed") return response;
  return { ...response, headers: { ...response.headers, allow: failure.allowed.join(", ") } };
}
