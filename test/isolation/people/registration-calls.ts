import { each, form, newcomer, newcomerForm, once, townOf } from "./call.ts";
import type { Call, CallsOf, Ids, Said } from "./call.ts";
import { PARTNERS, whoMay, whoMayAtHome, whoMayFollow } from "./rights.ts";
import type { Body } from "./send.ts";
import type { Thing, World } from "./world.ts";

const atHome = whoMayAtHome("people");
const people = (thing: Thing) => whoMay("people", thing);
const referring = (thing: Thing) => whoMay("referring", thing);

const person = ({ person: id }: Ids): Said => ({ params: { id } });
const question = ({ question: asked }: Ids): Said => ({ params: { question: asked } });
const both = ({ person: id, question: asked }: Ids): Said => ({ params: { id, question: asked } });

/** Everybody is looked for, by name and by number. */
const searches = (world: World, search: (text: string) => Body) => (): Call[] =>
  world.people.flatMap(({ thing, name, phone }) =>
    [name, phone].map((text): Call => ({
      thing: "none",
      may: atHome,
      body: search(text),
      way: thing,
    })),
  );

export const registrationPages: CallsOf = (world) => {
  const all = each(world);
  return {
    "GET /registratie": once(atHome),
    "POST /registratie": searches(world, (zoek) => form({ zoek })),
    "GET /registratie/wachtlijst": once(atHome),
    "GET /registratie/nieuw": once(atHome),
    "POST /registratie/nieuw": () => once(atHome, { body: form(newcomerForm()) })(),
    "GET /registratie/persoon/:id": all(people, person),
    "POST /registratie/persoon/:id/vraag": all(people, (ids) => ({
      ...person(ids),
      body: form({ thema: "itsme", vraag: "nog iets" }),
    })),
    "POST /registratie/persoon/:id/vraag/:question/intrekken": all(people, both),
    "GET /registratie/toeleiden": once(PARTNERS),
    "POST /registratie/toeleiden": all(referring, (_ids, thing) => ({
      body: form({ ...newcomerForm(), akkoord: "may-refer", gemeente: townOf(thing) }),
    })),
    "GET /registratie/toegeleid": once(PARTNERS),
    "GET /registratie/toegeleid/:question": () => [
      ...all(whoMayFollow, question)(),
      ...all(whoMayFollow, (ids, thing) => ({
        ...question(ids),
        query: { gemeente: townOf(thing), persoon: ids.person },
        way: "said where",
      }))(),
    ],
  };
};

export const registrationApi: CallsOf = (world) => {
  const all = each(world);
  const oneOf = (thing: Thing) => (thing === "nonsense" ? [] : atHome);
  return {
    "POST /api/registration/clients": () => once(atHome, { body: newcomer() })(),
    "POST /api/registration/clients/search": searches(world, (text) => ({ text })),
    "GET /api/registration/clients/:id": all(people, person),
    "POST /api/registration/clients/:id/questions": all(people, (ids) => ({
      ...person(ids),
      body: { theme: "itsme" },
    })),
    "POST /api/registration/clients/:id/questions/:question/withdrawal": all(people, both),
    "GET /api/registration/waiting-list": () => [
      ...once(atHome)(),
      ...all(oneOf, ({ question: after }) => ({ query: { after } }))(),
    ],
    "POST /api/registration/municipalities/:municipality/referrals": all(
      referring,
      (_ids, thing) => ({
        params: { municipality: townOf(thing) },
        body: { ...newcomer(), agreed: ["may-refer"] },
      }),
    ),
    "GET /api/registration/referrals": once(PARTNERS),
    "GET /api/registration/referrals/:question": all(whoMayFollow, question),
  };
};
