import { isCalendarDate } from "@digihulp/kernel";
import type { Child, PropsWithChildren } from "hono/jsx";
import { Pictogram } from "./pictogram.tsx";
import { shellTexts } from "./texts.ts";

/** What every question of a form has in common. */
export type Question = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The same words as in the error summary. */
  readonly error?: string | undefined;
  readonly value?: string | undefined;
};

export type FieldProps = Question & {
  readonly type?: "text" | "date" | "email" | "tel" | "search";
  readonly autocomplete?: string;
  readonly inputmode?: "text" | "numeric" | "tel" | "email";
  readonly maxlength?: number;
};

/** The id of the control with this name; what an error summary links to. */
export const fieldId = (name: string): string => `veld-${name}`;

const describedBy = ({ name, hint, error }: Question): string | undefined => {
  const ids = [hint && `${fieldId(name)}-uitleg`, error && `${fieldId(name)}-fout`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
};

/** Label, explanation, error and control, in the order in which they are read. */
export const Labelled = ({ name, label, hint, error, children }: PropsWithChildren<Question>) => (
  <div class={error ? "field wrong" : "field"}>
    <label for={fieldId(name)}>{label}</label>
    {hint && (
      <p class="hint" id={`${fieldId(name)}-uitleg`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="field-error" id={`${fieldId(name)}-fout`}>
        <Pictogram name="warning" />
        <span>
          <span class="unseen">{shellTexts.nl.error}: </span>
          {error}
        </span>
      </p>
    )}
    {children}
  </div>
);

/** What ties a control to its label, explanation and error. */
export const control = (question: Question) => ({
  id: fieldId(question.name),
  name: question.name,
  "aria-describedby": describedBy(question),
  "aria-invalid": question.error ? ("true" as const) : undefined,
});

/** One line to fill in. */
export const Field = ({
  type = "text",
  autocomplete,
  inputmode,
  maxlength,
  ...question
}: FieldProps) => (
  <Labelled {...question}>
    <input
      {...control(question)}
      type={type}
      value={question.value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      maxlength={maxlength}
      dir={type === "text" ? "auto" : undefined}
    />
  </Labelled>
);

/**
 * A calendar date. The browser's own calendar where it has one; a line of text where it has not, and
 * also to give back what somebody typed that is no date.
 */
export const DateField = (question: Question) => (
  <Field {...question} type={!question.value || isCalendarDate(question.value) ? "date" : "text"} />
);

export type Choice = { readonly value: string; readonly label: string };
export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] };

export type SelectProps = Question & {
  /** The words of the choice that leaves the answer open. */
  readonly open: string;
  readonly choices: readonly (Choice | ChoiceGroup)[];
};

const options = (choices: readonly (Choice | ChoiceGroup)[], chosen: string | undefined): Child[] =>
  choices.map((choice) =>
    "choices" in choice ? (
      <optgroup label={choice.label}>{options(choice.choices, chosen)}</optgroup>
    ) : (
      <option value={choice.value} selected={choice.value === chosen}>
        {choice.label}
      </option>
    ),
  );

/** One answer out of a list; the first one leaves it open. */
export const Select = ({ open, choices, ...question }: SelectProps) => (
  <Labelled {...question}>
    <select {...control(question)}>
      <option value="">{open}</option>
      {options(choices, question.value)}
    </select>
  </Labelled>
);
