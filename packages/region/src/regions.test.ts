import { describe, expect, it } from "vitest";
import {
  digiclubsOf,
  findDigiclub,
  findMunicipality,
  findTheme,
  municipalityNamed,
  REGIONS,
  regionById,
  tenantsOf,
} from "./regions.ts";
import { municipalityId, regionId, tenantId, themeId } from "./slug.ts";

const region = regionById("leie-schelde");
const named = (text: string) => municipalityNamed(region, text)?.id;

describe("the region of Leie and Schelde", () => {
  it("has nine municipalities, each a tenant of its own", () => {
    expect(region.municipalities).toHaveLength(9);
    expect(tenantsOf(region)).toEqual([
      "leie-schelde.de-pinte",
      "leie-schelde.deinze",
      "leie-schelde.destelbergen",
      "leie-schelde.gavere",
      "leie-schelde.melle",
      "leie-schelde.merelbeke",
      "leie-schelde.nazareth",
      "leie-schelde.sint-martens-latem",
      "leie-schelde.zulte",
    ]);
  });

  it("has fifteen Digiclubs: a library in each municipality, and six other places", () => {
    expect(region.digiclubs).toHaveLength(15);
    const libraries = region.digiclubs.filter(({ kind }) => kind === "library");
    expect(new Set(libraries.map(({ municipality }) => municipality)).size).toBe(9);
    const others = region.digiclubs.filter(({ kind }) => kind !== "library");
    expect(others.map(({ kind }) => kind).toSorted()).toEqual([
      "community-house",
      "service-centre",
      "service-centre",
      "service-centre",
      "service-centre",
      "social-grocery",
    ]);
  });

  it("knows which Digiclubs a municipality has", () => {
    const idsIn = (id: string) => digiclubsOf(region, municipalityId(id)).map(({ id }) => id);
    expect(idsIn("destelbergen")).toEqual(["destelbergen-bibliotheek", "destelbergen-reinaert"]);
    expect(idsIn("deinze")).toHaveLength(3);
    expect(idsIn("gent")).toEqual([]);
  });

  it("finds what it has by id, and nothing else", () => {
    expect(findMunicipality(region, "zulte")?.name).toBe("Zulte");
    expect(findDigiclub(region, "merelbeke-mia")?.operator).toBe("mia");
    expect(findTheme(region, "ebox")?.pillar).toBe("guidance");
    for (const find of [findMunicipality, findDigiclub, findTheme]) {
      expect(find(region, "nergens")).toBeUndefined();
    }
  });
});

describe("the municipality that somebody means", () => {
  it.each([
    ["9070", "destelbergen"],
    [" 9070 ", "destelbergen"],
    ["B-9070 Destelbergen", "destelbergen"],
    ["9850", "deinze"],
    ["9831", "sint-martens-latem"],
    ["Nazareth", "nazareth"],
    ["NAZARETH", "nazareth"],
    ["  sint martens latem", "sint-martens-latem"],
    ["Sint-Martens-Latem", "sint-martens-latem"],
    ["de pinte", "de-pinte"],
    ["Dé Pinté", "de-pinte"],
  ])("by %j is %s", (text, id) => {
    expect(named(text)).toBe(id);
  });

  it.each(["", "   ", "Gent", "9000", "907", "90700", "Naza", "-", "99", "Melle 1"])(
    "by %j is nobody's guess",
    (text) => {
      expect(named(text)).toBeUndefined();
    },
  );

  it("is looked for in one region only", () => {
    expect(municipalityNamed(regionById("voorbeeldstreek"), "9070")).toBeUndefined();
  });
});

describe("more regions than one", () => {
  it("stand beside each other, also with a municipality of the same name", () => {
    expect(new Set(REGIONS.map(({ id }) => id)).size).toBe(REGIONS.length);
    const tenants = REGIONS.flatMap(tenantsOf);
    expect(new Set(tenants).size).toBe(tenants.length);
    expect(tenants).toContain("leie-schelde.deinze");
    expect(tenants).toContain("voorbeeldstreek.deinze");
  });

  it("do not start under an unknown name", () => {
    expect(() => regionById("nergens")).toThrow("no region is called nergens");
  });
});

describe("ids of lower-case words", () => {
  it("hold nothing that separates the parts of a key", () => {
    for (const text of [
      "deinze#",
      "dein.ze",
      "Deinze",
      "de pinte",
      "-deinze",
      "deinze-",
      "a--b",
      "",
      "é",
      "a".repeat(61),
    ]) {
      expect(() => municipalityId(text), text).toThrow(RangeError);
      expect(() => themeId(text), text).toThrow(RangeError);
    }
    expect(municipalityId("a".repeat(60))).toHaveLength(60);
  });

  it("make a tenant of a region and a municipality", () => {
    expect(tenantId(regionId("leie-schelde"), municipalityId("deinze"))).toBe(
      "leie-schelde.deinze",
    );
  });
});
