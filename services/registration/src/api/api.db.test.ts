import { beforeEach, describe, expect, it } from "vitest";
import { deskOf, partnerOf, socialWorkerOf } from "../testing/actors.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { siteOn } from "../testing/site.ts";
import type { Send, SiteOn } from "../testing/site.ts";

const CLIENTS = "/api/registration/clients";
const REFERRALS = "/api/registration/municipalities/destelbergen/referrals";
const body = {
  name: "Amina Benali",
  reach: { by: "phone", phone: "0470 00 00 01" },
  language: "ar",
  theme: "itsme",
  words: "Ik krijg itsme niet aan de praat.",
  agreed: ["may-call", "desk-may-see", "may-refer"],
};

let on: SetUp;
let site: SiteOn;
let send: Send;
const post = async (json: unknown, headers: Record<string, string> = {}) => {
  const answer = await send("POST", CLIENTS, { json, headers });
  return { status: answer.status, body: JSON.parse(answer.body) };
};
const get = async (path: string, as = send) => {
  const answer = await as("GET", path);
  return { status: answer.status, body: JSON.parse(answer.body) };
};

beforeEach(async () => {
  on = await setUp();
  site = siteOn(on);
  send = site.as(deskOf("destelbergen"));
});

describe("the API of the registration", () => {
  it("registers, finds, shows and lists by the same rules as the pages", async () => {
    const { body: ids } = await post(body);
    const found = await send("POST", `${CLIENTS}/search`, { json: { text: "benali" } });
    expect(JSON.parse(found.body)).toMatchObject({ people: [{ id: ids.person }] });
    expect(await get(`${CLIENTS}/${ids.person}`)).toMatchObject({
      status: 200,
      body: {
        card: { name: "Amina Benali" },
        questions: [{ id: ids.question, state: "waiting", words: body.words }],
      },
    });
    expect(await get("/api/registration/waiting-list")).toMatchObject({
      body: { people: [{ id: ids.question, card: { name: "Amina Benali" } }], hasMore: false },
    });
  });

  it("honours the idempotency key", async () => {
    const key = { "idempotency-key": "one" };
    const first = await post(body, key);
    expect(await post(body, key)).toEqual(first);
    const other = await post({ ...body, name: "Hilde Maes" }, key);
    expect(other).toMatchObject({
      status: 409,
      body: { type: "urn:digihulp:problem:idempotency-key-reused" },
    });
  });

  it("names the people who may be the same, until they are ruled out", async () => {
    const { body: ids } = await post(body);
    expect(await post(body)).toMatchObject({
      status: 409,
      body: {
        type: "urn:digihulp:problem:possible-duplicate",
        issues: [{ field: "notSameAs", message: ids.person }],
      },
    });
    expect(await post({ ...body, notSameAs: [ids.person] })).toMatchObject({ status: 200 });
  });

  it.each([
    [
      { ...body, name: "" },
      { field: "name", message: "missing" },
    ],
    [
      { ...body, words: "83.03.02-015.40" },
      { field: "words", message: "national-number" },
    ],
    [
      { ...body, reach: { by: "phone", phone: "x" } },
      { field: "reach", message: "no-phone" },
    ],
    [
      { ...body, birthYear: 79 },
      { field: "birthYear", message: "no-year" },
    ],
    [
      { ...body, theme: "none" },
      { field: "theme", message: "no-such-choice" },
    ],
  ])("says what does not fit: %#", async (sent, issue) => {
    expect(await post(sent)).toMatchObject({ status: 422, body: { issues: [issue] } });
  });

  it.each(["", "{", "[]", '{"name":1}', "null"])("refuses the body %j", async (sent) => {
    const answer = await send("POST", CLIENTS, { form: { raw: sent } });
    expect(answer.status).toBe(422);
    expect(await on.fixture.rows()).toEqual([]);
  });

  it("asks another question and takes it back", async () => {
    const { body: ids } = await post(body);
    const path = `${CLIENTS}/${ids.person}/questions`;
    const asked = await send("POST", path, { json: { words: "Nog iets." } });
    const { question } = JSON.parse(asked.body);
    const withdrawn = await send("POST", `${path}/${question}/withdrawal`);
    expect(JSON.parse(withdrawn.body)).toEqual({ state: "withdrawn" });
    const person = await get(`${CLIENTS}/${ids.person}`);
    expect(person.body.questions).toMatchObject([
      { id: question, theme: "not-known", state: "withdrawn" },
      { id: ids.question, state: "waiting" },
    ]);
  });

  it("never says who referred somebody inside a municipality", async () => {
    const vdab = site.as(partnerOf("vdab", ["destelbergen"]));
    const ids = JSON.parse((await vdab("POST", REFERRALS, { json: body })).body);
    for (const actor of [deskOf("destelbergen"), socialWorkerOf("destelbergen")]) {
      const answer = await site.as(actor)("GET", `${CLIENTS}/${ids.person}`);
      expect(answer.status).toBe(200);
      expect(answer.body).not.toMatch(/vdab|referredBy|registeredBy/i);
    }
  });

  it("refers only with the person's yes, and only where a grant stands", async () => {
    const vdab = site.as(partnerOf("vdab", ["destelbergen"]));
    const without = await vdab("POST", REFERRALS, { json: { ...body, agreed: [] } });
    expect([without.status, JSON.parse(without.body).type]).toEqual([
      409,
      "urn:digihulp:problem:not-agreed",
    ]);
    const elsewhere = REFERRALS.replace("destelbergen", "deinze");
    expect((await vdab("POST", elsewhere, { json: body })).status).toBe(404);
    expect((await vdab("GET", "/api/registration/referrals")).status).toBe(200);
  });

  it("says that it answers, to anybody", async () => {
    const visitor = site.as({ kind: "visitor" });
    expect(await get("/api/registration/health", visitor)).toEqual({
      status: 200,
      body: { status: "ok" },
    });
    expect((await visitor("GET", CLIENTS)).status).toBe(405);
    expect((await visitor("GET", "/api/registration/waiting-list")).status).toBe(401);
  });
});

it("no event and no line of the log holds a name, a number or a word of anybody", async () => {
  const { body: ids } = await post(body);
  await post(body);
  await send("POST", "/registratie", { form: { zoek: "Amina Benali" } });
  await get(`${CLIENTS}/${ids.person}`);
  await send("POST", `${CLIENTS}/${ids.person}/questions`, { json: { words: "aan de praat" } });
  for (const actor of [deskOf("deinze"), partnerOf("vdab", []), partnerOf("emino", ["melle"])]) {
    await site.as(actor)("POST", REFERRALS, { json: body });
    await site.as(actor)("GET", `${CLIENTS}/${ids.person}`);
  }
  const failing = siteOn({
    ...on,
    register: { ...on.register, person: () => Promise.reject(new Error("about Amina Benali")) },
  });
  await failing.as(deskOf("destelbergen"))("GET", `/registratie/persoon/${ids.person}`);
  const events = await on.rowsOf("event");
  expect(events.length).toBeGreaterThan(2);
  expect(site.notes.map(({ event }) => event)).toEqual(["denied", "denied", "denied"]);
  expect(failing.notes).toHaveLength(1);
  const kept = failing.notes.map(({ cause: _cause, ...note }) => note);
  expect(JSON.stringify([events, site.notes, kept])).not.toMatch(/amina|benali|0470|aan de praat/i);
});
