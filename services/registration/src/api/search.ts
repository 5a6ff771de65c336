import { apiAnswer, invalid, NO_STORE, parse, postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";
import { findClients } from "../use-cases/find-clients.ts";
import { FoundAnswer } from "./answers.ts";
import { refused } from "./refused.ts";

/** A name or a telephone number; in a body, so that it stands in no address and no log. */
export const SearchBody = z.object({ text: z.string() });

/** POST /api/registration/clients/search: people who are meant by it. */
export const searchClients: Handle<RegistrationDeps> = (deps) => async (context) => {
  const body = parse(SearchBody, postedJson(context.request));
  if (!body.ok) return invalid(body.issues);
  const found = await findClients(deps)(context.scope, body.value.text);
  if (!found.ok) return refused(found.refusal);
  const people = found.value.map(({ card, file }) => ({ ...card, birthYear: file.birthYear }));
  return apiAnswer(FoundAnswer, { people }, NO_STORE);
};
