import * as z from "zod/mini";
import type { HttpResponse } from "./http.ts";
import { json } from "./http.ts";

/** A JSON answer that passed its schema: a stored field that the schema does not name cannot leave. */
export const apiAnswer = (schema: z.core.$ZodType, value: unknown, cache: string): HttpResponse =>
  json(200, JSON.stringify(z.parse(schema, value)), cache);
