import * as z from "zod";
import { programToken, signIn } from "../../support/sign-in.ts";
import type { Site } from "../../support/site.ts";
import { VISITOR, type Caller } from "../callers.ts";
import { send, type Sender } from "./send.ts";

/** Whose person, question, occurrence or grant a request names. */
export type Thing = "destelbergen" | "of-vdab" | "of-avansa" | "deinze" | "nobody" | "nonsense";
export type Named = "person" | "question" | "occurrence" | "grant";

/** Somebody who is known, under words that stand nowhere else. */
export type Marked = {
  readonly thing: Thing;
  readonly name: string;
  readonly phone: string;
  readonly words: string;
  readonly person: string;
  readonly question: string;
};

export type World = {
  readonly people: readonly Marked[];
  readonly ids: Readonly<Record<Thing, Readonly<Record<Named, string>>>>;
  readonly callers: readonly Caller[];
};

/** A Friday on which de Reinaert receives people. */
export const FRIDAY = "2026-11-27";
export const DURING = Date.parse(`${FRIDAY}T14:20:00+01:00`);
export const REINAERT = `occ_destelbergen-reinaert-vrijdag.${FRIDAY}`;

const GROUPS = [
  ["coordinator", "coordinator"],
  ["admin-destelbergen", "tenant-administrator"],
  ["social-worker-destelbergen", "social-worker"],
  ["desk-destelbergen-bibliotheek", "desk-worker"],
  ["volunteer-destelbergen-bibliotheek", "volunteer"],
  ["admin-deinze", "tenant-administrator"],
  ["social-worker-deinze", "social-worker"],
  ["desk-deinze-bibliotheek", "desk-worker"],
  ["partner-vdab", "partner"],
  ["partner-avansa", "partner"],
  ["partner-emino", "partner"],
] as const satisfies readonly (readonly [string, Caller["who"]])[];

const PROGRAMS = [
  ["vdab", "partner"],
  ["avansa", "partner"],
  ["destelbergen", "tenant-administrator"],
  ["deinze", "tenant-administrator"],
  ["werken-leie-schelde", "coordinator"],
] as const satisfies readonly (readonly [string, Caller["who"]])[];

export type Member = (typeof GROUPS)[number][0];

const withToken = (name: string, who: Caller["who"], authorization: string): Caller => ({
  name,
  who,
  headers: { authorization },
  cookies: {},
});

const withCookie = (name: string, who: Caller["who"], cookie: string): Caller => ({
  name,
  who,
  headers: {},
  cookies: Object.fromEntries(cookie.split("; ").map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
});

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
/** Says all that a token of Destelbergen says, and nobody signed it. */
const unsigned = (issuer: string): string =>
  `Bearer ${encoded({ alg: "none" })}.${encoded({
    iss: issuer,
    token_use: "access",
    client_id: "destelbergen",
    scope: "municipality/destelbergen",
    iat: DURING / 1000 - 60,
    exp: DURING / 1000 + 3600,
  })}.`;

/** Somebody walked off with this cookie before its owner signed out. */
async function stolenCookie(site: Site): Promise<Caller> {
  const stolen = withCookie(
    "a cookie stolen before the sign-out",
    "visitor",
    await signIn(site, "social-worker-destelbergen"),
  );
  const signedOut = await send(site, stolen)("POST", "/afmelden", "");
  if (signedOut.status !== 200) throw new Error(`signing out answers ${signedOut.status}`);
  return stolen;
}

async function everybody(site: Site): Promise<Caller[]> {
  const members: Caller[] = [];
  for (const [group, who] of GROUPS)
    members.push(withCookie(group, who, await signIn(site, group)));
  const programs: Caller[] = [];
  for (const [client, who] of PROGRAMS)
    programs.push(withToken(`program ${client}`, who, await programToken(site, client)));
  return [
    VISITOR,
    ...members,
    ...programs,
    await stolenCookie(site),
    withToken("a token of nonsense", "visitor", "Bearer geen.echt.token"),
    withToken("a token that nobody signed", "visitor", unsigned(site.stack.issuer ?? "")),
  ];
}

const Ids = z.object({ person: z.string(), question: z.string() });
const Grant = z.object({ id: z.string() });

type Told = { readonly name: string; readonly phone: string; readonly words: string };

/** Marked so that no other text of the software can be taken for them. */
const TOLD = {
  destelbergen: { name: "Zwaluw Kwikstaart", phone: "0470 11 11 71", words: "grutto en wulp" },
  "of-vdab": { name: "Ekster Roodborst", phone: "0470 22 22 72", words: "putter en sijs" },
  "of-avansa": { name: "Kieviet Blauwborst", phone: "0470 33 33 73", words: "aalscholver en fuut" },
  deinze: { name: "Specht Boomklever", phone: "0470 44 44 74", words: "roerdomp en snip" },
} as const satisfies Partial<Record<Thing, Told>>;

type Known = keyof typeof TOLD;

const bodyOf = (thing: Known) => ({
  name: TOLD[thing].name,
  reach: { by: "phone", phone: TOLD[thing].phone },
  language: "nl",
  theme: "itsme",
  words: TOLD[thing].words,
  // The social worker's person did not agree that the desk reads the words.
  agreed: thing === "destelbergen" ? ["may-call"] : ["may-call", "desk-may-see", "may-refer"],
});

async function said<Schema extends z.ZodType>(
  sending: Promise<{ readonly status: number; readonly text: string }>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { status, text } = await sending;
  if (status !== 200) throw new Error(`the world cannot be made: ${status} ${text}`);
  return schema.parse(JSON.parse(text));
}

const CLIENTS = "/api/registration/clients";
const REFERRALS = "/api/registration/municipalities/destelbergen/referrals";
const GRANTS = "/api/partnership/grants";

/** Every caller by name, as who sends requests. */
type As = (name: string) => Sender;

const given = (as: As, admin: Member, organisation: string) =>
  said(as(admin)("POST", GRANTS, { organisation, from: FRIDAY, until: null }), Grant);

const registered = (as: As, group: Member, thing: Known) =>
  said(as(group)("POST", group.startsWith("partner-") ? REFERRALS : CLIENTS, bodyOf(thing)), Ids);

/** Four people: one of Destelbergen's own, two who were referred to it, and one of Deinze. */
async function peopleOf(site: Site, as: As) {
  await given(as, "admin-destelbergen", "vdab");
  const avansas = await given(as, "admin-destelbergen", "avansa");
  await site.stack.drain();
  const people = {
    destelbergen: await registered(as, "social-worker-destelbergen", "destelbergen"),
    "of-vdab": await registered(as, "partner-vdab", "of-vdab"),
    "of-avansa": await registered(as, "partner-avansa", "of-avansa"),
    deinze: await registered(as, "desk-deinze-bibliotheek", "deinze"),
  };
  await said(as("admin-destelbergen")("POST", `${GRANTS}/${avansas.id}/end`, {}), Grant);
  for (const thing of ["destelbergen", "of-vdab", "of-avansa"] as const)
    await said(
      as("desk-destelbergen-bibliotheek")("POST", "/api/agenda/bookings", {
        occurrence: REINAERT,
        ...people[thing],
      }),
      z.object(),
    );
  return people;
}

const NOBODY = "0".repeat(26);
const STRANGE = {
  nobody: {
    person: `per_${NOBODY}`,
    question: `qst_${NOBODY}`,
    occurrence: "occ_destelbergen-reinaert-vrijdag.2026-11-26",
    grant: `grant_${NOBODY}`,
  },
  nonsense: { person: "per", question: "qst_'", occurrence: "occ_<b>", grant: "%00" },
} as const;

/** Destelbergen with people of its own and of two partners, and Deinze with one of its own. */
export async function makeWorld(site: Site): Promise<World> {
  await site.stack.clock.travelTo(DURING);
  const callers = await everybody(site);
  const as: As = (name) => send(site, callers.find((one) => one.name === name) ?? VISITOR);
  const made = await peopleOf(site, as);
  const ligos = await given(as, "admin-destelbergen", "ligo");
  const vtis = await given(as, "admin-deinze", "vti-deinze");
  await site.stack.drain();
  const here = { occurrence: REINAERT, grant: ligos.id };
  // Deinze plans no moments yet: whatever stands for one there is nobody's.
  const there = { occurrence: "occ_deinze-bibliotheek-vrijdag.2026-11-27", grant: vtis.id };
  return {
    callers,
    people: (["destelbergen", "of-vdab", "of-avansa", "deinze"] as const).map((thing) => ({
      thing,
      ...TOLD[thing],
      ...made[thing],
    })),
    ids: {
      destelbergen: { ...made.destelbergen, ...here },
      "of-vdab": { ...made["of-vdab"], ...here },
      "of-avansa": { ...made["of-avansa"], ...here },
      deinze: { ...made.deinze, ...there },
      ...STRANGE,
    },
  };
}
