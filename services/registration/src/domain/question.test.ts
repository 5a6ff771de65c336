import { asId } from "@digihulp/kernel";
import { organisationId, themeId } from "@digihulp/region";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionId } from "./ids.ts";
import { ask, follow, STEP_KINDS, withdraw } from "./question.ts";
import type { Question, Step, StepKind } from "./question.ts";

const asked = ask({
  id: questionId("qst_01KBAAAAAAAAAAAAAAAAAAAAAA"),
  person: asId("per", "TEST1"),
  theme: themeId("itsme"),
  words: "Ik krijg itsme niet aan de praat.",
  referredBy: organisationId("vdab"),
  createdAt: 1000,
});
const moment = (at: number) => asId("occ", `MOMENT${at}`);
let told = 0;
const step = (kind: StepKind, at: number, where = 1): Step => {
  told += 1;
  return { event: `evt_${told}`, kind, occurrence: moment(where), at };
};
const after = (steps: readonly Step[], start: Question = asked): Question =>
  steps.reduce(follow, start);

describe("a question", () => {
  it("that is asked, waits", () => {
    expect(asked.state).toBe("waiting");
  });

  it("that waits, is planned when the person gets a place", () => {
    expect(after([step("booking-made", 1)])).toMatchObject({
      state: "planned",
      occurrence: moment(1),
    });
  });

  it("that is planned, is helped when the person comes", () => {
    const question = after([step("booking-made", 1), step("client-attended", 2)]);
    expect(question).toMatchObject({ state: "helped", occurrence: moment(1) });
  });

  it.each(["client-absent", "booking-cancelled"] as const)(
    "that is planned, waits again after %s, in its old place",
    (kind) => {
      const question = after([step("booking-made", 1), step(kind, 2)]);
      expect([question.state, question.createdAt]).toEqual(["waiting", 1000]);
    },
  );

  it("is planned again when what was noted is taken back", () => {
    const slip = [step("booking-made", 1), step("client-absent", 2), step("attendance-undone", 3)];
    expect(after(slip).state).toBe("planned");
  });

  it("of somebody who walks in without a place, is helped at once", () => {
    expect(after([step("client-attended", 1)]).state).toBe("helped");
  });

  it("stays planned elsewhere when one of two places is cancelled", () => {
    const two = [step("booking-made", 1, 1), step("booking-made", 2, 2)];
    expect(after([...two, step("booking-cancelled", 3, 2)])).toMatchObject({
      state: "planned",
      occurrence: moment(1),
    });
  });

  it("that is withdrawn, stays so when a place that was made before is told late", () => {
    const question = follow(withdraw(asked, 5), step("booking-made", 4));
    expect(question.state).toBe("withdrawn");
  });

  it("that is withdrawn, is helped all the same when the person comes, and not when that was a slip", () => {
    const came = follow(withdraw(asked, 5), step("client-attended", 6));
    expect(came.state).toBe("helped");
    expect(follow(came, step("attendance-undone", 7)).state).toBe("withdrawn");
  });

  it("keeps who asked it, what and by whom it came, whatever happens", () => {
    const { id, person, theme, words, referredBy, createdAt } = asked;
    const question = after([step("booking-made", 1), step("client-attended", 2)]);
    expect(question).toMatchObject({ id, person, theme, words, referredBy, createdAt });
  });
});

describe("the agenda's events", () => {
  const steps = fc.uniqueArray(
    fc.record({
      event: fc.integer({ min: 1, max: 9999 }).map((at) => `evt_${at}`),
      kind: fc.constantFrom(...STEP_KINDS),
      occurrence: fc.constantFrom(moment(1), moment(2), moment(3)),
      at: fc.integer({ min: 1, max: 12 }),
    }),
    { selector: ({ event }) => event, maxLength: 9 },
  );
  const shuffled = steps.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray([...given, ...given], { minLength: given.length * 2 }),
    ),
  );
  const inOrder = (given: readonly Step[]) =>
    given.toSorted((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1));

  it("end the same in whatever order, and however often, they arrive", () => {
    fc.assert(
      fc.property(shuffled, ([given, arrived]) => {
        expect(after(arrived)).toEqual(after(inOrder(given)));
      }),
    );
  });

  it("end the same when the person withdraws somewhere in between", () => {
    fc.assert(
      fc.property(shuffled, ([given, arrived]) => {
        const start = withdraw(asked, 6);
        expect(after(arrived, start)).toEqual(after(inOrder(given), start));
      }),
    );
  });

  it("told in order, say what a desk would say of the last one about each moment", () => {
    fc.assert(
      fc.property(steps, (given) => {
        const question = after(given);
        const last = new Map(inOrder(given).map((one) => [one.occurrence, one.kind]));
        const kinds = [...last.values()];
        if (kinds.includes("client-attended")) expect(question.state).toBe("helped");
        else if (kinds.some((kind) => kind === "booking-made" || kind === "attendance-undone"))
          expect(question.state).toBe("planned");
        else expect(question.state).toBe("waiting");
      }),
    );
  });

  it("told again change nothing, not even the object", () => {
    const made = step("booking-made", 1);
    const planned = follow(asked, made);
    expect(follow(planned, made)).toBe(planned);
  });
});
