import type { Body } from "./send.ts";
import { municipalityOf } from "./rights.ts";
import type { Named, Thing, World } from "./world.ts";

/** One way to call a route, and who may. */
export type Call = {
  readonly thing: Thing | "none";
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly may: readonly string[];
  /** Told apart only from calls that ask in the same way. */
  readonly way?: string;
};

export type Ids = Readonly<Record<Named, string>>;
/** What a request says of a thing. */
export type Said = Omit<Call, "thing" | "may">;
/** How each route of members is called; made anew for each caller. */
export type CallsOf = (world: World) => Readonly<Record<string, () => readonly Call[]>>;
type Who = (thing: Thing) => readonly string[];

const THINGS: readonly Thing[] = [
  "destelbergen",
  "of-vdab",
  "of-avansa",
  "deinze",
  "nobody",
  "nonsense",
];

/** A form as it is sent. */
export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

/** A call that names nothing of anybody. */
export const once =
  (may: readonly string[], said: Said = {}) =>
  (): Call[] => [{ thing: "none", may, ...said }];

/** A call for each thing of each owner. */
export const each =
  ({ ids }: World) =>
  (who: Who, about: (ids: Ids, thing: Thing) => Said) =>
  (): Call[] =>
    THINGS.map((thing) => ({ thing, may: who(thing), ...about(ids[thing], thing) }));

/** A call for each person at a moment of Destelbergen, and of Deinze, which has none. */
export const eachAt = (world: World) => (who: Who, about: (ids: Ids) => Said) => (): Call[] =>
  (["destelbergen", "deinze"] as const).flatMap((town) => {
    const { occurrence } = world.ids[town];
    const may: Who = (thing) => (town === "destelbergen" ? who(thing) : []);
    return each(world)(may, (ids) => ({ way: town, ...about({ ...ids, occurrence }) }))();
  });

/** What stands for the name of a thing's municipality in an address. */
export function townOf(thing: Thing): string {
  if (thing === "nobody") return "nergens";
  return municipalityOf(thing) ?? "<b>";
}

let newcomers = 0;

/** Somebody whom nobody knows yet: one known by name would be held for the same person. */
export function newcomer() {
  newcomers += 1;
  const letters = Array.from(String(newcomers), (digit) => "abcdefghij"[Number(digit)]).join("");
  return {
    name: `Nieuw${letters}`,
    reach: { by: "visit" },
    language: "nl",
    theme: "itsme",
    agreed: ["may-call"],
  };
}

/** The same as a form. */
export const newcomerForm = (): Record<string, string> => ({
  naam: newcomer().name,
  bereik: "visit",
  taal: "nl",
  thema: "itsme",
  akkoord: "may-call",
});
