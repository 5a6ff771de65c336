import type { RegionDefinition } from "@digihulp/region";
import type { Failure, FailureKind } from "./failure.ts";
import { html, NO_STORE } from "./http.ts";
import type { HttpResponse } from "./http.ts";
import { ProblemView } from "./look/problem.tsx";
import type { ProblemKind } from "./look/texts.ts";
import { problem } from "./problem.ts";

const STATUS = {
  "not-found": 404,
  forbidden: 403,
  unauthorized: 401,
  conflict: 409,
  "method-not-allowed": 405,
  "too-large": 413,
  malformed: 400,
  invalid: 422,
  fault: 500,
} as const satisfies Record<FailureKind, number>;

const TITLE = {
  "not-found": "There is nothing here.",
  forbidden: "You may not do this.",
  unauthorized: "Send a valid access token.",
  conflict: "This cannot be done now.",
  "method-not-allowed": "This address does not take that method.",
  "too-large": "The request is too large.",
  malformed: "The request cannot be read.",
  invalid: "The request does not fit; see the issues.",
  fault: "Something went wrong on our side.",
} as const satisfies Record<FailureKind, string>;

/** The page that tells a person; the words stand in the shell's catalogue. */
const PAGE = {
  "not-found": "not-found",
  forbidden: "not-allowed",
  unauthorized: "not-allowed",
  conflict: "method",
  "method-not-allowed": "method",
  "too-large": "too-large",
  malformed: "invalid",
  invalid: "invalid",
  fault: "fault",
} as const satisfies Record<FailureKind, ProblemKind>;

export type FailureContext = {
  readonly region: RegionDefinition;
  readonly reference: string;
  /** Whether the one who asks is a program rather than somebody with a browser. */
  readonly isProgram: boolean;
};

function asProblem(failure: Failure, reference: string): HttpResponse {
  return problem({
    status: STATUS[failure.kind],
    code: failure.kind === "conflict" ? failure.code : failure.kind,
    title: failure.kind === "conflict" ? failure.title : TITLE[failure.kind],
    ...(failure.kind === "invalid" ? { issues: failure.issues } : {}),
    ...(failure.kind === "fault" ? { reference } : {}),
  });
}

function asPage({ kind }: Failure, { region, reference }: FailureContext): HttpResponse {
  const page = (
    <ProblemView
      kind={PAGE[kind]}
      region={region}
      reference={kind === "fault" ? reference : undefined}
    />
  );
  return html(STATUS[kind], page.toString(), NO_STORE);
}

function headersOf(failure: Failure): Record<string, string> {
  if (failure.kind === "method-not-allowed") return { allow: failure.allowed.join(", ") };
  return failure.kind === "unauthorized" ? { "www-authenticate": "Bearer" } : {};
}

/** The answer to a failure: a problem document for programs, a page in plain Dutch for people. */
export function failed(failure: Failure, context: FailureContext): HttpResponse {
  const response = context.isProgram
    ? asProblem(failure, context.reference)
    : asPage(failure, context);
  return { ...response, headers: { ...response.headers, ...headersOf(failure) } };
}
