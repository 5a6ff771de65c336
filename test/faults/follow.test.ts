import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { killFunction } from "../support/processes.ts";
import { signIn } from "../support/sign-in.ts";
import { startSite, type Site } from "../support/site.ts";

// A Friday morning: the drop-in of the Reinaert is still to come.
const TODAY = "2026-11-27";
const MOMENT = "occ_destelbergen-reinaert-vrijdag.2026-12-04";
const TRIES = 100;
/** Fewer than the retries of the stream: beyond those an event goes to the dead letters, as it should. */
const KILLS = 3;

let site: Site;
beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly"), today: TODAY });
});
afterAll(() => site?.stop());

async function post(cookie: string, path: string, key: string, body: object) {
  const answer = await site.ask(path, {
    method: "POST",
    headers: {
      cookie,
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
}

const follower = (): string => {
  const { functions } = site.stack.application;
  const found = functions.find(({ name }) => /registration.*Follow/.test(name));
  if (!found) throw new Error("nothing follows the agenda");
  return found.name;
};

const questions = async () =>
  (await site.rows("registration")).filter(({ type }) => type === "question");
const planned = async () =>
  (await site.rows("registration")).filter(({ name }) => name === "question-planned");

describe("planning somebody in is two commits, joined by an event", () => {
  it("ends right when the follower is killed in between, again and again", async () => {
    const worker = await signIn(site, "social-worker-destelbergen");
    const desk = await signIn(site, "desk-destelbergen-bibliotheek");
    const registered = await post(worker, "/api/registration/clients", "register-1", {
      name: "Proef Persoon",
      reach: { by: "visit" },
      language: "nl",
      theme: "itsme",
      words: "Hoe werkt itsme?",
      agreed: ["may-call", "desk-may-see"],
    });
    const { person, question } = registered;
    const booked = post(desk, "/api/agenda/bookings", "book-1", {
      occurrence: MOMENT,
      person,
      question,
    });
    let killed = 0;
    for (let turn = 0; turn < TRIES && killed < KILLS; turn += 1) {
      killed += killFunction(site.stack, follower()).length;
      await pause(20);
    }
    expect(killed).toBeGreaterThan(0);
    await booked;
    await site.stack.drain();
    expect((await questions()).map(({ state }) => state)).toEqual(["planned"]);
    expect(await planned()).toHaveLength(1);
  });
});
