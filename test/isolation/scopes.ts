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
/** More scopes of those kinds. */
export const OTHERS = [
  "leie-schelde.gavere",
  "voorbeeldstreek.deinze",
  "org-avansa",
  "leie-schelde",
] as const;

/** Scopes whose names begin alike, which a pattern without its closing `#` confuses. */
const neighbours = (own: string): string[] => [`${own}-zuid`, `${own}2`, own.slice(0, -1)];
/** Every scope that a session for this one must not reach. */
export const foreignTo = (own: string): string[] =>
  [...new Set([...Object.values(SCOPES), ...OTHERS, ...neighbours(own)])].filter(
    (scope) => scope !== own,
  );

export type Tags = readonly (readonly [string, string])[];

/** Tags that look a little like those of a kind. */
const MISSHAPEN: Readonly<Record<Kind, readonly string[]>> = {
  tenant: ["leie-schelde", "deinze"],
  organisation: ["vdab", "xorg-vdab", "org"],
  public: ["publi", "public2", "xpublic"],
  region: ["leie-schelde", "xregion-leie-schelde", "region"],
  session: ["sessio", "session2", "xsession"],
  people: ["leie-schelde", "deinze"],
};

/** Tags under which a data role of that kind must not be had. */
export function wrongTags(kind: Kind): Tags[] {
  const good = SCOPES[kind];
  const values = Object.values(SCOPES).filter((scope) => scope !== good);
  return [
    ...[...values, ...MISSHAPEN[kind], ""].map((value): Tags => [["scope", value]]),
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
