import { asId } from "@digihulp/kernel";
import { themeId } from "@digihulp/region";
import { inParallel, tally } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId } from "../domain/ids.ts";
import { deskOf, scopeFor, tenantRows } from "../testing/actors.ts";
import { intake } from "../testing/people.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { askQuestion } from "./ask-question.ts";
import type { AskQuestion } from "./ask-question.ts";
import { registerClient } from "./register-client.ts";

const desk = deskOf("destelbergen");
const permission = "client:register";
const here = scopeFor(desk, { permission, resource: tenantRows("destelbergen") });
const there = scopeFor(deskOf("deinze"), { permission, resource: tenantRows("deinze") });
const wish = { theme: themeId("ebox"), words: "Er zit een brief in mijn eBox." };

let on: SetUp;
let person: PersonId;
const ask = (changes: Partial<AskQuestion> = {}, scope = here) =>
  askQuestion(on)(scope, { actor: desk, person, wish, ...changes });

beforeEach(async () => {
  on = await setUp();
  const asked = { actor: desk, intake: intake(), notSameAs: [] };
  const registered = await registerClient(on)(here, asked);
  if (!registered.ok) throw new Error(registered.refusal.kind);
  ({ person } = registered.value);
});

describe("another question of somebody who is known", () => {
  it("waits, and is told without a word of it", async () => {
    const answer = await ask();
    expect(await on.rowsOf("question")).toHaveLength(2);
    const [event] = (await on.rowsOf("event")).filter(({ name }) => name === "question-asked");
    expect(event).toMatchObject({ detail: { person, theme: "ebox", state: "waiting" } });
    expect(answer).toMatchObject({ ok: true, value: { question: event?.["subject"] } });
    expect(JSON.stringify(event)).not.toMatch(/brief/);
  });

  it("sent again answers the same and is asked once", async () => {
    const [first, ...more] = await inParallel(10, () => ask({ idempotencyKey: "key-1" }));
    expect(more.every((answer) => JSON.stringify(answer) === JSON.stringify(first))).toBe(true);
    expect(await on.rowsOf("question")).toHaveLength(2);
  });

  it("from two desks at once is two questions: nobody's words are lost", async () => {
    const answers = await inParallel(2, (at) => ask({ wish: { ...wish, words: `vraag ${at}` } }));
    expect(tally(answers.map(({ ok }) => String(ok)))).toEqual({ true: 2 });
    expect(await on.rowsOf("question")).toHaveLength(3);
  });

  it.each([
    ["nobody", () => ask({ person: asId("per", "NOBODY") })],
    ["somebody of another municipality", () => ask({}, there)],
  ])("of %s is refused the same way, and writes nothing", async (_, refused) => {
    const before = await on.fixture.rows();
    expect(await refused()).toEqual({ ok: false, refusal: { kind: "unknown-client" } });
    expect(await on.fixture.rows()).toEqual(before);
  });
});
