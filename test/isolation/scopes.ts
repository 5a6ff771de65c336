/** A scope of each kind that the design knows; each is foreign to every other one. */
export const SCOPES = {
  tenant: "leie-schelde.deinze",
  organisation: "org-vdab",
  public: "public",
  region: "region-leie-schelde",
  session: "session",
  /** A tenant's people, of whom other services may read the card. */
  people: "leie-schelde.deinze",
} as const;
export type Kind = keyof typeof SCOPES;
export const KINDS = [
  "tenant",
  "organisation",
  "public",
  "region",
  "session",
  "people",
] as const satisfies Kind[];
const OTHERS = ["leie-schelde.gavere", "voorbeeldstreek.deinze", "org-avansa", "leie-schelde"];

/** Scopes whose names begin alike, which a pattern without its closing `#` confuses. */
const neighbours = (own: string): string[] => [`${own}-zuid`, `${own}2`, own.slice(0, -1)];
/** Every scope that a session for this one must not reach. */
export const foreignTo = (own: string): string[] =>
  [...new Set([...Object.values(SCOPES), ...OTHERS, ...neighbours(own)])].filter(
    (scope) => scope !== own,
  );

export type Tags = readonly (readonly [string, string])[];

/** Tags under which a data role of that kind must not be had. */
export function wrongTags(kind: Kind): Tags[] {
  const good = SCOPES[kind];
  const values = Object.values(SCOPES).filter((scope) => scope !== good);
  const shapeless = good.includes(".")
    ? ["leie-schelde", "deinze"]
    : [`x${good}`, good.slice(0, -1)];
  return [
    ...[...values, ...shapeless, ""].map((value): Tags => [["scope", value]]),
    [],
    [["tenant", good]],
    [["SCOPE", good]],
    [
      ["scope", good],
      ["role", "administrator"],
    ],
  ];
}

/** Tags in words. */
export const spoken = (tags: Tags): string =>
  tags.length === 0
    ? "no tag"
    : tags.map(([key, value]) => `${key}=${value || "nothing"}`).join(" and ");
