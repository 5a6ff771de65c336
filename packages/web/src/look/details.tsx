import type { PropsWithChildren } from "hono/jsx";

type DetailsProps = PropsWithChildren<{ readonly summary: string; readonly open?: boolean }>;

/** More to read or choose, behind its own words. */
export const Details = ({ summary, open = false, children }: DetailsProps) => (
  <details class="more" open={open}>
    <summary>
      <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
);
