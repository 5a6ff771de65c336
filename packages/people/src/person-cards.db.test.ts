import { job, scopeForJob } from "@digihulp/access";
import { asId } from "@digihulp/kernel";
import { regionById, tenantsOf } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { CARD_ATTRIBUTES, personCardKey } from "./person-card.ts";
import { personCards } from "./person-cards.ts";

const region = regionById("leie-schelde");
const [here, there] = tenantsOf(region).map((tenant) =>
  scopeForJob(job("test"), "question:follow", { kind: "tenant", region: region.id, tenant }),
);
const person = (at: number) => asId("per", `TEST${at}`);
const PEOPLE = 205;

let table: Table;
const asked: string[][] = [];

beforeAll(async () => {
  const fixture = await testTable((name) => ({ name, indexes: {} }));
  const real = openTable({ ...fixture, now: () => Date.parse("2026-11-23T09:00:00Z") });
  const write = (at: number) =>
    real.within(here!).putNewer({
      key: personCardKey(person(at)),
      type: "card",
      version: 1,
      attributes: {
        id: person(at),
        name: `Persoon ${at}`,
        reach: { by: "visit" },
        language: "nl",
        secret: "never leaves",
      },
    });
  for (let at = 0; at < PEOPLE; at += 41)
    await Promise.all(Array.from({ length: 41 }, (_, more) => write(at + more)));
  table = {
    within: (scope) => ({
      ...real.within(scope),
      loadOnly: (attributes, keys) => {
        asked.push([...attributes]);
        return real.within(scope).loadOnly(attributes, keys);
      },
    }),
  };
});

describe("the person cards", () => {
  it("come by id, and who is not known is left out", async () => {
    const cards = await personCards(table).of(here!, [person(1), person(9999), "not-an-id"]);
    expect([...cards.keys()]).toEqual([person(1)]);
    expect(cards.get(person(1))).toEqual({
      id: person(1),
      name: "Persoon 1",
      reach: { by: "visit" },
      language: "nl",
    });
  });

  it("ask the table for the card's own attributes and for nothing else", () => {
    expect(asked).toEqual([[...CARD_ATTRIBUTES]]);
  });

  it("come for more people than one batch read takes, each asked for once", async () => {
    const ids = Array.from({ length: PEOPLE }, (_, at) => person(at));
    const cards = await personCards(table).of(here!, [...ids, ...ids]);
    expect(cards.size).toBe(PEOPLE);
  });

  it("of nobody take no read at all", async () => {
    const before = asked.length;
    expect((await personCards(table).of(here!, [])).size).toBe(0);
    expect(asked).toHaveLength(before);
  });

  it("of another municipality are not there", async () => {
    expect((await personCards(table).of(there!, [person(1)])).size).toBe(0);
  });
});
