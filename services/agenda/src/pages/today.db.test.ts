import { calendarDate, clockTime } from "@digihulp/kernel";
import { digiclubId } from "@digihulp/region";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import type { PersonName } from "../deps.ts";
import { aSite } from "../site-examples.ts";
import { agendaTable } from "../store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  deskScope,
  ON_THE_DAY,
  places,
  plan,
} from "../use-cases/attendance-examples.ts";
import { bookClient } from "../use-cases/book-client.ts";

const desk = aMember("desk-destelbergen-bibliotheek");
const volunteer = aMember("volunteer-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const moment = aDropIn();
const AMINA = aPerson(1);
const ZEKI = aPerson(2);
const people: PersonName[] = [
  { id: AMINA, name: "Amina <Benali>", language: "ar" },
  { id: ZEKI, name: "Zeki 't Hooft 🙂", language: "nl" },
];
const ANCHOR = moment.id.replaceAll(".", "-");
const TODAY = "/agenda/vandaag";
const present = `${TODAY}/${moment.id}/aanwezig`;
const visitor = `${TODAY}/${moment.id}/bezoeker`;
const OVER = { ...ON_THE_DAY, time: clockTime("16:00") };

let fixture: TestTable;
let site: ReturnType<typeof aSite>;
beforeEach(async () => {
  fixture = await testTable(agendaTable);
  site = aSite({ ...fixture, people, municipality: "destelbergen" });
});

async function booked(): Promise<void> {
  await plan(site.table, moment);
  for (const person of [ZEKI, AMINA])
    await bookClient(site)(scope, {
      occurrence: moment.id,
      person,
      asked: asked(desk, { ...ON_THE_DAY, time: clockTime("09:00") }),
    });
}
const show = async (actor = desk, now = ON_THE_DAY, query = "") => {
  const response = await site.ask({ actor, now })("GET", TODAY, { query });
  return { response, page: await readHtml(response.body) };
};
const buttons = ({ all }: Awaited<ReturnType<typeof readHtml>>) => all("main button").map(words);

describe("the day of a place of work", () => {
  it("shows who comes by name, with the one button each that is needed", async () => {
    await booked();
    const { response, page } = await show();
    expect([response.status, response.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(page.faults).toEqual([]);
    expect(page.all(".list-name").map(words)).toEqual(["Amina <Benali>", "Zeki 't Hooft 🙂"]);
    expect(words(page.one("main"))).toContain("2 van 12 plaatsen");
    expect(words(page.one("main"))).toContain("spreekt Arabisch");
    expect(buttons(page)).toEqual([
      "+1 bezoeker: 14 tot 16 uur",
      "Is er: Amina <Benali>",
      "Is er: Zeki 't Hooft 🙂",
    ]);
    expect(page.all("form").every((form) => attribute(form, "method") === "post")).toBe(true);
  });

  it("costs the names in one read, and nothing personal stands in an address", async () => {
    await booked();
    const { page } = await show();
    expect(site.cardReads()).toBe(1);
    const addresses = [...page.all("main a"), ...page.all("main form")].map(
      (element) => attribute(element, "href") + attribute(element, "action"),
    );
    expect(addresses.join(" ")).not.toMatch(/Amina|Zeki|Benali/);
  });

  it("leads a desk to the person, and a volunteer nowhere they may not go", async () => {
    await booked();
    const toPerson = async (actor: typeof desk) =>
      (await show(actor)).page.all(".list a").map((link) => attribute(link, "href"));
    expect(await toPerson(desk)).toEqual([
      `/registratie/persoon/${AMINA}`,
      `/registratie/persoon/${ZEKI}`,
    ]);
    expect(await toPerson(volunteer)).toEqual([]);
    expect(site.notes).toEqual([]);
  });

  it("asks who did not come only when the moment is over", async () => {
    await booked();
    const { page } = await show(volunteer, OVER);
    expect(buttons(page).slice(1)).toEqual([
      "Is er: Amina <Benali>",
      "Niet gekomen: Amina <Benali>",
      "Is er: Zeki 't Hooft 🙂",
      "Niet gekomen: Zeki 't Hooft 🙂",
    ]);
  });

  it("says that a moment does not go on, and offers no button for it", async () => {
    await plan(site.table, aDropIn({ state: "cancelled" }), { capacity: 12, taken: 1 });
    const { page } = await show();
    expect(page.faults).toEqual([]);
    expect(words(page.one(".notice"))).toContain("Dit moment gaat niet door");
    expect(buttons(page)).toEqual([]);
  });

  it("says in plain words that there is none, and when the next is", async () => {
    await plan(site.table, aDropIn({ date: calendarDate("2026-12-04") }));
    const { page } = await show();
    expect(page.faults).toEqual([]);
    expect(words(page.one(".notice"))).toContain("Vandaag is er hier geen moment");
    expect(words(page.one(".notice"))).toContain(
      "Het volgende is vrijdag 4 december, 14 tot 16 uur.",
    );
  });

  it("points to another Digiclub of the municipality, whose people are read only when asked", async () => {
    const reinaert = digiclubId("destelbergen-reinaert");
    await plan(site.table, aDropIn({ digiclub: reinaert }));
    const { page } = await show();
    expect(page.all(".list a").map((link) => attribute(link, "href"))).toEqual([
      `${TODAY}?waar=${reinaert}`,
    ]);
    const there = await show(desk, ON_THE_DAY, `waar=${reinaert}`);
    expect(words(there.page.one(".ask"))).toContain("Lokaal Dienstencentrum de Reinaert");
    expect(attribute(there.page.one(".tap-big form"), "action")).toMatch(/bezoeker\?waar=/);
  });

  it("shows nothing of another municipality, whatever the address says", async () => {
    await booked();
    const deinze = aMember("desk-deinze-dienstencentrum");
    const { page } = await show(deinze, ON_THE_DAY, "waar=destelbergen-bibliotheek");
    expect(page.html).not.toMatch(/Amina|Zeki|Benali|destelbergen/i);
  });
});

describe("a tap", () => {
  const tap = (staat: string, person = AMINA, key = "k1") =>
    site.ask({ actor: volunteer })("POST", present, {
      form: { persoon: person, staat, _sleutel: key },
    });

  it("ticks somebody off and comes back to the same spot; a second desk does the same", async () => {
    await booked();
    const first = await tap("er");
    expect([first.status, first.headers["location"]]).toEqual([303, `${TODAY}#${ANCHOR}-${AMINA}`]);
    expect((await tap("er", AMINA, "k2")).status).toBe(303);
    const { page } = await show(volunteer);
    expect(words(page.one(".list-end .tag"))).toBe("Is er sinds 14.20");
    expect(buttons(page)[1]).toBe("Toch niet: Amina <Benali>");
    expect(page.html).toContain("1 persoon is er al.");
    expect(page.all(`#${ANCHOR}-${AMINA}`)).toHaveLength(1);
  });

  it("is taken back with ‘Toch niet’", async () => {
    await booked();
    await tap("er");
    expect((await tap("toch-niet", AMINA, "k2")).status).toBe(303);
    expect(places(await fixture.rows())).toMatchObject({ taken: 2, present: 0 });
  });

  it("that cannot be is said on the page in plain words, with what to do", async () => {
    await booked();
    await tap("er");
    const refused = await tap("niet-gekomen", AMINA, "k2");
    expect(refused.status).toBe(409);
    const page = await readHtml(refused.body);
    expect(page.faults).toEqual([]);
    expect(words(page.one(".refused"))).toBe(
      "Deze persoon is er alKlopt dat niet? Druk bij de naam op ‘Toch niet’.",
    );
    expect(words(page.one("title"))).toMatch(/^Fout: Vandaag/);
    expect(page.all(".list-name")).toHaveLength(2);
  });

  it("about nobody, or about nothing, finds nothing", async () => {
    await booked();
    expect((await tap("er", aPerson(9))).status).toBe(404);
    const nowhere = site.ask({ actor: desk })("POST", `${TODAY}/occ_NOWHERE/aanwezig`, {
      form: { persoon: AMINA, staat: "er" },
    });
    expect((await nowhere).status).toBe(404);
    expect((await tap("weg")).status).toBe(422);
  });

  it("counts a visitor without a name, and takes one off, never below nobody", async () => {
    await plan(site.table, moment);
    const count = (aantal: string, key: string) =>
      site.ask({ actor: volunteer })("POST", visitor, { form: { aantal, _sleutel: key } });
    const first = await count("1", "a");
    expect([first.status, first.headers["location"]]).toEqual([303, `${TODAY}#${ANCHOR}`]);
    await count("1", "a");
    await count("1", "b");
    const { page } = await show(volunteer);
    expect(words(page.one(".count-big"))).toBe("2");
    expect(buttons(page)).toEqual(["+1 bezoeker: 14 tot 16 uur", "Eentje minder: 14 tot 16 uur"]);
    await count("-1", "c");
    await count("-1", "d");
    const below = await count("-1", "e");
    expect(below.status).toBe(409);
    expect(words((await readHtml(below.body)).one(".refused"))).toMatch(/nog geen bezoeker geteld/);
  });
});

describe("who may come here", () => {
  it.each(["social-worker-destelbergen", "admin-destelbergen", "partner-vdab", "coordinator"])(
    "%s finds nothing",
    async (group) => {
      await booked();
      const ask = site.ask({ actor: aMember(group) });
      expect((await ask("GET", TODAY)).status).toBe(404);
      expect((await ask("POST", visitor, { form: { aantal: "1" } })).status).toBe(404);
    },
  );

  it("who is not signed in is asked to, and what was pressed goes along", async () => {
    const ask = site.ask({ actor: { kind: "visitor" } });
    expect((await ask("GET", TODAY)).headers["location"]).toBe(
      "/aanmelden?naar=%2Fagenda%2Fvandaag",
    );
    const pressed = await ask("POST", visitor, { form: { aantal: "1" } });
    expect([pressed.status, pressed.body.includes("aantal=1")]).toEqual([401, true]);
  });

  it("somebody of Deinze cannot tick in Destelbergen: the moment is not there", async () => {
    await booked();
    const ask = site.ask({ actor: aMember("desk-deinze-dienstencentrum") });
    const foreign = await ask("POST", present, { form: { persoon: AMINA, staat: "er" } });
    expect(foreign.status).toBe(404);
    expect(places(await fixture.rows())).toMatchObject({ present: 0 });
  });
});
