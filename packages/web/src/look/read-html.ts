import { HtmlValidate, Parser, StaticConfigLoader } from "html-validate";
import type { ConfigData, HtmlElement } from "html-validate";

const CONFIG: ConfigData = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How hono writes them.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "no-inline-style": "error",
    // Titles come from people; and the rule takes words in a tel: link for a number.
    "long-title": "off",
    "tel-non-breaking": "off",
  },
};

const loader = new StaticConfigLoader(CONFIG);
const validator = new HtmlValidate(loader);

/** A rendered document as a test looks at it. */
export type ReadPage = {
  readonly html: string;
  /** What the validator found: ids used twice, headings out of order, inline style and the like. */
  readonly faults: readonly string[];
  readonly all: (selector: string) => HtmlElement[];
  /** The one element of this selector; throws an Error for none or several. */
  readonly one: (selector: string) => HtmlElement;
};

/** The words of an element, with single spaces and without markup. */
export const words = (element: HtmlElement): string =>
  element.textContent
    .replaceAll(/\s+/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();

/** The value of an attribute, empty when it is missing. */
export const attribute = (element: HtmlElement, name: string): string =>
  element.getAttributeValue(name) ?? "";

/** Renders, validates and parses a view; for tests only. */
export async function readHtml(view: { toString: () => unknown }): Promise<ReadPage> {
  const html = String(await view.toString());
  const report = await validator.validateString(html, "page.html");
  const root = new Parser(await loader.getConfigFor("page.html")).parseHtml(html);
  const all = (selector: string): HtmlElement[] => root.querySelectorAll(selector);
  return {
    html,
    faults: report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
    ),
    all,
    one: (selector) => {
      const [found, ...more] = all(selector);
      if (!found || more.length > 0) throw new Error(`${selector}: ${more.length + 1} or none`);
      return found;
    },
  };
}
