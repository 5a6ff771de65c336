import type { Scope } from "@digihulp/access";
import { DIGICLUB_KINDS } from "@digihulp/region";
import type { Table } from "@digihulp/store";
import * as z from "zod/mini";

export const StoredMunicipality = z.object({
  type: z.literal("tenant"),
  id: z.string(),
  name: z.string(),
  postcodes: z.array(z.string()),
});
export const StoredDigiclub = z.object({
  type: z.literal("digiclub"),
  id: z.string(),
  municipality: z.string(),
  kind: z.enum(DIGICLUB_KINDS),
  name: z.string(),
  audience: z.optional(z.string()),
});
const Entry = z.discriminatedUnion("type", [StoredMunicipality, StoredDigiclub]);

export type Directory = {
  readonly municipalities: readonly z.infer<typeof StoredMunicipality>[];
  readonly digiclubs: readonly z.infer<typeof StoredDigiclub>[];
};

export type PublicDirectory = {
  /** Every onboarded municipality and Digiclub of the region, in one round trip. */
  readonly all: (scope: Scope) => Promise<Directory>;
};

/** The public directory in the service's own table. */
export const publicDirectory = (table: Table): PublicDirectory => ({
  all: async (scope) => {
    const { rows } = await table
      .within(scope)
      .query({ partition: ["directory"], index: "publicDirectory" });
    const entries = rows.map((row) => z.parse(Entry, row));
    return {
      municipalities: entries.filter((entry) => entry.type === "tenant"),
      digiclubs: entries.filter((entry) => entry.type === "digiclub"),
    };
  },
});
