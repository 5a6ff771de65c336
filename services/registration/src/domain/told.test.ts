import { asId } from "@digihulp/kernel";
import { organisationId, REGIONS, tenantsOf, themeId } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { stepTold } from "./agenda-told.ts";
import { askedAt, questionId } from "./ids.ts";
import { ask, follow, withdraw } from "./question.ts";
import type { Step, StepKind } from "./question.ts";
import { referralTold } from "./referral-told.ts";
import { newsOf, QuestionTold, told } from "./told.ts";

const region = REGIONS[0]!;
const tenant = tenantsOf(region)[2]!;
const id = questionId("qst_01KBAAAAAAAAAAAAAAAAAAAAAA");
const person = asId("per", "TEST1");
const asked = ask({ id, person, theme: themeId("itsme"), words: "aan de praat", createdAt: 1 });
const referred = { ...asked, referredBy: organisationId("vdab") };
const occurrence = asId("occ", "MOMENT1");
const step = (kind: StepKind, at: number): Step => ({ event: `evt_${at}`, kind, occurrence, at });
const planned = follow(asked, step("booking-made", 1));

describe("what happened to a question", () => {
  it.each([
    [asked, planned, "question-planned"],
    [planned, follow(planned, step("client-attended", 2)), "question-helped"],
    [planned, follow(planned, step("client-absent", 2)), "question-waiting-again"],
    [asked, withdraw(asked, 2), "question-withdrawn"],
    [asked, follow(asked, step("booking-cancelled", 2)), "question-followed"],
  ])("%#: %s", (before, after, news) => {
    expect(newsOf(before, after)).toBe(news);
  });

  it("is told in ids, the theme and the state: it reads back, and holds no word", () => {
    const detail = told({ ...planned, referredBy: organisationId("vdab") }, 2);
    expect(QuestionTold.parse(detail)).toEqual(detail);
    expect(Object.keys(detail).toSorted()).toEqual([
      "occurrence",
      "person",
      "question",
      "referredBy",
      "state",
      "theme",
      "version",
    ]);
  });
});

describe("what the agenda tells", () => {
  const event = { id: "evt_1", at: 5, detail: { occurrence, person, question: id } };

  it("is a step of a question", () => {
    expect(stepTold({ ...event, name: "client-attended" })).toEqual({
      person,
      question: id,
      step: { event: "evt_1", kind: "client-attended", occurrence, at: 5 },
    });
  });

  it.each([
    { ...event, name: "visitor-counted" },
    { ...event, name: "occurrences-planned", detail: {} },
    { ...event, name: "booking-made", detail: { occurrence, person } },
  ])("is nothing to follow when it is about no question: $name", (other) => {
    expect(stepTold(other)).toBeUndefined();
  });

  it("is a fault when it is a step of nobody", () => {
    expect(() => stepTold({ ...event, name: "booking-made", detail: { occurrence } })).toThrow();
  });
});

describe("what an organisation is told", () => {
  const event = { name: "client-registered", scope: tenant, detail: told(referred, 1) };

  it("is a row of its own list, complete from one event", () => {
    expect(referralTold(event, region)).toEqual({
      organisation: "vdab",
      referral: {
        question: id,
        person,
        tenant,
        municipality: tenant.split(".")[1],
        theme: "itsme",
        state: "waiting",
        createdAt: askedAt(id),
        version: 1,
      },
    });
  });

  it("is nothing about people whom nobody referred, and nothing but questions", () => {
    expect(referralTold({ ...event, detail: told(asked, 1) }, region)).toBeUndefined();
    expect(referralTold({ ...event, name: "client-seen", detail: {} }, region)).toBeUndefined();
  });

  it("is a fault from a tenant that the region does not have", () => {
    expect(() => referralTold({ ...event, scope: "elsewhere.x" }, region)).toThrow(RangeError);
  });
});
