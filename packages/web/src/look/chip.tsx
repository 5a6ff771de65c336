import { Pictogram } from "./pictogram.tsx";

/** A filter that can be taken away: what it is, where the page without it is, and how that sounds. */
export type ChipProps = { readonly label: string; readonly href: string; readonly spoken: string };

/** One filter; pressing it takes it away. */
export const Chip = ({ label, href, spoken }: ChipProps) => (
  <a class="chip" href={href}>
    <bdi>{label}</bdi>
    <span class="unseen">, {spoken}</span>
    <Pictogram name="cross" />
  </a>
);

/** The active filters, as a list. */
export const Chips = ({
  label,
  chips,
}: {
  readonly label: string;
  readonly chips: readonly ChipProps[];
}) =>
  chips.length === 0 ? null : (
    <ul class="chips" aria-label={label}>
      {chips.map((chip) => (
        <li>
          <Chip {...chip} />
        </li>
      ))}
    </ul>
  );
