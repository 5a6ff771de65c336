import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { digiclubId } from "@digihulp/region";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { occurrenceId } from "../domain/occurrence.ts";
import type { PersonName } from "../deps.ts";
import { aSite } from "../site-examples.ts";
import { agendaTable } from "../store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  DAYS_BEFORE,
  happened,
  ON_THE_DAY,
  places,
  plan,
} from "../use-cases/attendance-examples.ts";

const desk = aMember("desk-destelbergen-bibliotheek");
const REINAERT = digiclubId("destelbergen-reinaert");
const moment = aDropIn();
const reinaertId = occurrenceId(asId("ser", "reinaert"), calendarDate("2026-11-25"));
const inReinaert = aDropIn({
  id: reinaertId,
  digiclub: REINAERT,
  date: calendarDate("2026-11-25"),
});
const AMINA = aPerson(1);
const QUESTION = asId("qst", "EBOX");
const PATH = "/agenda/inplannen";
const people: PersonName[] = [{ id: AMINA, name: "Amina Benali", language: "ar" }];

let fixture: TestTable;
let site: ReturnType<typeof aSite>;
beforeEach(async () => {
  fixture = await testTable(agendaTable);
  site = aSite({ ...fixture, people, municipality: "destelbergen" });
});

const query = new URLSearchParams({ persoon: AMINA, vraag: QUESTION }).toString();
const show = async (now = DAYS_BEFORE) =>
  readHtml((await site.ask({ actor: desk, now })("GET", PATH, { query })).body);
const press = (doe: string, now = DAYS_BEFORE, more: Record<string, string> = {}) =>
  site.ask({ actor: desk, now })("POST", PATH, {
    form: { persoon: AMINA, vraag: QUESTION, moment: moment.id, doe, _sleutel: doe, ...more },
  });
const buttons = ({ all }: Awaited<ReturnType<typeof readHtml>>) => all("main button").map(words);

describe("the moments to plan somebody into", () => {
  it("are the own Digiclub's first, with the places left and one button each", async () => {
    await plan(site.table, inReinaert);
    await plan(site.table, moment, { capacity: 12, taken: 11 });
    const page = await show();
    expect(page.faults).toEqual([]);
    expect(words(page.one("h1"))).toBe("Plan Amina Benali in");
    expect(page.all("main h2").map(words)).toEqual([
      "In Bibliotheek Destelbergen (centrum)",
      "Elders in Destelbergen",
    ]);
    expect(page.all(".list-name").map(words)).toEqual([
      "Vrijdag 27 november, 14 tot 16 uur",
      "Woensdag 25 november, 14 tot 16 uur",
    ]);
    expect(page.all(".list .hint").map(words)).toEqual([
      "Digiclub",
      "Nog 1 plaats",
      "Digiclub, Lokaal Dienstencentrum de Reinaert",
      "Nog 12 plaatsen",
    ]);
    expect(buttons(page)).toEqual([
      "Plan in: vrijdag 27 november, 14 tot 16 uur",
      "Plan in: woensdag 25 november, 14 tot 16 uur",
    ]);
  });

  it("leave out what is full, and say so when nothing is left", async () => {
    await plan(site.table, moment, { capacity: 12, taken: 12 });
    const page = await show();
    expect(page.faults).toEqual([]);
    expect(buttons(page)).toEqual([]);
    expect(words(page.one(".notice"))).toContain("Er is nu nergens plaats");
  });

  it("on the day itself can be entered at once by who stands there", async () => {
    await plan(site.table, moment);
    expect(buttons(await show(ON_THE_DAY))).toEqual([
      "Is er nu: vandaag, 14 tot 16 uur",
      "Plan in: vandaag, 14 tot 16 uur",
    ]);
    expect((await press("is-er", ON_THE_DAY)).status).toBe(303);
    expect(places(await fixture.rows())).toMatchObject({ taken: 1, present: 1 });
    expect(happened(await fixture.rows())).toEqual(["client-attended"]);
  });

  it("are of nobody when the person is not known here", async () => {
    const ask = site.ask({ actor: desk });
    for (const persoon of [aPerson(9), "somebody", ""]) {
      const asked = new URLSearchParams({ persoon }).toString();
      expect((await ask("GET", PATH, { query: asked })).status).toBe(404);
    }
  });
});

describe("a person is planned in", () => {
  it("once, with the question, and the desk is back at the person", async () => {
    await plan(site.table, moment);
    const first = await press("plan-in");
    expect([first.status, first.headers["location"]]).toEqual([
      303,
      `/registratie/persoon/${AMINA}`,
    ]);
    expect((await press("plan-in")).status).toBe(303);
    expect(places(await fixture.rows())).toMatchObject({ taken: 1, standing: 1 });
    const booking = (await fixture.rows()).find(({ type }) => type === "booking");
    expect(booking).toMatchObject({ person: AMINA, question: QUESTION, state: "booked" });
  });

  it("and taken out again from the same page", async () => {
    await plan(site.table, moment);
    await press("plan-in");
    const page = await show();
    expect(words(page.one(".list-end .tag"))).toBe("Al ingepland");
    expect(buttons(page)).toEqual(["Haal weg: vrijdag 27 november, 14 tot 16 uur"]);
    expect((await press("haal-weg")).status).toBe(303);
    expect(places(await fixture.rows())).toMatchObject({ taken: 0, standing: 0 });
  });

  it.each([
    { why: "no-seat-left", now: DAYS_BEFORE, words: /^Alle plaatsen zijn bezet/ },
    {
      why: "moment-over",
      now: { ...ON_THE_DAY, time: clockTime("16:00") },
      words: /^Dit moment is voorbij/,
    },
  ])("or the page says why not and what to do: $why", async ({ now, words: said }) => {
    await plan(site.table, moment, { capacity: 12, taken: 12 });
    await plan(site.table, inReinaert);
    const refused = await press("plan-in", now);
    expect(refused.status).toBe(409);
    const page = await readHtml(refused.body);
    expect(page.faults).toEqual([]);
    expect(words(page.one(".refused"))).toMatch(said);
    expect(attribute(page.one(".back a"), "href")).toBe(`/registratie/persoon/${AMINA}`);
  });

  it("never when nobody here knows them, also not when they are of another municipality", async () => {
    await plan(site.table, moment);
    expect((await press("plan-in", DAYS_BEFORE, { persoon: aPerson(9) })).status).toBe(404);
    const deinze = site.ask({ actor: aMember("desk-deinze-dienstencentrum"), now: DAYS_BEFORE });
    const form = { persoon: AMINA, moment: moment.id, doe: "plan-in" };
    expect((await deinze("POST", PATH, { form })).status).toBe(404);
    expect(places(await fixture.rows())).toMatchObject({ taken: 0, standing: 0 });
  });

  it("only by a desk: a volunteer keeps attendance and does not plan", async () => {
    await plan(site.table, moment);
    const ask = site.ask({ actor: aMember("volunteer-destelbergen-bibliotheek") });
    expect((await ask("GET", PATH, { query })).status).toBe(404);
  });

  it("not by a form that was made up", async () => {
    await plan(site.table, moment);
    expect((await press("verdwijn")).status).toBe(422);
    expect((await press("plan-in", DAYS_BEFORE, { moment: "morgen" })).status).toBe(422);
  });
});
