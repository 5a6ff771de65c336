import type { Child, PropsWithChildren } from "hono/jsx";
import { Pictogram } from "./pictogram.tsx";
import { Edge } from "./pictures.tsx";

type BandProps = PropsWithChildren<{
  readonly title: string;
  readonly lead?: string | undefined;
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title, for example a calendar leaf. */
  readonly beside?: Child;
  /** Above the title, for example a tag. */
  readonly above?: Child;
}>;

/** The title of a page on its plane of colour; the head above it has the same colour. */
export const Band = ({ title, lead, back, beside, above, children }: BandProps) => (
  <div class="band">
    <div class="wrap">
      {back && (
        <p class="back">
          <Pictogram name="arrow" />
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <div class="band-title">
        {beside}
        <div>
          {above}
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {lead && (
            <p class="lead">
              <bdi>{lead}</bdi>
            </p>
          )}
        </div>
      </div>
      {children}
    </div>
    <Edge />
  </div>
);
