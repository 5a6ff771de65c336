import type { Dice } from "./dice.ts";
import type { Town } from "./setting.ts";

/** How somebody is to be reached, as the portal takes it. */
export type Reach =
  | { by: "phone"; phone: string }
  | { by: "email"; email: string }
  | { by: "somebody"; relation: string; phone: string }
  | { by: "post"; address: string }
  | { by: "visit" };

const OFTEN = [
  ["phone", 62],
  ["email", 14],
  ["somebody", 12],
  ["post", 7],
  ["visit", 5],
] as const;
const RELATIONS = ["dochter", "zoon", "buurvrouw", "kleinzoon", "zus", "begeleider"];
/** A hundred numbers of each kind that nobody has: all noughts but the last two figures. */
const PER_KIND = 100;

/** A number of the kind that is never given out: another one for each of two hundred people. */
export function phoneOf(number: number): string {
  const place = (number * 37) % (2 * PER_KIND);
  const end = String(place % PER_KIND).padStart(2, "0");
  return place < PER_KIND ? `0470 00 00 ${end}` : `09 000 00 ${end}`;
}

function mailName(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/[^a-zA-Z]+/g, "");
  return plain === "" ? "iemand" : plain.toLowerCase();
}

type Whom = { number: number; name: string; town: Town };

export function reachOf({ number, name, town }: Whom, dice: Dice): Reach {
  const by = dice.weighted(OFTEN);
  switch (by) {
    case "phone":
      return { by, phone: phoneOf(number) };
    case "email":
      // RFC 2606: nothing that ends in .example leads anywhere.
      return { by, email: `${mailName(name)}${number}@postbus.example` };
    case "somebody":
      return { by, relation: dice.pick(RELATIONS), phone: phoneOf(number) };
    case "post":
      return { by, address: `Verzonnen straat ${number}, ${town.postcode} ${town.name}` };
    case "visit":
      return { by };
    default:
      return by satisfies never;
  }
}
