import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { build, type Metafile } from "esbuild";

/** Address of each static file by the name of its source: `{"site.css": "/static/site.K3JN5XQ2.css"}`. */
export type StaticAssets = Record<string, string>;

const source = "packages/web/static";
const unhashed = new Set(["robots.txt", "favicon.svg"]);
const loader = { ".woff2": "copy", ".svg": "copy", ".txt": "copy", ".png": "copy" } as const;

/**
 * Writes `dist/static`: the sheet `site.css` with all that it imports, browser scripts, fonts and
 * pictures under names with a hash; robots.txt and favicon.svg under their own.
 */
export async function buildStaticFiles(root: string, dist: string): Promise<StaticAssets> {
  const folder = join(root, source);
  if (!existsSync(folder)) throw new Error(`No static files in ${source}.`);
  const files = await readdir(folder);
  await mkdir(join(dist, "static"), { recursive: true });
  for (const file of files.filter((each) => unhashed.has(each)))
    await copyFile(join(folder, file), join(dist, "static", file));
  const entries = files.filter((file) => !unhashed.has(file) && extname(file) !== ".css");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["site.css", "staff.css", ...entries].map((file) => join(folder, file)),
    outdir: join(dist, "static/static"),
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    publicPath: "/static",
    bundle: true,
    minify: true,
    legalComments: "none",
    format: "iife",
    // Phones of about eight years old: what iOS 12 cannot read is written so that it can.
    target: ["chrome80", "firefox78", "safari12.1"],
    loader,
    metafile: true,
    logLevel: "warning",
  });
  return assetsOf(metafile);
}

function assetsOf({ outputs }: Metafile): StaticAssets {
  const names = Object.keys(outputs).map((path) => basename(path));
  return Object.fromEntries(
    names
      .toSorted()
      .map((name) => [name.replace(/\.[A-Z0-9]{8}(\.\w+)$/, "$1"), `/static/${name}`]),
  );
}
