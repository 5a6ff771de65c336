import { REGIONS, regionById, tenantsOf, type RegionDefinition } from "@digihulp/region";
import * as z from "zod/mini";
import type { Answered } from "../support/ask.ts";
import type { WalkedRoute } from "./route-tables.ts";

type Named = { readonly id: string; readonly name: string };

const textsOf = (region: RegionDefinition): string[] => {
  const named: readonly Named[] = [
    ...region.municipalities,
    ...region.digiclubs,
    ...region.organisations,
  ];
  return [
    region.id,
    region.name,
    region.portalName,
    region.slogan,
    region.email,
    ...(region.phone === null ? [] : [region.phone]),
    ...region.funders,
    ...named.flatMap(({ id, name }) => [id, name]),
    ...region.series.map(({ id }) => id),
  ];
};

/** The software's own name, and a service that every Flemish region works with. */
const COMMON = ["Digihulp-portaal", "vdab", "VDAB"];

/** What only another region says of itself: none of it may stand in an answer of this one. */
export function wordsOfOthers(regionId: string): string[] {
  const own = textsOf(regionById(regionId)).join("\n");
  const others = REGIONS.filter(({ id }) => id !== regionId).flatMap(textsOf);
  return [...new Set(others)].filter((word) => !own.includes(word) && !COMMON.includes(word));
}

/** How rows and their keys are called inside; no answer may carry it. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`\\b(${REGIONS.flatMap(tenantsOf).join("|").replaceAll(".", "\\.")})\\b`),
    "a tenant's tag",
  ],
  [/\b(public|session|org-[a-z-]+|region-[a-z-]+)#/, "a stored key"],
  [/\barn:aws/, "a resource of the deployment"],
  [/\bat .+:\d+:\d+\)?/, "a stack trace"],
  [
    /\b(node:internal|node_modules|index\.cjs|[A-Z][A-Za-z]+(Exception|Error):)/,
    "an error of the software",
  ],
];

const STORED = new Set(
  "pk sk gpk gsk ppk psk pid version changedAt expiresAt scope tenant actor".split(" "),
);

/** Of a consent it is told which wording was read out. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  "/api/registration/clients/:id": ["version"],
};

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

function documentFaults({ path, shape }: WalkedRoute, { status, text }: Answered): string[] {
  const document: unknown = JSON.parse(text);
  const meant = MEANT[path] ?? [];
  const stored = keysIn(document).filter((key) => STORED.has(key) && !meant.includes(key));
  const declared = status === 200 ? shape?.response : undefined;
  // Parsing drops what the schema does not name.
  const isDeclared =
    !declared || JSON.stringify(z.parse(declared, document)) === JSON.stringify(document);
  return [
    ...stored.map((key) => `carries the stored attribute ${key}`),
    ...(isDeclared ? [] : ["says more than its schema"]),
  ];
}

/** The region that is served, and what was asked: a form gives back what was typed. */
export type Told = { readonly regionId: string; readonly asked: string };

/** What an answer gives away that it must not, one part of a sentence each. */
export function leaksIn(route: WalkedRoute, answer: Answered, told: Told): string[] {
  const said = `${JSON.stringify(answer.headers)}\n${answer.text}`;
  return [
    ...wordsOfOthers(told.regionId)
      .filter((word) => said.includes(word) && !told.asked.includes(word))
      .map((word) => `says "${word}" of another region`),
    ...INSIDE.filter(([pattern]) => pattern.test(said)).map(([, what]) => `shows ${what}`),
    ...(answer.type.endsWith("json") ? documentFaults(route, answer) : []),
  ];
}
