import { each, eachAt, form, once } from "./call.ts";
import type { CallsOf, Ids, Said } from "./call.ts";
import { whoMay, whoMayAt, whoMayAtHome } from "./rights.ts";
import type { Thing } from "./world.ts";

const atHome = whoMayAtHome("attendance");
const attendance = (thing: Thing) => whoMayAt("attendance", thing);
const bookings = (thing: Thing) => whoMayAt("bookings", thing);

const moment = ({ occurrence }: Ids): Said => ({ params: { occurrence } });

export const attendancePages: CallsOf = (world) => ({
  "GET /agenda/vandaag": () => [
    ...once(atHome)(),
    ...once(atHome, { query: { waar: "destelbergen-reinaert" } })(),
  ],
  "POST /agenda/vandaag/:occurrence/aanwezig": eachAt(world)(attendance, (ids) => ({
    ...moment(ids),
    body: form({ persoon: ids.person, staat: "er" }),
  })),
  "POST /agenda/vandaag/:occurrence/bezoeker": each(world)(attendance, (ids) => ({
    ...moment(ids),
    body: form({ aantal: "1" }),
  })),
  "GET /agenda/inplannen": each(world)(
    (thing) => whoMay("bookings", thing),
    ({ person, question }) => ({ query: { persoon: person, vraag: question } }),
  ),
  "POST /agenda/inplannen": eachAt(world)(bookings, ({ person, question, occurrence }) => ({
    body: form({ persoon: person, vraag: question, moment: occurrence, doe: "plan-in" }),
  })),
});

export const attendanceApi: CallsOf = (world) => ({
  "POST /api/agenda/bookings": eachAt(world)(bookings, ({ occurrence, person, question }) => ({
    body: { occurrence, person, question },
  })),
  "DELETE /api/agenda/bookings/:occurrence/:person": eachAt(world)(
    bookings,
    ({ occurrence, person }) => ({ params: { occurrence, person } }),
  ),
  "POST /api/agenda/attendance": eachAt(world)(attendance, ({ occurrence, person }) => ({
    body: { occurrence, person, state: "present" },
  })),
  "GET /api/agenda/attendance": once(atHome),
  "POST /api/agenda/visitors": each(world)(attendance, ({ occurrence }) => ({
    body: { occurrence, change: 1 },
  })),
});
