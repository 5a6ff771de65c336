import { expect, test } from "vitest";
import { Dice } from "./dice.ts";

const throws = (dice: Dice, count = 2000) =>
  Array.from({ length: count }, () => dice.between(1, 6));

test("the same seed throws the same, another seed something else", () => {
  expect(throws(new Dice("a"))).toEqual(throws(new Dice("a")));
  expect(throws(new Dice("a"))).not.toEqual(throws(new Dice("b")));
});

test("what a part is asked changes nothing for the rest", () => {
  const dice = new Dice("a");
  dice.named("part").shuffled([1, 2, 3]);
  expect(throws(dice)).toEqual(throws(new Dice("a")));
  expect(throws(dice.named("part"))).toEqual(throws(new Dice("a").named("part")));
});

test("every face comes about as often", () => {
  for (const face of [1, 2, 3, 4, 5, 6]) {
    const often = throws(new Dice("fair"), 6000).filter((each) => each === face).length;
    expect(often).toBeGreaterThan(850);
    expect(often).toBeLessThan(1150);
  }
});

test("a weight says how often, and nothing of weight nought is ever chosen", () => {
  const dice = new Dice("scales");
  const chosen = Array.from({ length: 3000 }, () =>
    dice.weighted([
      ["rare", 1],
      ["never", 0],
      ["common", 9],
    ]),
  );
  expect(chosen).not.toContain("never");
  const rare = chosen.filter((each) => each === "rare").length;
  expect(rare).toBeGreaterThan(220);
  expect(rare).toBeLessThan(380);
  expect(() => dice.pick([])).toThrow("nothing to choose from");
});

test("shuffling loses nobody", () => {
  const cards = Array.from({ length: 52 }, (_, index) => index);
  const shuffled = new Dice("cards").shuffled(cards);
  expect(shuffled).not.toEqual(cards);
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(cards);
});
