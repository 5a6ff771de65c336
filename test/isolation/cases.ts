import type { Caller } from "./callers.ts";

/** Whose thing a request names; to who may not see it, all but the first two look alike. */
export type Owner =
  | "everybody"
  | "own"
  | "other-tenant"
  | "other-organisation"
  | "other-region"
  | "nobody";

/** One way to call a route. */
export type RouteCase = {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly owner: Owner;
  readonly status: (caller: Caller) => number;
};

const FRIDAY = "occ_destelbergen-reinaert-vrijdag.2026-11-27";
/** A moment that exists, in the same table, and is another region's. */
const OTHER_REGIONS_MONDAY = "occ_testdorp-bibliotheek-maandag.2026-11-30";
const NOBODYS_FRIDAY = "occ_destelbergen-reinaert-vrijdag.2026-11-26";

const always =
  (status: number) =>
  (_caller: Caller): number =>
    status;
const found = { owner: "everybody", status: always(200) } as const;
const hidden = { owner: "other-region", status: always(404) } as const;
const missing = { owner: "nobody", status: always(404) } as const;

/** What only members may do: a visitor is asked to sign in, whoever's thing it is. */
const forMembers = (status: number, ...params: readonly string[]): readonly RouteCase[] =>
  (["own", "other-tenant", "nobody"] as const).map((owner) => ({
    owner,
    status: always(status),
    params: Object.fromEntries(params.map((name) => [name, `${owner}-thing`])),
  }));
/** A page of members sends a visitor to the way in; a form is kept on a page that asks to sign in. */
const [PAGE, FORM, API] = [303, 401, 401];

const moments: readonly RouteCase[] = [
  { ...found, params: { id: FRIDAY } },
  { ...hidden, params: { id: OTHER_REGIONS_MONDAY } },
  { ...missing, params: { id: NOBODYS_FRIDAY } },
  { ...missing, params: { id: "geen-moment" } },
];

/** Asked by name, another region's place is as unknown as one that does not exist. */
const searched = (status: number, names: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(names).flatMap(([name, [foreign, none]]): RouteCase[] => [
    { query: { [name]: foreign }, owner: "other-region", status: always(status) },
    { query: { [name]: none }, owner: "nobody", status: always(status) },
  ]);

const agendaQueries = searched(422, {
  municipality: ["testdorp", "nergens"],
  digiclub: ["deinze-buurthuis", "nergens"],
});

/** How each route is called; a route that is not here fails the build. */
export const CASES: Readonly<Record<string, readonly RouteCase[]>> = {
  "GET /agenda": [
    found,
    { ...found, query: { gemeente: "deinze" } },
    { ...found, query: { gemeente: "destelbergen", soort: "inloop" } },
    ...searched(422, { gemeente: ["testdorp", "nergens"], club: ["deinze-buurthuis", "nergens"] }),
  ],
  "GET /agenda/moment/:id": moments,
  "GET /agenda/feed.ics": [
    found,
    { ...found, query: { municipality: "deinze" } },
    { ...found, query: { from: "2023-06-01", until: "2023-12-31" } },
    ...agendaQueries,
  ],
  "GET /api/agenda/occurrences": [
    found,
    { ...found, query: { from: "2025-01-01", until: "2027-06-30" } },
    ...agendaQueries,
  ],
  "GET /api/agenda/occurrences/:id": moments,
  "GET /api/agenda/health": [found],
  "GET /agenda/vandaag": forMembers(PAGE),
  "POST /agenda/vandaag/:occurrence/aanwezig": forMembers(FORM, "occurrence"),
  "POST /agenda/vandaag/:occurrence/bezoeker": forMembers(FORM, "occurrence"),
  "GET /agenda/inplannen": forMembers(PAGE),
  "POST /agenda/inplannen": forMembers(FORM),
  "POST /api/agenda/bookings": forMembers(API),
  "DELETE /api/agenda/bookings/:occurrence/:person": forMembers(API, "occurrence", "person"),
  "POST /api/agenda/attendance": forMembers(API),
  "GET /api/agenda/attendance": forMembers(API),
  "POST /api/agenda/visitors": forMembers(API),
  "GET /beheer/toegang": forMembers(PAGE),
  "POST /beheer/toegang": forMembers(FORM),
  "POST /beheer/toegang/:id/einde": forMembers(FORM, "id"),
  "GET /api/partnership/grants": forMembers(API),
  "POST /api/partnership/grants": forMembers(API),
  "POST /api/partnership/grants/:id/end": forMembers(API, "id"),
  "GET /registratie": forMembers(PAGE),
  "POST /registratie": forMembers(FORM),
  "GET /registratie/wachtlijst": forMembers(PAGE),
  "GET /registratie/nieuw": forMembers(PAGE),
  "POST /registratie/nieuw": forMembers(FORM),
  "GET /registratie/persoon/:id": forMembers(PAGE, "id"),
  "POST /registratie/persoon/:id/vraag": forMembers(FORM, "id"),
  "POST /registratie/persoon/:id/vraag/:question/intrekken": forMembers(FORM, "id", "question"),
  "GET /registratie/toeleiden": forMembers(PAGE),
  "POST /registratie/toeleiden": forMembers(FORM),
  "GET /registratie/toegeleid": forMembers(PAGE),
  "GET /registratie/toegeleid/:question": forMembers(PAGE, "question"),
  "POST /api/registration/clients": forMembers(API),
  "POST /api/registration/clients/search": forMembers(API),
  "GET /api/registration/clients/:id": forMembers(API, "id"),
  "POST /api/registration/clients/:id/questions": forMembers(API, "id"),
  "POST /api/registration/clients/:id/questions/:question/withdrawal": forMembers(
    API,
    "id",
    "question",
  ),
  "GET /api/registration/waiting-list": forMembers(API),
  "POST /api/registration/municipalities/:municipality/referrals": forMembers(API, "municipality"),
  "GET /api/registration/referrals": forMembers(API),
  "GET /api/registration/referrals/:question": forMembers(API, "question"),
  "GET /api/registration/health": [found],
  "GET /aanmelden": [
    { owner: "everybody", status: always(303) },
    { owner: "everybody", status: always(303), query: { naar: "https://elders.example/" } },
  ],
  "POST /aanmelden": [
    { ...found, body: "naar=/beheer/toegang&bewaard=a%3Db" },
    { owner: "everybody", status: always(400), body: "naar=https://elders.example/&bewaard=a" },
    { owner: "everybody", status: always(400) },
  ],
  "GET /aanmelden/terug": [
    { owner: "everybody", status: always(400) },
    { owner: "everybody", status: always(400), query: { code: "a", state: "b" } },
  ],
  "GET /aanmelden/verder": [{ owner: "everybody", status: always(303) }],
  "POST /afmelden": [found],
  "GET /werkplek": [{ owner: "everybody", status: always(303) }],
  "POST /werkplek": [{ owner: "everybody", status: always(303), body: "plaats=desk-deinze" }],
  "GET /": [found],
  "GET /digiclubs": [
    found,
    { ...found, query: { gemeente: "deinze" } },
    ...searched(404, { gemeente: ["testdorp", "nergens"] }),
  ],
  "GET /toegankelijkheid": [found],
  "GET /privacy": [found],
  "GET /wie-mag-wat": [found],
  "GET /health": [found],
  "GET /api/partnership/municipalities": [found],
  "GET /api/partnership/digiclubs": [found],
};
