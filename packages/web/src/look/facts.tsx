import type { PropsWithChildren } from "hono/jsx";
import { Pictogram, Tile } from "./pictogram.tsx";
import type { Plane } from "./pictogram.tsx";
import type { PictogramName } from "./pictograms.ts";

type FactProps = PropsWithChildren<{
  readonly question: string;
  readonly pictogram: PictogramName;
  readonly plane: Plane;
}>;

/** One question and its answer. */
export const Fact = ({ question, pictogram, plane, children }: FactProps) => (
  <div class="fact">
    <dt>
      <Tile name={pictogram} plane={plane} />
      {question}
    </dt>
    <dd>{children}</dd>
  </div>
);

/** What there is to know, as questions and answers. */
export const Facts = ({ children }: PropsWithChildren) => <dl class="facts">{children}</dl>;

/** A list whose items are each all right. */
export const CheckList = ({ items }: { readonly items: readonly string[] }) => (
  <ul class="checks">
    {items.map((item) => (
      <li>
        <Pictogram name="check" />
        <bdi>{item}</bdi>
      </li>
    ))}
  </ul>
);
