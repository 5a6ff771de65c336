import { isId } from "@digihulp/kernel";
import { LANGUAGES } from "@digihulp/kernel";
import { Reach } from "@digihulp/people";
import { parse, postedJson } from "@digihulp/web";
import type { Context, Parsed } from "@digihulp/web";
import * as z from "zod/mini";
import { CONSENTS } from "../domain/consent.ts";
import type { PersonId } from "../domain/ids.ts";
import { intakeTyped, NOT_KNOWN, wishTyped } from "../domain/intake.ts";
import type { Intake, TypedIntake, TypedWish, Wish } from "../domain/intake.ts";
import type { QuestionName, Understood } from "../domain/issue.ts";

const PersonRef = z.custom<PersonId>(isId("per"), { error: "Give a person id." });

/** What somebody asks; without a theme it is not known. */
export const WishBody = z.object({
  theme: z.optional(z.string()),
  words: z.optional(z.string()),
});

/** Somebody with a question, as a program sends it. */
export const ReferralBody = z.extend(WishBody, {
  name: z.string(),
  reach: Reach,
  language: z.enum(LANGUAGES),
  agreed: z.array(z.enum(CONSENTS)),
});

/** The same from the municipality itself; `notSameAs` rules out people who are known already. */
export const ClientBody = z.extend(ReferralBody, {
  birthYear: z.optional(z.number()),
  notSameAs: z.optional(z.array(PersonRef)),
});
export type ClientBody = z.infer<typeof ClientBody>;

function typedReach(reach: Reach): Pick<TypedIntake, "reachBy" | "reachAt" | "relation"> {
  const relation = reach.by === "somebody" ? reach.relation : "";
  switch (reach.by) {
    case "phone":
    case "somebody":
      return { reachBy: reach.by, reachAt: reach.phone, relation };
    case "email":
      return { reachBy: reach.by, reachAt: reach.email, relation };
    case "post":
      return { reachBy: reach.by, reachAt: reach.address, relation };
    case "visit":
      return { reachBy: reach.by, reachAt: "", relation };
    default:
      return reach satisfies never;
  }
}

const wishSent = ({ theme, words }: z.infer<typeof WishBody>): TypedWish => ({
  theme: theme ?? NOT_KNOWN,
  words: words ?? "",
});

type Sent = z.infer<typeof ReferralBody> & Pick<ClientBody, "birthYear">;

const intakeSent = (body: Sent): TypedIntake => ({
  ...typedReach(body.reach),
  ...wishSent(body),
  name: body.name,
  language: body.language,
  birthYear: body.birthYear === undefined ? "" : String(body.birthYear),
  agreed: body.agreed,
});

const FIELDS = {
  name: "name",
  reachBy: "reach.by",
  reachAt: "reach",
  relation: "reach.relation",
  language: "language",
  theme: "theme",
  words: "words",
  birthYear: "birthYear",
} as const satisfies Record<QuestionName, string>;

/** The field that does not fit, and the reason as one word. */
function named<Value>(understood: Understood<Value>): Parsed<Value> {
  if (understood.ok) return understood;
  const issues = understood.refusal.map(({ field, why }) => ({
    field: FIELDS[field],
    message: why,
  }));
  return { ok: false, issues };
}

/** A program's question, understood exactly as a person's. */
export function parseWish({ request, region }: Context): Parsed<Wish> {
  const body = parse(WishBody, postedJson(request));
  return body.ok ? named(wishTyped(wishSent(body.value), region.themes)) : body;
}

/** A program's registration, understood exactly as a person's. */
export const understoodIntake = (body: Sent, { region, now }: Context): Parsed<Intake> =>
  named(intakeTyped(intakeSent(body), { themes: region.themes, today: now.date }));
