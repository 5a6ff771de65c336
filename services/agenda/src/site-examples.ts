import type { Actor } from "@digihulp/access";
import type { WallTime } from "@digihulp/kernel";
import { openTable } from "@digihulp/store";
import type { Sessions, Table, TableDefinition } from "@digihulp/store";
import { makeSite } from "@digihulp/web";
import type { HttpRequest, Note } from "@digihulp/web";
import type { CardsOf, PersonName } from "./deps.ts";
import { routes } from "./routes.ts";
import { publicAgenda } from "./store/public-agenda.ts";
import { aRegion, ON_THE_DAY } from "./use-cases/attendance-examples.ts";

type Given = {
  readonly definition: TableDefinition;
  readonly sessions: Sessions;
  /** Everybody who is known in the municipality. */
  readonly people: readonly PersonName[];
  /** The tenant whose people they are. */
  readonly municipality: string;
};

type As = { readonly actor: Actor; readonly now?: WallTime };
type Sent = {
  readonly query?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

const ORIGIN = "https://site.example";

const bodyOf = ({ form, json }: Sent): string => {
  if (form) return new URLSearchParams(form).toString();
  return json === undefined ? "" : JSON.stringify(json);
};

/** The agenda's pages and API on a test table, asked by whoever the test says, with the log beside it. */
export function aSite({ definition, sessions, people, municipality }: Given) {
  let instant = Date.parse("2026-11-27T13:20:00Z");
  const table: Table = openTable({ definition, sessions, now: () => (instant += 1) });
  const notes: Note[] = [];
  let cardReads = 0;
  const cards: CardsOf = (scope, ids) => {
    cardReads += 1;
    const own = scope.tag.endsWith(`.${municipality}`) ? people : [];
    return Promise.resolve(
      new Map(own.filter(({ id }) => ids.includes(id)).map((card) => [card.id, card])),
    );
  };
  const ask = ({ actor, now = ON_THE_DAY }: As) => {
    const site = makeSite(
      routes,
      { agenda: publicAgenda(table), table, cards },
      {
        region: aRegion,
        origin: ORIGIN,
        now: () => now,
        identify: async () => ({ actor, name: "Lien", cookies: [] }),
        note: (note) => notes.push(note),
      },
    );
    return (method: string, path: string, sent: Sent = {}) => {
      const body = bodyOf(sent);
      const request: HttpRequest = {
        method,
        path,
        query: new URLSearchParams(sent.query),
        headers: { "sec-fetch-site": "same-origin", ...sent.headers },
        cookies: {},
        body,
        bodySize: body.length,
        reference: "ref-1",
      };
      return site(request);
    };
  };
  return { ask, table, notes, cardReads: () => cardReads };
}
