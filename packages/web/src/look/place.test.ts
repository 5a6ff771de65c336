import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { placeName, roomWords } from "./place.ts";

const region = regionById("voorbeeldstreek");

describe("the name of a place", () => {
  it("says the municipality once", () => {
    const [library, house] = region.digiclubs;
    const [verzonnen, testdorp] = region.municipalities;
    expect(placeName(library!, testdorp!)).toBe("Bibliotheek Testdorp");
    expect(placeName(house!, testdorp!)).toBe(`${house!.name}, Testdorp`);
    expect(placeName(house!, verzonnen!)).toContain(verzonnen!.name);
  });
});

describe("a room", () => {
  it.each([
    ["cafetaria", "in de cafetaria"],
    ["het atelier", "in het atelier"],
    ["De Zaal", "in De Zaal"],
    ["zaal 2", "in zaal 2"],
    ["op de eerste verdieping", "op de eerste verdieping"],
  ])("%s reads %s", (room, words) => {
    expect(roomWords(room)).toBe(words);
  });
});
