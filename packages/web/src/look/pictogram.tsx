import { raw } from "hono/html";
import { PICTOGRAMS } from "./pictograms.ts";
import type { PictogramName } from "./pictograms.ts";

/** A plane of colour; says what kind of thing stands on it. */
export type Plane = "dawn" | "river" | "willow" | "linen" | "amber" | "paper";

/** A pictogram in a line of text, 24 px; hidden from screen readers, so a word always stands beside it. */
export const Pictogram = ({ name }: { readonly name: PictogramName }) => (
  <svg
    class={name === "arrow" ? "pic turns" : "pic"}
    viewBox="0 0 32 32"
    width="24"
    height="24"
    aria-hidden="true"
  >
    {raw(PICTOGRAMS[name])}
  </svg>
);

/** A pictogram on a tile of 56 px. */
export const Tile = ({ name, plane }: { readonly name: PictogramName; readonly plane: Plane }) => (
  <span class={`tile ${plane}`} aria-hidden="true">
    <Pictogram name={name} />
  </span>
);
