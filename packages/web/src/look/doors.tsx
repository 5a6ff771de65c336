import type { Municipality } from "@digihulp/region";
import { DoorPicture } from "./pictures.tsx";

type DoorsProps = {
  readonly municipalities: readonly Municipality[];
  /** Where a door leads. */
  readonly href: (municipality: Municipality) => string;
};

/** A front door per municipality, each with its name. */
export const Doors = ({ municipalities, href }: DoorsProps) => (
  <ul class="doors">
    {municipalities.map((municipality) => (
      <li data-place={municipality.id}>
        <a class="door" href={href(municipality)}>
          <DoorPicture />
          <span>{municipality.name}</span>
        </a>
      </li>
    ))}
  </ul>
);
