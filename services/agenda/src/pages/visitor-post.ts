import { isId } from "@digihulp/kernel";
import { invalid, NOT_FOUND, parse, postedFields } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { AgendaDeps } from "../deps.ts";
import { countVisitor } from "../use-cases/count-visitor.ts";
import { askedBy } from "../command.ts";
import { momentAnchor } from "./today-links.ts";
import { backToToday } from "./today-page.tsx";

const VisitorForm = z.object({ aantal: z.enum(["1", "-1"]) });

/** POST /agenda/vandaag/:occurrence/bezoeker: one visitor more, or one less. */
export const visitorPost: Handle<AgendaDeps> = (deps) => async (context) => {
  const { occurrence } = context.params;
  if (!isId("occ")(occurrence)) return NOT_FOUND;
  const form = parse(VisitorForm, postedFields(context.request));
  if (!form.ok) return invalid(form.issues);
  const change = form.value.aantal === "1" ? 1 : -1;
  const asked = askedBy(context);
  const outcome = await countVisitor(deps)(context.scope, { occurrence, change, asked });
  return backToToday(deps, context, { outcome, anchor: momentAnchor(occurrence) });
};
