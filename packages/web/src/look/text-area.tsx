import { control, Labelled } from "./field.tsx";
import type { Question } from "./field.tsx";

/** A few lines to fill in. */
export const TextArea = (question: Question) => (
  <Labelled {...question}>
    <textarea {...control(question)} rows={4} dir="auto" autocomplete="off">
      {/* a browser drops the first line break inside a text area */}
      {`\n${question.value ?? ""}`}
    </textarea>
  </Labelled>
);
