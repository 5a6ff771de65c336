import { groupsOf, membershipOfGroup } from "@digihulp/access";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { knownGroups, organisationOf, placesOf, startingGroup } from "./place-of-work.ts";

const region = regionById("leie-schelde");
const desk = "desk-deinze-bibliotheek";

describe("as what somebody works", () => {
  it("counts the groups that the region knows, each once", () => {
    const named = ["eu-central-1_pool_Google", desk, "desk-elders", desk, "partner-vdab", ""];
    expect(knownGroups(region, named)).toEqual([desk, "partner-vdab"]);
  });

  it("is clear for who has one place", () => {
    expect(startingGroup([desk], undefined)).toBe(desk);
    expect(startingGroup([desk], "partner-vdab")).toBe(desk);
  });

  it("is asked of who has several, and not asked again", () => {
    expect(startingGroup([desk, "partner-vdab"], undefined)).toBeUndefined();
    expect(startingGroup([desk, "partner-vdab"], "partner-vdab")).toBe("partner-vdab");
  });

  it("is asked again of who lost the place", () => {
    const two = [desk, "volunteer-deinze-bibliotheek"];
    expect(startingGroup(two, "partner-vdab")).toBeUndefined();
  });

  it("has words for every group of the region", () => {
    const names = groupsOf(region).map(({ name }) => name);
    const places = placesOf(region, names);
    expect(places.map(({ group }) => group)).toEqual(names);
    expect(places.every(({ label }) => label.length > 5)).toBe(true);
  });

  it("brings grants along for partners alone", () => {
    expect(organisationOf(membershipOfGroup(region, "partner-vdab"))).toBe("vdab");
    expect(organisationOf(membershipOfGroup(region, desk))).toBeUndefined();
    expect(organisationOf(undefined)).toBeUndefined();
  });
});
