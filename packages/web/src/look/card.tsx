import type { Child, PropsWithChildren } from "hono/jsx";

type CardProps = PropsWithChildren<{
  readonly title: string;
  /** At the end of the title, for example a link to the whole list. */
  readonly aside?: Child;
}>;

/** A white card on linen: one subject of a members' page. */
export const Card = ({ title, aside, children }: CardProps) => (
  <section class="card">
    <div class="card-title">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);

type AskProps = PropsWithChildren<{ readonly title: string }>;

/** The one question of a page, on its own warm plane. */
export const Ask = ({ title, children }: AskProps) => (
  <section class="ask dawn">
    <h2>{title}</h2>
    {children}
  </section>
);

/** A list of people or things, each with at most one button at the end. */
export const Rows = ({ children }: PropsWithChildren) => <ul class="list">{children}</ul>;

type RowProps = {
  readonly name: string;
  readonly href?: string | undefined;
  /** One line each: why this stands in the list. */
  readonly lines?: readonly string[];
  /** One button, tag or form. */
  readonly end?: Child;
};

/** One row: the name as a link, why it is here, what to do. */
export const Row = ({ name, href, lines = [], end }: RowProps) => (
  <li>
    <div class="list-words">
      <p class="list-name">
        {href ? (
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </p>
      {lines.map((line) => (
        <p class="hint">
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
    {end && <div class="list-end">{end}</div>}
  </li>
);
