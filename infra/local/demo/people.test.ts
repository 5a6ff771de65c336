import { expect, it, describe } from "vitest";
import { entrancesOf } from "./cast.ts";
import { Dice } from "./dice.ts";
import { settingOn } from "./fixture.ts";
import { ODD_NAMES } from "./names.ts";
import { peopleOf, type Person } from "./people.ts";
import { phoneOf } from "./reach.ts";
import { respelled } from "./respell.ts";

const setting = settingOn("2026-11-23");
const people = peopleOf(setting, new Dice("test"));
const all = entrancesOf(setting, new Dice("test")).map(({ person }) => person);
const phonesIn = (given: readonly Person[]) =>
  given.flatMap(({ reach }) => ("phone" in reach ? [reach.phone] : []));

describe("the people of the year", () => {
  it("have names of their own, the odd ones among them", () => {
    const names = people.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => ODD_NAMES.some((odd) => odd.name === name)).length).toBe(8);
    expect(names).toContain("أمينة");
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
  });

  it("can be reached by numbers and addresses only that nobody has", () => {
    expect(phonesIn(all).length).toBeGreaterThan(30);
    for (const phone of phonesIn(all)) expect(phone).toMatch(/^(0470 00|09 000) 00 \d\d$/);
    for (const { reach } of all) {
      if (reach.by === "email") expect(reach.email).toMatch(/^[a-z]+\d+@postbus\.example$/);
      if (reach.by === "post") expect(reach.address).toMatch(/^Verzonnen straat /);
    }
    expect(new Set(all.map(({ reach }) => reach.by))).toEqual(
      new Set(["phone", "email", "somebody", "post", "visit"]),
    );
  });

  it("share no number, up to two hundred of them", () => {
    const numbers = Array.from({ length: 200 }, (_, index) => phoneOf(index + 1));
    expect(new Set(numbers).size).toBe(200);
  });

  it("speak several languages, come from every town, and are grown up", () => {
    expect(new Set(people.map(({ language }) => language)).size).toBeGreaterThan(6);
    expect(new Set(people.map(({ municipality }) => municipality)).size).toBe(4);
    for (const { birthYear = 1990 } of people) expect(birthYear).toBeLessThanOrEqual(2007);
  });
});

describe("somebody who is there twice", () => {
  const twice = all.filter(({ key }) => key.includes("-again"));
  const moved = all.filter(({ key }) => key.endsWith("-elsewhere"));
  const original = ({ key }: Person) => people.find((one) => key.startsWith(`${one.key}-`))!;

  it("is written in another way at a desk of the same town", () => {
    expect(twice).toHaveLength(9);
    for (const person of twice) {
      expect(person.name).not.toBe(original(person).name);
      expect(person.municipality).toBe(original(person).municipality);
      expect(person.reach).toEqual(original(person).reach);
    }
  });

  it("or in the same way in another town", () => {
    expect(moved).toHaveLength(4);
    for (const person of moved) {
      expect(person.name).toBe(original(person).name);
      expect(person.municipality).not.toBe(original(person).municipality);
      const club = setting.digiclubs.find(({ id }) => id === person.digiclub);
      expect(club?.municipality).toBe(person.municipality);
    }
  });

  it.each([
    ["Balthazar Van den Broeck", "Balthazar Vandenbroeck"],
    ["Odette 't Jolyt", "Odette t Jolyt"],
    ["Zoë Meerkoet", "Zoe Meerkoet"],
    ["Bram Knotwilg", "BRAM KNOTWILG"],
    ["أمينة", "امينة"],
    ["Samira El-Amrani", "Samira Elamrani"],
    ["林", "林"],
  ])("%s becomes %s", (name, other) => {
    expect(respelled(name)).toBe(other);
  });
});
