import { raw } from "hono/html";
import { LAND, SCENE } from "./scene.ts";

/** The mark: the stream of the region and the stream of the person become one. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
    <g fill="none" stroke-width="6" stroke-linecap="round">
      <path d="M4 5C17 5 16 16 28 16" stroke="#5b87c8" />
      <path d="M4 27C17 27 16 16 28 16" stroke="#f5ac69" />
      <path d="M27 16H44" stroke="#5d2353" />
    </g>
  </svg>
);

/** A front door in the accent colour of the place it stands in. */
export const DoorPicture = () => (
  <svg class="door-picture" viewBox="0 0 80 108" width="80" height="108" aria-hidden="true">
    <path d="M6 108V42a34 34 0 0 1 68 0v66z" fill="#fcd6b6" />
    <path d="M6 108V42a34 34 0 0 1 34-34c12 0 20 5 24 12v88z" fill="currentColor" />
    <path
      d="M18 92V66h30v26zM18 54V42c0-12 8-20 20-21 6 0 10 3 10 8v25z"
      fill="none"
      stroke="#fff"
      stroke-opacity=".45"
      stroke-width="3"
      stroke-linejoin="round"
    />
    <circle cx="56" cy="66" r="3.5" fill="#fcd6b6" />
    <path d="M0 106.5h80" stroke="#776673" stroke-width="3" />
  </svg>
);

/** The scene of the start page; nowhere else. */
export const Scene = () => (
  <svg class="scene" viewBox="0 0 1280 400" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
    {raw(SCENE)}
  </svg>
);

/** The far bank that every public page ends on. */
export const Land = () => (
  <svg class="land" viewBox="0 0 1280 170" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    {raw(LAND)}
  </svg>
);

/** The wavy lower edge of a band. */
export const Edge = () => (
  <svg class="edge" viewBox="0 0 1280 48" preserveAspectRatio="none" aria-hidden="true">
    <path fill="#fff" d="M0 14C210 44 400 50 640 28S1060-8 1280 22V49H0z" />
  </svg>
);
