import { job } from "@digihulp/access";
import { inParallel, tally } from "@digihulp/testing";
import { newId } from "@digihulp/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import type { Step } from "../domain/question.ts";
import { deskOf, scopeFor, tenantRows } from "../testing/actors.ts";
import { intake, step } from "../testing/people.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { followQuestion } from "./follow-question.ts";
import type { FollowQuestion } from "./follow-question.ts";
import { registerClient } from "./register-client.ts";
import { withdrawQuestion } from "./withdraw-question.ts";

const desk = deskOf("destelbergen");
const resource = tenantRows("destelbergen");
const here = scopeFor(desk, { permission: "client:register", resource });
const follower = scopeFor(job("follow-question"), { permission: "question:follow", resource });

const made = step("booking-made", 1);
const absent = step("client-absent", 2);
const bookedAgain = step("booking-made", 3, 2);
const came = step("client-attended", 4, 2);

let on: SetUp;
let ids: Omit<FollowQuestion, "step">;
const tell = (told: Step) => followQuestion(on)(follower, { ...ids, step: told });
const stands = async () => {
  const [row] = await on.rowsOf("question");
  return { state: row?.["state"], occurrence: row?.["occurrence"], waits: "wpk" in (row ?? {}) };
};
const events = async () =>
  (await on.rowsOf("event"))
    .toSorted((one, other) => Object(one["detail"]).version - Object(other["detail"]).version)
    .map(({ name }) => name);

beforeEach(async () => {
  on = await setUp();
  const registered = await registerClient(on)(here, {
    actor: desk,
    intake: intake(),
    notSameAs: [],
  });
  if (!registered.ok) throw new Error(registered.refusal.kind);
  ids = registered.value;
});

describe("a question that waits", () => {
  it("is planned, waits again, is planned elsewhere and is helped, with an event for each", async () => {
    const states: unknown[] = [];
    for (const told of [made, absent, bookedAgain, came]) {
      expect(await tell(told)).toEqual({ ok: true, value: "followed" });
      states.push(await stands());
    }
    expect(states).toEqual([
      { state: "planned", occurrence: made.occurrence, waits: false },
      { state: "waiting", occurrence: undefined, waits: true },
      { state: "planned", occurrence: came.occurrence, waits: false },
      { state: "helped", occurrence: came.occurrence, waits: false },
    ]);
    expect(await events()).toEqual([
      "client-registered",
      "question-planned",
      "question-waiting-again",
      "question-planned",
      "question-helped",
    ]);
  });

  it("keeps its place in the list when it waits again", async () => {
    const [before] = await on.rowsOf("question");
    await tell(made);
    await tell(absent);
    const [after] = await on.rowsOf("question");
    expect([after?.["wpk"], after?.["wsk"]]).toEqual([before?.["wpk"], before?.["wsk"]]);
  });
});

describe("the agenda's events", () => {
  it("told again, all of them and one by one, change nothing and write nothing", async () => {
    const all = [made, absent, bookedAgain, came];
    for (const told of all) await tell(told);
    const before = await on.fixture.rows();
    for (const told of [...all, ...all])
      expect(await tell(told)).toEqual({ ok: true, value: "known-already" });
    expect(await on.fixture.rows()).toEqual(before);
  });

  it("told in the opposite order end the same", async () => {
    for (const told of [came, bookedAgain, absent, made]) await tell(told);
    expect(await stands()).toEqual({ state: "helped", occurrence: came.occurrence, waits: false });
  });

  it("a cancellation that overtakes its booking leaves the person on the list", async () => {
    await tell(step("booking-cancelled", 2));
    await tell(made);
    expect(await stands()).toMatchObject({ state: "waiting", waits: true });
  });

  it("told by five consumers at once, count once", async () => {
    const all = [made, absent, bookedAgain, came];
    const answers = await inParallel(5, async () => {
      const told: string[] = [];
      for (const one of all) {
        const answer = await tell(one);
        told.push(answer.ok ? answer.value : answer.refusal.kind);
      }
      return told;
    });
    // A consumer that loses often enough gives up; its batch comes again, as here.
    for (const one of all) await tell(one);
    expect(tally(answers.flat())["followed"]).toBeLessThanOrEqual(all.length);
    expect(await stands()).toMatchObject({ state: "helped", occurrence: came.occurrence });
    const [question] = await on.rowsOf("question");
    expect(question?.["steps"]).toHaveLength(all.length);
  });

  it("about a question that nobody asked here, change nothing", async () => {
    const before = await on.fixture.rows();
    const unknown = { ...ids, question: newId("qst", 1), step: made };
    expect(await followQuestion(on)(follower, unknown)).toEqual({
      ok: true,
      value: "unknown-question",
    });
    expect(await on.fixture.rows()).toEqual(before);
  });
});

describe("a consumer that is killed", () => {
  it.each([0, 1, 2, 3])(
    "after %i of four events, and starts again from the first, ends right",
    async (at) => {
      const all = [made, absent, bookedAgain, came];
      for (const told of all.slice(0, at)) await tell(told);
      for (const told of all) await tell(told);
      expect(await stands()).toMatchObject({ state: "helped", occurrence: came.occurrence });
      expect(await events()).toHaveLength(5);
    },
  );

  it("between its decision and its commit has changed nothing, and succeeds the next time", async () => {
    const before = await on.fixture.rows();
    const killed = {
      table: {
        within: (scope: typeof follower) => ({
          ...on.table.within(scope),
          commit: () => Promise.reject(new Error("killed")),
        }),
      },
    };
    await expect(followQuestion(killed)(follower, { ...ids, step: made })).rejects.toThrow(
      "killed",
    );
    expect(await on.fixture.rows()).toEqual(before);
    await tell(made);
    expect(await stands()).toMatchObject({ state: "planned" });
  });

  it("after its commit, before it could say so, does not do it twice", async () => {
    const killed = {
      table: {
        within: (scope: typeof follower) => {
          const scoped = on.table.within(scope);
          return {
            ...scoped,
            commit: async (...given: Parameters<typeof scoped.commit>) => {
              await scoped.commit(...given);
              throw new Error("killed");
            },
          };
        },
      },
    };
    await expect(followQuestion(killed)(follower, { ...ids, step: made })).rejects.toThrow(
      "killed",
    );
    expect(await tell(made)).toEqual({ ok: true, value: "known-already" });
    expect(await events()).toEqual(["client-registered", "question-planned"]);
  });
});

describe("somebody who needs no more help", () => {
  const stop = (changes = {}) => withdrawQuestion(on)(here, { actor: desk, ...ids, ...changes });

  it("leaves the list; asking again changes nothing", async () => {
    expect(await stop()).toEqual({ ok: true, value: "withdrawn" });
    expect(await stop()).toEqual({ ok: true, value: "withdrawn" });
    expect(await stands()).toEqual({ state: "withdrawn", occurrence: undefined, waits: false });
    expect(await events()).toEqual(["client-registered", "question-withdrawn"]);
  });

  it("is refused while planned: the place in the agenda comes first", async () => {
    await tell(made);
    expect(await stop()).toMatchObject({ refusal: { kind: "question-not-waiting" } });
  });

  it("cannot withdraw what was never asked", async () => {
    const question = newId("qst", 1);
    expect(await stop({ question })).toMatchObject({ refusal: { kind: "unknown-question" } });
  });
});
