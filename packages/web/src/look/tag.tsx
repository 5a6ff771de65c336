import type { MomentKind } from "@digihulp/region";
import type { PropsWithChildren } from "hono/jsx";
import { Pictogram } from "./pictogram.tsx";
import type { Plane } from "./pictogram.tsx";
import type { PictogramName } from "./pictograms.ts";
import { shellTexts } from "./texts.ts";

type TagProps = PropsWithChildren<{ readonly plane: Plane; readonly pictogram: PictogramName }>;

/** One to three words that say a state; never pressable. */
export const Tag = ({ plane, pictogram, children }: TagProps) => (
  <span class={`tag ${plane}`}>
    <Pictogram name={pictogram} />
    {children}
  </span>
);

/** The kind of a moment: its word, its pictogram, its plane. */
export const KIND_LOOK = {
  "drop-in": { plane: "willow", pictogram: "drop-in" },
  "drop-in-with-workshop": { plane: "dawn", pictogram: "workshop" },
} as const satisfies Record<MomentKind, { plane: Plane; pictogram: PictogramName }>;

/** The tag of a moment's kind. */
export const KindTag = ({ kind, plane }: { readonly kind: MomentKind; readonly plane?: Plane }) => (
  <Tag {...KIND_LOOK[kind]} {...(plane && { plane })}>
    {shellTexts.nl.momentKinds[kind]}
  </Tag>
);
