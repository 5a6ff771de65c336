import type { RegionDefinition } from "@digihulp/region";

type ProseProps = {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly items?: readonly string[];
};

/** A heading with sentences, a list, or both. */
export const Prose = ({ title, lines = [], items = [] }: ProseProps) => (
  <section>
    <h2>{title}</h2>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
    {items.length > 0 && (
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )}
  </section>
);

/** The name of the organisation that coordinates the region. */
export const coordinatorOf = (region: RegionDefinition): string =>
  region.organisations.find(({ id }) => id === region.coordinator)?.name ?? region.name;
