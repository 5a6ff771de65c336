import { describe, expect, it } from "vitest";
import { isMeant, isSearchable } from "./search.ts";

const person = (name: string, phone = "0470 00 00 01") => ({
  name,
  reach: { by: "phone", phone } as const,
});

describe("who is meant", () => {
  it.each([
    ["amina", "Amina Benali"],
    ["ben am", "Amina Benali"],
    ["BENALI AMINA", "Amina Benali"],
    ["vandevel", "Jan van de Velde"],
    ["van de velde", "Jan Vandevelde"],
    ["velde", "Jan van de Velde"],
    ["jose", "José Núñez"],
    ["dhondt", "Luc D'Hondt"],
    ["أمينة", "أمينة بن علي"],
    ["0470 00", "Amina Benali"],
    ["+32470000001", "Amina Benali"],
    ["00 01", "Amina Benali"],
  ])("by %s: %s", (typed, name) => {
    expect(isMeant(typed)(person(name))).toBe(true);
  });

  it.each([
    ["amina maes", "Amina Benali"],
    ["mina", "Amina Benali"],
    ["0471", "Amina Benali"],
    ["12", "Amina Benali"],
    ["", "Amina Benali"],
  ])("by %j: not %s", (typed, name) => {
    expect(isMeant(typed)(person(name))).toBe(false);
  });

  it("is also found by the number of who answers for them", () => {
    const reach = { by: "somebody", relation: "zoon", phone: "0470 99 99 99" } as const;
    expect(isMeant("0470999999")({ name: "Godelieve Baert", reach })).toBe(true);
  });

  it("is nobody when nothing was typed to search for", () => {
    expect(["", " - ", "🙂"].map(isSearchable)).toEqual([false, false, false]);
    expect(["an", "0470"].every(isSearchable)).toBe(true);
  });
});
