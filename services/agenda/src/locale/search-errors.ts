import type { PeriodRefusal } from "../domain/period.ts";

/** What to do about a search that was not understood: Dutch, one sentence each. */
export const searchErrors = {
  place: (examples: string) => `We kennen deze plaats niet. Probeer bijvoorbeeld ${examples}.`,
  choice: "Kies iets uit de lijst.",
  date: "Schrijf de dag als 27/11/2026.",
  period: {
    "until-before-from": "Kies een laatste dag die na de eerste komt.",
    "outside-calendar": "Kies een dag tussen 2000 en 2150.",
    "period-too-long": "Kies ten hoogste drie maanden.",
  } satisfies Record<PeriodRefusal["kind"], string>,
};
