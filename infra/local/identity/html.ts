const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Html | Html[];

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value !== "string") return value.map(written).join("");
  return value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A template in which every text is escaped. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(written)));
}
