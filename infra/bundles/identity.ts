import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";

const source = `
  import { clientsOf, groupsOf } from "@digihulp/access";
  import { REGIONS } from "@digihulp/region";
  const listOf = (region) => ({
    groups: groupsOf(region).map(({ name, label }) => ({ name, label })),
    clients: clientsOf(region).map(({ id, name, scope }) => ({ id, name, scope })),
  });
  const lists = REGIONS.map((region) => [region.id, listOf(region)]);
  process.stdout.write(JSON.stringify(Object.fromEntries(lists)));
`;

/**
 * Writes `identity.json`: by region, the groups and programs that packages/access knows. A synthesis
 * takes those of its own region, so the identity provider and the code that reads its tokens agree.
 */
export async function buildIdentity(root: string, dist: string): Promise<void> {
  if (!existsSync(join(root, "packages/access/src/identity.ts"))) return;
  const lists = await runProgram({ root, source });
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, "identity.json"), lists);
}
