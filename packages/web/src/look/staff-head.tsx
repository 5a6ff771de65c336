import type { RegionDefinition } from "@digihulp/region";
import { DoorPicture, Mark } from "./pictures.tsx";
import { shellTexts } from "./texts.ts";

type MenuItem = { readonly href: string; readonly label: string };

export type StaffHeadProps = {
  readonly region: RegionDefinition;
  readonly name: string;
  readonly label: string;
  readonly menu: readonly MenuItem[];
  readonly here?: string | undefined;
};

/** Where you work, who you are, and the way out: the same on every page for members. */
const Bar = ({ name, label }: Pick<StaffHeadProps, "name" | "label">) => (
  <div class="bar">
    <div class="wrap">
      <p class="bar-place">
        <DoorPicture />
        <strong>{label}</strong>
      </p>
      <p class="bar-name">
        <bdi>{name}</bdi>
      </p>
      <form action="/afmelden" method="post">
        <button class="sign-out" type="submit">
          {shellTexts.nl.staff.signOut}
        </button>
      </form>
    </div>
  </div>
);

/** The head of members' pages: the bar in the colour of the door, and the menu of the role. */
export const StaffHead = ({ region, menu, here, ...member }: StaffHeadProps) => (
  <header class="staff-head">
    <Bar {...member} />
    <div class="staff-menu">
      <div class="wrap">
        <a class="brand" href="/">
          <Mark />
          <strong>{region.name}</strong>
        </a>
        <nav class="menu" aria-label={shellTexts.nl.menuLabel}>
          <ul>
            {menu.map(({ href, label }) => (
              <li>
                <a href={href} aria-current={href === here ? "page" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  </header>
);

/** The quiet end of members' pages. */
export const StaffFoot = ({ region }: { readonly region: RegionDefinition }) => (
  <footer class="staff-foot">
    <div class="wrap">
      <p>
        {shellTexts.nl.staff.foot(region.portalName, region.name)}{" "}
        {Object.entries(shellTexts.nl.staff.links).map(([path, word]) => (
          <>
            <a href={path}>{word}</a>{" "}
          </>
        ))}
      </p>
    </div>
  </footer>
);
