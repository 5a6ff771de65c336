import type { Body } from "./send.ts";
import { PARTNERS, whoMay, whoMayAtHome, whoMayFollow, type Right } from "./rights.ts";
import type { Named, Thing, World } from "./world.ts";

/** One way to call a route, and who may. */
export type Call = {
  readonly thing: Thing | "none";
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly may: readonly string[];
  /** Told apart only from calls that ask in the same way. */
  readonly way?: string;
};

type Ids = Readonly<Record<Named, string>>;
type About = (ids: Ids, thing: Thing) => Omit<Call, "thing" | "may">;

const THINGS: readonly Thing[] = [
  "destelbergen",
  "of-vdab",
  "of-avansa",
  "deinze",
  "nobody",
  "nonsense",
];

const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

let newcomers = 0;
/** Somebody whom nobody knows yet: a new one in every call, or it would be a duplicate. */
function newcomer() {
  newcomers += 1;
  const name = `Nieuwkomer ${String.fromCodePoint(65 + (newcomers % 26))}${"x".repeat(newcomers)}`;
  return {
    name: name.slice(0, 100),
    reach: { by: "visit" },
    language: "nl",
    agreed: ["may-refer"],
  };
}
const intakeForm = (): Record<string, string> => ({
  naam: newcomer().name,
  bereik: "visit",
  taal: "nl",
  thema: "itsme",
  akkoord: "may-refer",
});

/** Every route of members with how it is called: once, or for each thing of each owner. */
export function callsOf({ ids, people }: World): Readonly<Record<string, () => readonly Call[]>> {
  const once =
    (may: readonly string[], call: Omit<Call, "thing" | "may"> = {}) =>
    (): Call[] => [{ thing: "none", may, ...call }];
  const each = (may: (thing: Thing) => readonly string[], about: About) => (): Call[] =>
    THINGS.map((thing) => ({ thing, may: may(thing), ...about(ids[thing], thing) }));
  const people_ = (thing: Thing) => whoMay("people", thing);
  const bookings = (thing: Thing) => whoMay("bookings", thing);
  const attendance = (thing: Thing) => whoMay("attendance", thing);
  const grants = (thing: Thing) => whoMay("grants", thing);
  const atHome = whoMayAtHome("people");

  const townOf = (thing: Thing): string =>
    ({ deinze: "deinze", nobody: "nergens", nonsense: "<b>" })[thing as string] ?? "destelbergen";
  const person: About = ({ person: id }) => ({ params: { id } });
  const question: About = ({ question: asked }) => ({ params: { question: asked } });
  const both: About = ({ person: id, question: asked }) => ({ params: { id, question: asked } });
  const searched = (search: (text: string) => Body) => (): Call[] =>
    people.flatMap(({ thing, name, phone }) =>
      [name, phone].map((text): Call => ({
        thing: "none",
        may: atHome,
        body: search(text),
        way: thing,
      })),
    );
  /** A person, and the occurrence of one municipality or the other. */
  const planned = (right: Right, about: (ids: Ids) => Omit<Call, "thing" | "may">) => (): Call[] =>
    (["destelbergen", "deinze"] as const).flatMap((town) =>
      THINGS.map((thing): Call => {
        const both_ = whoMay(right, thing).filter((who) => whoMay(right, town).includes(who));
        const mixed = { ...ids[thing], occurrence: ids[town].occurrence };
        return { thing, may: both_, way: town, ...about(mixed) };
      }),
    );
  const occurrence: About = (given) => ({ params: { occurrence: given.occurrence } });
  const whereQuery = { waar: "destelbergen-reinaert" };

  return {
    "GET /registratie": once(atHome),
    "POST /registratie": searched((zoek) => form({ zoek })),
    "GET /registratie/wachtlijst": once(atHome),
    "GET /registratie/nieuw": once(atHome),
    "POST /registratie/nieuw": () => once(atHome, { body: form(intakeForm()) })(),
    "GET /registratie/persoon/:id": each(people_, person),
    "POST /registratie/persoon/:id/vraag": each(people_, (given, thing) => ({
      ...person(given, thing),
      body: form({ thema: "itsme", vraag: "nog iets" }),
    })),
    "POST /registratie/persoon/:id/vraag/:question/intrekken": each(people_, both),
    "GET /registratie/toeleiden": once(PARTNERS),
    "POST /registratie/toeleiden": each(
      (thing) => whoMay("referring", thing),
      (_, thing) => ({ body: form({ ...intakeForm(), gemeente: townOf(thing) }) }),
    ),
    "GET /registratie/toegeleid": once(PARTNERS),
    "GET /registratie/toegeleid/:question": () => [
      ...each(whoMayFollow, question)(),
      ...each(whoMayFollow, ({ person: persoon, question: asked }, thing) => ({
        params: { question: asked },
        query: { gemeente: townOf(thing), persoon },
        way: "said where",
      }))(),
    ],
    "POST /api/registration/clients": () =>
      once(atHome, { body: { ...newcomer(), theme: "itsme" } })(),
    "POST /api/registration/clients/search": searched((text) => ({ text })),
    "GET /api/registration/clients/:id": each(people_, person),
    "POST /api/registration/clients/:id/questions": each(people_, (given, thing) => ({
      ...person(given, thing),
      body: { theme: "itsme" },
    })),
    "POST /api/registration/clients/:id/questions/:question/withdrawal": each(people_, both),
    "GET /api/registration/waiting-list": () => [
      ...once(atHome)(),
      ...each(
        (thing) => (thing === "nonsense" ? [] : atHome),
        ({ question: after }) => ({ query: { after } }),
      )(),
    ],
    "POST /api/registration/municipalities/:municipality/referrals": each(
      (thing) => whoMay("referring", thing),
      (_, thing) => ({ params: { municipality: townOf(thing) }, body: newcomer() }),
    ),
    "GET /api/registration/referrals": once(PARTNERS),
    "GET /api/registration/referrals/:question": each(whoMayFollow, question),
    "GET /agenda/vandaag": () => [
      ...once(whoMayAtHome("attendance"))(),
      ...once(whoMayAtHome("attendance"), { query: whereQuery })(),
    ],
    "POST /agenda/vandaag/:occurrence/aanwezig": () => [
      ...each(attendance, (given, thing) => ({
        ...occurrence(given, thing),
        body: form({ persoon: given.person, staat: "er" }),
      }))(),
      // Somebody else's person, at a moment of one's own municipality.
      ...each(
        (thing) => attendance(thing).filter((who) => attendance("destelbergen").includes(who)),
        (given) => ({
          params: { occurrence: ids.destelbergen.occurrence },
          body: form({ persoon: given.person, staat: "er" }),
          way: "at de Reinaert",
        }),
      )(),
    ],
    "POST /agenda/vandaag/:occurrence/bezoeker": each(attendance, (given, thing) => ({
      ...occurrence(given, thing),
      body: form({ aantal: "1" }),
    })),
    "GET /agenda/inplannen": each(bookings, ({ person: persoon, question: vraag }) => ({
      query: { persoon, vraag },
    })),
    "POST /agenda/inplannen": planned(
      "bookings",
      ({ person: persoon, question: vraag, occurrence: moment }) => ({
        body: form({ persoon, vraag, moment, doe: "plan-in" }),
      }),
    ),
    "POST /api/agenda/bookings": planned("bookings", ({ grant: _, ...given }) => ({ body: given })),
    "DELETE /api/agenda/bookings/:occurrence/:person": planned(
      "bookings",
      ({ occurrence: when, person: who }) => ({ params: { occurrence: when, person: who } }),
    ),
    "POST /api/agenda/attendance": planned("attendance", ({ occurrence: when, person: who }) => ({
      body: { occurrence: when, person: who, state: "present" },
    })),
    "GET /api/agenda/attendance": once(whoMayAtHome("attendance")),
    "POST /api/agenda/visitors": each(attendance, (given) => ({
      body: { occurrence: given.occurrence, change: 1 },
    })),
    "GET /beheer/toegang": once(whoMayAtHome("grants")),
    "POST /beheer/toegang": once(whoMayAtHome("grants"), {
      body: form({ organisatie: "cvo", vanaf: "2026-12-01" }),
    }),
    "POST /beheer/toegang/:id/einde": each(grants, ({ grant: id }) => ({ params: { id } })),
    "GET /api/partnership/grants": once(whoMayAtHome("grants")),
    "POST /api/partnership/grants": once(whoMayAtHome("grants"), {
      body: { organisation: "beego", from: "2026-12-01" },
    }),
    "POST /api/partnership/grants/:id/end": each(grants, ({ grant: id }) => ({ params: { id } })),
  };
}
