import type { Actor } from "@digihulp/access";
import { asId, calendarDate } from "@digihulp/kernel";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openApiDocument } from "../../../../packages/web/src/openapi.ts";
import { routes } from "../routes.ts";
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
const volunteer = aMember("volunteer-destelbergen-bibliotheek");
const moment = aDropIn();
const AMINA = aPerson(1);
const question = asId("qst", "EBOX");
const booking = { occurrence: moment.id, person: AMINA, question };
const people: PersonName[] = [{ id: AMINA, name: "Amina Benali", language: "ar" }];

let fixture: TestTable;
let site: ReturnType<typeof aSite>;
beforeEach(async () => {
  fixture = await testTable(agendaTable);
  site = aSite({ ...fixture, people, municipality: "destelbergen" });
  await plan(site.table, moment);
});

type Sent = {
  readonly by?: Actor;
  readonly json?: unknown;
  readonly key?: string;
  readonly query?: string;
};
const send = async (method: string, path: string, sent: Sent = {}) => {
  const { by = desk, json, key, query = "" } = sent;
  const headers = key ? { "idempotency-key": key } : {};
  const answer = await site.ask({ actor: by })(method, `/api/agenda/${path}`, {
    json,
    headers,
    query,
  });
  return {
    status: answer.status,
    type: answer.headers["content-type"],
    body: JSON.parse(answer.body),
  };
};
const refusal = (status: number, code: string) => ({
  status,
  type: "application/problem+json",
  body: expect.objectContaining({ type: `urn:digihulp:problem:${code}`, status }),
});

describe("a day through the API", () => {
  it("goes from booking to attendance, and never says a name", async () => {
    expect(await send("POST", "bookings", { json: booking })).toMatchObject({
      status: 200,
      body: { person: AMINA, question, state: "booked" },
    });
    const here = { occurrence: moment.id, person: AMINA, state: "present" };
    await send("POST", "attendance", { json: here, by: volunteer });
    const counted = await send("POST", "visitors", { json: { occurrence: moment.id, change: 1 } });
    expect(counted.body).toEqual({ occurrence: moment.id, visitors: 1 });
    const day = await send("GET", "attendance", { query: "date=2026-11-27", by: volunteer });
    expect(day.body).toEqual({
      date: "2026-11-27",
      moments: [
        {
          occurrence: moment.id,
          digiclub: "destelbergen-bibliotheek",
          from: "14:00",
          until: "16:00",
          state: "planned",
          capacity: 12,
          taken: 1,
          visitors: 1,
          bookings: [{ person: AMINA, question, state: "present", noted: ON_THE_DAY }],
        },
      ],
    });
    expect(JSON.stringify(day.body)).not.toContain("Benali");
  });

  it("books and checks in at once who walks in", async () => {
    const walkIn = await send("POST", "bookings", { json: { ...booking, arrived: true } });
    expect(walkIn.body).toMatchObject({ state: "present" });
    expect(happened(await fixture.rows())).toEqual(["client-attended"]);
  });

  it("gives the seat back when a booking is deleted, and deletes it once", async () => {
    await send("POST", "bookings", { json: booking });
    const path = `bookings/${moment.id}/${AMINA}`;
    expect((await send("DELETE", path, { key: "d1" })).body).toMatchObject({ state: "cancelled" });
    expect((await send("DELETE", path, { key: "d1" })).status).toBe(200);
    expect(places(await fixture.rows())).toEqual({ taken: 0, standing: 0, present: 0 });
  });
});

describe("what cannot be", () => {
  it("is a problem document with its own code", async () => {
    await send("POST", "bookings", { json: booking });
    expect(await send("POST", "bookings", { json: booking })).toEqual(
      refusal(409, "already-booked"),
    );
    const less = { occurrence: moment.id, change: -1 };
    expect(await send("POST", "visitors", { json: less })).toEqual(
      refusal(409, "no-visitor-counted"),
    );
  });

  it("is not found for a person, a moment or a booking that is not there", async () => {
    const missing = refusal(404, "not-found");
    const nowhere = asId("occ", "nowhere.2026-11-27");
    const cases = [
      send("POST", "bookings", { json: { ...booking, person: aPerson(9) } }),
      send("POST", "bookings", { json: { ...booking, occurrence: nowhere } }),
      send("DELETE", `bookings/${moment.id}/${AMINA}`),
      send("DELETE", "bookings/one/two"),
      send("POST", "attendance", {
        json: { occurrence: moment.id, person: AMINA, state: "present" },
      }),
      send("POST", "visitors", { json: { occurrence: nowhere, change: 1 } }),
    ];
    for (const answer of await Promise.all(cases)) expect(answer).toEqual(missing);
  });

  it("is not found for another municipality's people and moments, whoever asks how", async () => {
    const deinze = aMember("desk-deinze-dienstencentrum");
    await send("POST", "bookings", { json: booking });
    const tries = [
      send("POST", "bookings", { json: booking, by: deinze }),
      send("DELETE", `bookings/${moment.id}/${AMINA}`, { by: deinze }),
      send("POST", "attendance", { json: { ...booking, state: "present" }, by: deinze }),
      send("POST", "visitors", { json: { occurrence: moment.id, change: 1 }, by: deinze }),
    ];
    for (const { status } of await Promise.all(tries)) expect(status).toBe(404);
    const day = await send("GET", "attendance", { by: deinze });
    expect(day.body).toEqual({ date: ON_THE_DAY.date, moments: [] });
  });

  it("is invalid with each field named, JSON or not", async () => {
    const wrong = await send("POST", "visitors", { json: { occurrence: "x", change: 2 } });
    expect(wrong).toEqual(refusal(422, "invalid"));
    expect(wrong.body.issues.map(({ field }: { field: string }) => field)).toEqual([
      "occurrence",
      "change",
    ]);
    expect(await send("POST", "bookings")).toEqual(refusal(422, "invalid"));
    const day = await send("GET", "attendance", { query: "date=tomorrow" });
    expect(day).toEqual(refusal(422, "invalid"));
  });

  it("is not found for who may not: a volunteer books nobody, a visitor needs a token", async () => {
    expect((await send("POST", "bookings", { json: booking, by: volunteer })).status).toBe(404);
    const visitor = { kind: "visitor" } as const;
    expect((await send("GET", "attendance", { by: visitor })).status).toBe(401);
  });
});

describe("a program that sends again", () => {
  it("gets the same answer for the same key, and one event", async () => {
    const json = { occurrence: moment.id, change: 1 };
    const first = await send("POST", "visitors", { json, key: "once" });
    expect(await send("POST", "visitors", { json, key: "once" })).toEqual(first);
    expect(happened(await fixture.rows())).toEqual(["visitor-counted"]);
  });

  it("is refused when the key was used for something else", async () => {
    await send("POST", "visitors", { json: { occurrence: moment.id, change: 1 }, key: "k" });
    const other = { occurrence: moment.id, change: -1 };
    expect(await send("POST", "visitors", { json: other, key: "k" })).toEqual(
      refusal(409, "idempotency-key-reused"),
    );
  });
});

describe("a date that was not asked for", () => {
  it("is today, on which a moment of another day does not show", async () => {
    await plan(site.table, aDropIn({ date: calendarDate("2026-12-04") }));
    const day = await send("GET", "attendance");
    expect(day.body.moments).toHaveLength(1);
    expect(DAYS_BEFORE.date).not.toBe(day.body.date);
  });
});

describe("the description of the API", () => {
  it("can be made from the routes, bodies and answers included", () => {
    const { paths } = openApiDocument([{ service: "agenda", routes }], "agenda");
    const text = JSON.stringify(paths);
    expect(Object.keys(paths)).toContain("/api/agenda/bookings/{occurrence}/{person}");
    expect(text).toContain('"enum":["present","absent","booked"]');
    expect(text).toContain('"visitors"');
  });
});
