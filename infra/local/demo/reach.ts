import type { Dice } from "./dice.ts";
import type { Town } from "./setting.ts";

/** How somebody is to be reached, as one tells it at a desk. */
export type Reach = { by: string; at: string; relation: string };

const RELATIONS = ["dochter", "zoon", "buurvrouw", "kleinzoon", "zus", "begeleider"];
/** A hundred numbers of each kind that nobody has: all noughts but the last two figures. */
const PER_KIND = 100;

const two = (number: number): string => String(number % PER_KIND).padStart(2, "0");

/** A number of the kind that is never given out: another one for each of two hundred people. */
export function phoneOf(number: number): string {
  const place = (number * 37) % (2 * PER_KIND);
  return place < PER_KIND ? `0470 00 00 ${two(place)}` : `09 000 00 ${two(place)}`;
}

function mailName(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/[^a-zA-Z]+/g, "");
  return plain === "" ? "iemand" : plain.toLowerCase();
}

/** RFC 2606: nothing that ends in .example leads anywhere. */
const mailOf = (number: number, name: string): string =>
  `${mailName(name)}${number}@postbus.example`;

type Whom = { number: number; name: string; town: Town };

export function reachOf({ number, name, town }: Whom, dice: Dice): Reach {
  const by = dice.weighted([
    ["phone", 62],
    ["email", 14],
    ["somebody", 12],
    ["post", 7],
    ["visit", 5],
  ]);
  const none = { by, at: "", relation: "" };
  switch (by) {
    case "phone":
      return { ...none, at: phoneOf(number) };
    case "email":
      return { ...none, at: mailOf(number, name) };
    case "somebody":
      return { ...none, at: phoneOf(number), relation: dice.pick(RELATIONS) };
    case "post":
      return { ...none, at: `Verzonnen straat ${number}, ${town.postcode} ${town.name}` };
    default:
      return none;
  }
}
