import { newId } from "@digihulp/kernel";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { askedAt, isQuestionId } from "./ids.ts";

it("the id of a question says when it was asked, to the millisecond", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
      const id = newId("qst", now);
      expect([isQuestionId(id), askedAt(id)]).toEqual([true, now]);
    }),
  );
});

it.each(["qst_SHORT", "per_01KBAAAAAAAAAAAAAAAAAAAAAA", "qst_01KBAAAAAAAAAAAAAAAAAAAAAU", 7])(
  "%s is not the id of a question",
  (text) => {
    expect(isQuestionId(text)).toBe(false);
  },
);
