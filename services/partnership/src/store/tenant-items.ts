import type { Digiclub, Municipality } from "@digihulp/region";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";

export const tenantKey: Key = { partition: ["tenant"], sort: "tenant" };

export const digiclubKey = (id: string): Key => ({ partition: ["digiclub", id], sort: "digiclub" });

/** A municipality as a tenant. */
export const tenantItem = (municipality: Municipality, version: number): Item => ({
  key: tenantKey,
  type: "tenant",
  version,
  attributes: { ...municipality, state: "active" },
  indexes: { publicDirectory: { partition: ["directory"], sort: municipality.id } },
});

/** A Digiclub of a municipality; it stands behind its municipality in the public directory. */
export const digiclubItem = (digiclub: Digiclub, version: number): Item => ({
  key: digiclubKey(digiclub.id),
  type: "digiclub",
  version,
  attributes: { ...digiclub },
  indexes: {
    publicDirectory: { partition: ["directory"], sort: `${digiclub.municipality}|${digiclub.id}` },
  },
});

const Versioned = z.object({ version: z.number() });

export const versionOf = (row: Attributes): number => z.parse(Versioned, row).version;
