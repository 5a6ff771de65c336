import { publicRows } from "@digihulp/web";
import type { Route } from "@digihulp/web";
import { AgendaQuery } from "./api/agenda-query.ts";
import { calendarOfAgenda } from "./api/feed.ts";
import {
  agendaHealth,
  getOccurrence,
  HealthAnswer,
  listOccurrences,
  OccurrenceAnswer,
  OccurrencesAnswer,
} from "./api/occurrences.ts";
import { attendanceRoutes } from "./attendance-routes.ts";
import type { AgendaDeps } from "./deps.ts";
import { agendaPage } from "./pages/agenda-page.tsx";
import { momentPage } from "./pages/moment-page.tsx";

const read = { method: "GET", permission: "agenda:read", about: publicRows } as const;

// prettier-ignore
export const routes: readonly Route<AgendaDeps>[] = [
  { ...read, kind: "page", path: "/agenda", handle: agendaPage, summary: "Where and when people can come." },
  { ...read, kind: "page", path: "/agenda/moment/:id", handle: momentPage, summary: "One moment." },
  { ...read, kind: "feed", path: "/agenda/feed.ics", handle: calendarOfAgenda, shape: { query: AgendaQuery }, summary: "The agenda as a calendar to subscribe to." },
  { ...read, kind: "api", path: "/api/agenda/occurrences", handle: listOccurrences, shape: { query: AgendaQuery, response: OccurrencesAnswer }, summary: "Occurrences between two days, in order of time." },
  { ...read, kind: "api", path: "/api/agenda/occurrences/:id", handle: getOccurrence, shape: { response: OccurrenceAnswer }, summary: "One occurrence." },
  { ...read, kind: "api", path: "/api/agenda/health", handle: agendaHealth, shape: { response: HealthAnswer }, summary: "Whether this service reaches its table." },
  ...attendanceRoutes,
];
