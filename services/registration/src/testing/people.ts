import { asId } from "@digihulp/kernel";
import { themeId } from "@digihulp/region";
import type { OccurrenceId } from "../domain/ids.ts";
import type { Intake } from "../domain/intake.ts";
import type { Step, StepKind } from "../domain/question.ts";

/** Somebody with a question, as the form understood it. */
export const intake = (changes: Partial<Intake> = {}): Intake => ({
  name: "Amina Benali",
  reach: { by: "phone", phone: "0470 00 00 01" },
  language: "ar",
  birthYear: 1979,
  wish: { theme: themeId("itsme"), words: "Ik krijg itsme niet aan de praat." },
  agreed: ["may-call", "desk-may-see", "may-refer"],
  ...changes,
});

export const moment = (at: number): OccurrenceId => asId("occ", `MOMENT${at}`);

/** Something that the agenda told; its id follows from what it is. */
export const step = (kind: StepKind, at: number, where = 1): Step => ({
  event: `evt_${kind}-${where}-${at}`,
  kind,
  occurrence: moment(where),
  at,
});
