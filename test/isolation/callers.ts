import type { Who } from "@digihulp/access";

/** Somebody who sends requests; a persona is one more of these. */
export type Caller = {
  readonly name: string;
  readonly who: Who;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
};

export const VISITOR: Caller = { name: "a visitor", who: "visitor", headers: {}, cookies: {} };

/** Cookies and tokens that nobody issued: whoever sends them is a visitor, and gets no more. */
const PRETENDERS: readonly Caller[] = [
  {
    ...VISITOR,
    name: "a visitor with made-up cookies",
    cookies: {
      "__Host-sessie": `${"A".repeat(43)}.vdab`,
      "__Host-gezien": "29000000.AAAA",
      scope: "leie-schelde.deinze",
    },
  },
  {
    ...VISITOR,
    name: "a visitor with made-up headers",
    headers: {
      "x-tenant": "leie-schelde.deinze",
      "x-scope": "leie-schelde.deinze",
      "x-region": "voorbeeldstreek",
      "x-forwarded-host": "voorbeeldstreek.example",
    },
  },
];

/** Everybody as whom each route is called. */
export const CALLERS: readonly Caller[] = [VISITOR, ...PRETENDERS];

/** The headers with which a caller sends a request. */
export function headersOf({ cookies, headers }: Caller): Record<string, string> {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return { ...headers, ...(pairs.length > 0 ? { cookie: pairs.join("; ") } : {}) };
}
