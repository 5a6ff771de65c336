import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { synthesize } from "../synthesize.ts";
import { type JsonObject, readResources, type Resource } from "./resources.ts";

/** A stage with everything on: kept data, a domain, somebody to wake. */
export const production = {
  stage: "production",
  account: "222222222222",
  domain: "portaal.example",
  certificateArn: "arn:aws:acm:us-east-1:222222222222:certificate/1",
  alarmEmail: "wacht@portaal.example",
};

export type Change = (properties: JsonObject, resource: Resource) => void;

const functions = [
  ...["web", "plan"].map((name) => `agenda-${name}`),
  ...["web", "sign-in", "onboard", "project", "grants"].map((name) => `partnership-${name}`),
  ...["web", "follow", "project"].map((name) => `registration-${name}`),
];

const identity = {
  "leie-schelde": {
    groups: [
      { name: "coordinator", label: "Coördinator van Digistroom" },
      { name: "admin-deinze", label: "Beheerder van Deinze" },
    ],
    clients: [
      { id: "deinze", name: "Deinze", scope: "municipality/deinze" },
      { id: "vdab", name: "VDAB", scope: "organisation/vdab" },
    ],
  },
};

/** A folder that goes away with the test, holding what a build leaves in `dist`. */
export function builtFolder() {
  const folder = mkdtempSync(join(tmpdir(), "synthesize-"));
  const dist = join(folder, "dist");
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  };
  for (const name of functions)
    write(`functions/${name}/index.cjs`, `exports.handler = async () => "${name}";`);
  write("static/static/site.ABCDEFGH.css", "body{}");
  write("identity.json", JSON.stringify(identity));
  return { folder, dist, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** The resources of all templates of a stage, without the slow validation. */
export async function resourcesOf(context: Record<string, string>): Promise<Resource[]> {
  using built = builtFolder();
  const outdir = join(built.folder, "out");
  await synthesize(outdir, { validate: false, dist: built.dist, context });
  return readResources(outdir);
}

/** A copy in which one resource, named without its hash, is changed. */
export function changed(resources: Resource[], of: string, change: Change): Resource[] {
  const copy = structuredClone(resources);
  const pattern = new RegExp(`^digihulp-${of}[0-9A-F]{8}$`);
  const found = copy.find(({ stack, id }) => pattern.test(`${stack}/${id}`));
  if (found === undefined) throw new Error(`No resource ${of}`);
  change(found.properties, found);
  return copy;
}
