import type { HttpRequest } from "@digihulp/web";
import { KEY_FIELD, newFormKey } from "@digihulp/web";
import type { FieldError } from "@digihulp/web/look";
import type { TypedIntake } from "../domain/intake.ts";
import type { Issue, QuestionName } from "../domain/issue.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import { issueText } from "../locale/issues.ts";

/** The names of the form's fields. */
export const FIELDS = {
  name: "naam",
  reachBy: "bereik",
  reachAt: "bereik-hoe",
  relation: "bereik-wie",
  language: "taal",
  theme: "thema",
  words: "vraag",
  birthYear: "geboortejaar",
} as const satisfies Record<QuestionName, string>;
export const AGREED_FIELD = "akkoord";
/** Brings what was typed elsewhere to this form, without judging it yet. */
export const BEGIN_FIELD = "begin";
/** Says of which people the desk looked at that they are somebody else. */
export const NOT_SAME_FIELD = "iemand-anders";

const formOf = ({ body }: Pick<HttpRequest, "body">) => new URLSearchParams(body);

/** What was typed, word for word; given back as it is when something is missing. */
export function typedIn(request: Pick<HttpRequest, "body">): TypedIntake {
  const form = formOf(request);
  const answer = (question: QuestionName): string => form.get(FIELDS[question]) ?? "";
  return {
    name: answer("name"),
    reachBy: answer("reachBy"),
    reachAt: answer("reachAt"),
    relation: answer("relation"),
    language: answer("language"),
    theme: answer("theme"),
    words: answer("words"),
    birthYear: answer("birthYear"),
    agreed: form.getAll(AGREED_FIELD),
  };
}

/** A form that nobody filled in yet: most people here speak Dutch. */
export const UNTYPED: TypedIntake = {
  name: "",
  reachBy: "",
  reachAt: "",
  relation: "",
  language: "nl",
  theme: "",
  words: "",
  birthYear: "",
  agreed: [],
};

/** The fields of what was typed, to send along unseen. */
export const fieldsTyped = (typed: TypedIntake): [string, string][] => [
  [FIELDS.name, typed.name],
  [FIELDS.reachBy, typed.reachBy],
  [FIELDS.reachAt, typed.reachAt],
  [FIELDS.relation, typed.relation],
  [FIELDS.language, typed.language],
  [FIELDS.theme, typed.theme],
  [FIELDS.words, typed.words],
  [FIELDS.birthYear, typed.birthYear],
  ...typed.agreed.map((consent): [string, string] => [AGREED_FIELD, consent]),
];

export const errorsOf = (issues: readonly Issue[]): FieldError[] =>
  issues.map(({ field, why }) => ({ field: FIELDS[field], text: issueText(field, why) }));

/**
 * The key that the form came with, or a new one: also when that key was used for something else, or
 * nothing could be sent any more. `now` in milliseconds since 1970.
 */
export function formKeyOf(
  request: Pick<HttpRequest, "body">,
  now: number,
  refusal?: RefusalKind,
): string {
  const given = formOf(request).get(KEY_FIELD);
  return given === null || refusal === "idempotency-key-reused" ? newFormKey(now) : given;
}
