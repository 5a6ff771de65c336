import { fieldId, Pictogram, shellTexts } from "@digihulp/web/look";
import type { Question } from "@digihulp/web/look";

/** A few lines to fill in. */
export const TextArea = ({ name, label, hint, error, value }: Question) => {
  const id = fieldId(name);
  const described = [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(" ");
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-uitleg`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-fout`}>
          <Pictogram name="warning" />
          <span>
            <span class="unseen">{shellTexts.nl.error}: </span>
            {error}
          </span>
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={4}
        dir="auto"
        autocomplete="off"
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={error ? "true" : undefined}
      >
        {/* a browser drops the first line break inside a text area */}
        {`\n${value ?? ""}`}
      </textarea>
    </div>
  );
};
