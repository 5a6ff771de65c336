import { calendarDate } from "@digihulp/kernel";
import type { Programme } from "../definition.ts";

const terms = { periodMonths: 6, checksPerPeriod: 1, notReturnedEuro: 200 };
const goals = { devicesInStock: 300, digiclubs: 15, monthsBetweenGroupMoments: 2 };

/** The closed project, and the open-ended operation that carries today's work. */
export const programmes: readonly Programme[] = [
  {
    id: "digibanken-2023-2024",
    name: "Digibanken 2023-2024",
    start: calendarDate("2023-01-01"),
    end: calendarDate("2024-12-31"),
    isClosed: true,
    goals: { ...goals, uniqueEndUsers: 1000 },
    loanTerms: { ...terms, latestReturn: calendarDate("2024-12-31") },
  },
  {
    id: "reguliere-werking",
    name: "Reguliere werking",
    start: calendarDate("2025-01-01"),
    end: null,
    isClosed: false,
    goals: { ...goals, uniqueEndUsers: null },
    loanTerms: { ...terms, latestReturn: null },
  },
];
