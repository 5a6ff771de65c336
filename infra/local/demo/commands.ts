import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Command } from "./browser.ts";
import type { Day } from "./calendar.ts";
import type { Act, Wish } from "./deed.ts";
import type { Ids } from "./journal.ts";
import type { Person } from "./people.ts";

/** What the portal calls the people, questions and grants of the year. */
export class Known {
  private readonly ids = new Map<string, string>();

  id(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`${key} is not known yet`);
    return id;
  }

  remember(ids: Ids): void {
    for (const [key, id] of Object.entries(ids)) this.ids.set(key, id);
  }
}

/** The ids that an answer gives to what is new in an act. */
export function idsIn(act: Act, answer: Json): Ids {
  const ids = newIn(act).map(([key, field]) => {
    const id = isObject(answer) ? answer[field] : undefined;
    if (typeof id !== "string") throw new Error(`the answer to ${act.does} names no ${field}`);
    return [key, id] as const;
  });
  return Object.fromEntries(ids);
}

function newIn(act: Act): [key: string, field: string][] {
  if (act.does === "register" || act.does === "refer") {
    return [
      [act.person.key, "person"],
      [act.question, "question"],
    ];
  }
  if (act.does === "ask") return [[act.question, "question"]];
  return act.does === "give-grant" ? [[act.grant, "id"]] : [];
}

const post = (path: string, body?: JsonObject): Command => ({
  method: "POST",
  path,
  ...(body ? { body } : {}),
});

function intakeOf({ name, reach, language, agreed }: Person, { theme, words }: Wish): JsonObject {
  return { name, reach, language, agreed, theme, words };
}

function registration(person: Person, wish: Wish): Command {
  const { birthYear } = person;
  return post("/api/registration/clients", {
    ...intakeOf(person, wish),
    ...(birthYear === undefined ? {} : { birthYear }),
  });
}

/** The request by which the portal is told of a deed of that day. */
export function commandOf(act: Act, today: Day, known: Known): Command {
  const clients = "/api/registration/clients";
  switch (act.does) {
    case "give-grant": {
      const { organisation, until } = act;
      return post("/api/partnership/grants", { organisation, from: today, until });
    }
    case "end-grant":
      return post(`/api/partnership/grants/${known.id(act.grant)}/end`);
    case "register":
      return registration(act.person, act.wish);
    case "refer": {
      const { municipality } = act.person;
      const path = `/api/registration/municipalities/${municipality}/referrals`;
      return post(path, intakeOf(act.person, act.wish));
    }
    case "ask":
      return post(`${clients}/${known.id(act.person)}/questions`, act.wish);
    case "withdraw": {
      const question = known.id(act.question);
      return post(`${clients}/${known.id(act.person)}/questions/${question}/withdrawal`);
    }
    case "book":
      return post("/api/agenda/bookings", {
        occurrence: act.moment,
        person: known.id(act.person),
        ...(act.question === undefined ? {} : { question: known.id(act.question) }),
        arrived: act.arrived,
      });
    case "call-off":
      return {
        method: "DELETE",
        path: `/api/agenda/bookings/${act.moment}/${known.id(act.person)}`,
      };
    case "note": {
      const { moment: occurrence, state } = act;
      return post("/api/agenda/attendance", { occurrence, person: known.id(act.person), state });
    }
    case "count":
      return post("/api/agenda/visitors", { occurrence: act.moment, change: act.change });
    default:
      return act satisfies never;
  }
}
