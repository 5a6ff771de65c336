import type { PropsWithChildren } from "hono/jsx";
import { Pictogram } from "./pictogram.tsx";
import type { Plane } from "./pictogram.tsx";
import type { PictogramName } from "./pictograms.ts";

type NoticeProps = PropsWithChildren<{
  readonly plane: Plane;
  readonly pictogram: PictogramName;
  readonly title?: string;
}>;

/** Something to know, on a plane of its own; at most two on a page, besides an error. */
export const Notice = ({ plane, pictogram, title, children }: NoticeProps) => (
  <section class={`notice ${plane}`}>
    <Pictogram name={pictogram} />
    <div>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  </section>
);
