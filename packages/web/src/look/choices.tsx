import { Pictogram } from "./pictogram.tsx";
import { shellTexts } from "./texts.ts";
import { fieldId } from "./field.tsx";
import type { Question } from "./field.tsx";

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

export type ChoicesProps = Omit<Question, "value"> & {
  /** One answer, or as many as fit. */
  readonly type: "radio" | "checkbox";
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
};

/** A question with its answers as cards; the browser's own controls stay visible. */
export const Choices = ({ type, name, label, hint, error, options, chosen }: ChoicesProps) => (
  <fieldset class={error ? "field wrong" : "field"}>
    <legend>{label}</legend>
    {hint && <p class="hint">{hint}</p>}
    {error && (
      <p class="field-error" id={`${fieldId(name)}-fout`}>
        <Pictogram name="warning" />
        <span>
          <span class="unseen">{shellTexts.nl.error}: </span>
          {error}
        </span>
      </p>
    )}
    {options.map((option, at) => (
      <label class="choice">
        <input
          type={type}
          name={name}
          value={option.value}
          id={at === 0 ? fieldId(name) : `${fieldId(name)}-${at}`}
          checked={chosen.includes(option.value)}
          aria-describedby={error ? `${fieldId(name)}-fout` : undefined}
        />
        <span>
          {option.label}
          {option.hint && <span class="hint">{option.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);
