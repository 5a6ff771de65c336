import type { RegionDefinition } from "@digihulp/region";
import { Choices, errorOf, Field, Select, TextArea } from "@digihulp/web/look";
import type { Choice, FieldError } from "@digihulp/web/look";
import { CURRENT_VERSION } from "../domain/consent.ts";
import type { ConsentId } from "../domain/consent.ts";
import { NOT_KNOWN } from "../domain/intake.ts";
import type { TypedIntake } from "../domain/intake.ts";
import type { QuestionName } from "../domain/issue.ts";
import { LANGUAGES } from "@digihulp/kernel";
import { REACHES } from "../domain/reach.ts";
import { CONSENT_TEXTS } from "../locale/consents.ts";
import { nl } from "../locale/nl.ts";
import { AGREED_FIELD, FIELDS } from "./intake-form.ts";

const { intake: text } = nl;

export type FormState = {
  readonly region: RegionDefinition;
  readonly typed: TypedIntake;
  readonly errors: readonly FieldError[];
};

const themeChoices = ({ themes }: RegionDefinition): Choice[] => [
  { value: NOT_KNOWN, label: nl.themeUnknown },
  ...themes
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "nl")),
];

// On a shared desk, a browser must not offer the next person what the last one typed.
const unremembered = { autocomplete: "off" } as const;

type Words = { readonly label: string; readonly hint?: string };

const asked = ({ typed, errors }: FormState, question: QuestionName, words: Words) => ({
  name: FIELDS[question],
  ...words,
  value: typed[question],
  error: errorOf(errors, FIELDS[question]),
});

const Reaching = (form: FormState) => (
  <>
    <Choices
      {...asked(form, "reachBy", { label: text.reach })}
      type="radio"
      options={REACHES.map((value) => ({ value, label: nl.reaches[value] }))}
      chosen={[form.typed.reachBy]}
    />
    <Field
      {...asked(form, "reachAt", { label: text.reachAt, hint: text.reachAtHint })}
      {...unremembered}
    />
    <Field
      {...asked(form, "relation", { label: text.relation, hint: text.relationHint })}
      {...unremembered}
    />
  </>
);

/** What somebody asks: a theme and their own words. */
export const WishFields = (form: FormState & { readonly wordsHint?: string }) => (
  <>
    <Select
      {...asked(form, "theme", { label: text.theme })}
      open={text.themeOpen}
      choices={themeChoices(form.region)}
    />
    <TextArea
      {...asked(form, "words", { label: text.words, hint: form.wordsHint ?? text.wordsHint })}
    />
  </>
);

/** Who somebody is, as far as we need to know. */
export const PersonFields = (form: FormState) => (
  <>
    <Field {...asked(form, "name", { label: text.name, hint: text.nameHint })} {...unremembered} />
    <Reaching {...form} />
    <Select
      {...asked(form, "language", { label: text.language })}
      open={text.languageOpen}
      choices={LANGUAGES.map((value) => ({ value, label: nl.languages[value] }))}
    />
  </>
);

/** The one question that most people skip. */
export const BirthYearField = (form: FormState) => (
  <Field
    {...asked(form, "birthYear", { label: text.birthYear, hint: text.birthYearHint })}
    {...unremembered}
    inputmode="numeric"
  />
);

type AgreedProps = FormState & { readonly consents: readonly ConsentId[]; readonly hint: string };

/** What is read out to the person, in today's wording. */
export const AgreedField = ({ typed, errors, consents, hint }: AgreedProps) => (
  <Choices
    type="checkbox"
    name={AGREED_FIELD}
    label={text.agreed}
    hint={hint}
    error={errorOf(errors, AGREED_FIELD)}
    options={consents.map((consent) => ({
      value: consent,
      label: CONSENT_TEXTS[consent][CURRENT_VERSION[consent]] ?? "",
    }))}
    chosen={typed.agreed}
  />
);
