import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

const lists = z.record(
  z.string(),
  z.object({
    groups: z.array(z.object({ name: z.string(), label: z.string() })),
    clients: z.array(z.object({ id: z.string(), name: z.string(), scope: z.string() })),
  }),
);

/** The groups that people are in and the programs that ask for tokens, of one region. */
export type IdentityList = z.infer<typeof lists>[string];

/** Reads the list of a region, as the build took it from packages/access. */
export function identityList(dist: string, regionId: string): IdentityList {
  const file = join(dist, "identity.json");
  if (!existsSync(file)) throw new Error(`No ${file}: run "node infra/build.ts" first.`);
  const list = lists.parse(JSON.parse(readFileSync(file, "utf8")))[regionId];
  if (list === undefined) throw new Error(`No region is called ${regionId}.`);
  return list;
}
