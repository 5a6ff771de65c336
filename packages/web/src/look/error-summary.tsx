import { fieldId } from "./field.tsx";
import { Pictogram } from "./pictogram.tsx";
import { shellTexts } from "./texts.ts";

/** What is missing in one question of a form; the same words stand beside the question. */
export type FieldError = { readonly field: string; readonly text: string };

type ErrorSummaryProps = {
  readonly errors: readonly FieldError[];
  readonly title?: string;
};

/** On top of a page whose form was not accepted; takes the focus without a script. */
export const ErrorSummary = ({ errors, title }: ErrorSummaryProps) =>
  errors.length === 0 ? null : (
    <section class="errors" aria-labelledby="fouten" tabindex={-1} autofocus>
      <Pictogram name="warning" />
      <div>
        <h2 id="fouten">{title ?? shellTexts.nl.errorSummary}</h2>
        <ul>
          {errors.map(({ field, text }) => (
            <li>
              <a href={`#${fieldId(field)}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );

/** The error of one question, if it has any. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;
