import type { RegionDefinition } from "@digihulp/region";
import { helpContact } from "./contact.tsx";
import { Pictogram } from "./pictogram.tsx";
import { Mark } from "./pictures.tsx";
import { shellTexts } from "./texts.ts";

export type HeadProps = {
  readonly region: RegionDefinition;
  /** The path of the menu item that this page belongs to. */
  readonly here?: string | undefined;
};

/** Mark and name, the words of the menu, and the way to reach somebody. */
export const Head = ({ region, here }: HeadProps) => {
  const help = helpContact(region);
  const { nl } = shellTexts;
  return (
    <header class="head">
      <div class="wrap">
        <a class="brand" href="/">
          <Mark />
          <span>
            <strong>{region.name}</strong> <span>{region.portalName}</span>
          </span>
        </a>
        <nav class="menu" aria-label={nl.menuLabel}>
          <ul>
            {Object.entries(nl.menu).map(([path, word]) => (
              <li>
                <a href={path} aria-current={path === here ? "page" : undefined}>
                  {word}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <a class="tool" href={help.href}>
          <Pictogram name={help.by === "call" ? "call" : "letter"} />
          <span>{help.word}</span>
        </a>
      </div>
    </header>
  );
};
