import type { Agreed } from "./consent.ts";
import type { PersonId } from "./ids.ts";
import type { Intake } from "./intake.ts";
import type { Language } from "@digihulp/kernel";
import { alikeName } from "./plain-name.ts";
import { dialled } from "./reach.ts";
import type { Reach } from "./reach.ts";

/** What to call somebody, how to reach them and in which language. */
export type Card = {
  readonly id: PersonId;
  readonly name: string;
  readonly reach: Reach;
  readonly language: Language;
};

/** Who registered somebody: what kind of actor, and for whom they worked; no name. */
export type Registrar = {
  readonly kind: "visitor" | "job" | "member" | "program";
  readonly id?: string | undefined;
  readonly role?: string | undefined;
  readonly onBehalfOf?: string | undefined;
};

export type File = {
  readonly birthYear?: number | undefined;
  readonly agreed: readonly Agreed[];
  readonly registeredAt: number;
  readonly registeredBy: Registrar;
  /** Who shared a name or a number with this person when they were registered. */
  readonly alike: readonly PersonId[];
};

export const cardOf = (id: PersonId, { name, reach, language }: Intake): Card => ({
  id,
  name,
  reach,
  language,
});

/** What two registrations of one person are likely to share: the name in any spelling, the own number. */
export function likenesses({ name, reach }: Pick<Card, "name" | "reach">): string[] {
  const alike = alikeName(name);
  return [
    ...(alike === "" ? [] : [`name ${alike}`]),
    ...(reach.by === "phone" ? [`phone ${dialled(reach.phone)}`] : []),
  ];
}
