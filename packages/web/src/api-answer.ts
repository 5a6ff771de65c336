import * as z from "zod/mini";
import type { HttpResponse } from "./http.ts";
import { json } from "./http.ts";
import { problem } from "./problem.ts";
import type { ProblemIssue } from "./problem.ts";

/** A JSON answer that passed its schema: a stored field that the schema does not name cannot leave. */
export const apiAnswer = (schema: z.core.$ZodType, value: unknown, cache: string): HttpResponse =>
  json(200, JSON.stringify(z.parse(schema, value)), cache);

/** 422: the input does not fit, each field with its sentence. */
export const apiInvalid = (issues: readonly ProblemIssue[]): HttpResponse =>
  problem({
    status: 422,
    code: "invalid",
    title: "The request does not fit; see the issues.",
    issues,
  });

/** 404: there is no such thing, or not for you; both look the same. */
export const apiNotFound = (): HttpResponse =>
  problem({ status: 404, code: "not-found", title: "There is nothing here." });
