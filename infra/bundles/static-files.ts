import { copyFile, mkdir, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** Address of each static file by the name of its source: `{"site.css": "/static/site.K3JN5XQ2.css"}`. */
export type StaticAssets = Record<string, string>;

const source = "packages/web/static";
const unhashed = new Set(["robots.txt", "favicon.svg"]);
const loader = { ".woff2": "copy", ".svg": "copy", ".txt": "copy", ".png": "copy" } as const;

/**
 * Writes `dist/static`: one sheet (`site.css` where there is one, else all sheets in the order of
 * their names), browser scripts, fonts and pictures under names with a hash; robots.txt and
 * favicon.svg under their own.
 */
export async function buildStaticFiles(root: string, dist: string): Promise<StaticAssets> {
  const folder = join(root, source);
  const files = (await readdir(folder)).toSorted();
  await mkdir(join(dist, "static"), { recursive: true });
  for (const file of files.filter((each) => unhashed.has(each)))
    await copyFile(join(folder, file), join(dist, "static", file));
  const hashed = files.filter((file) => !unhashed.has(file));
  const sheets = hashed.filter((file) => extname(file) === ".css");
  const others = hashed.filter((file) => extname(file) !== ".css");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      ...others.map((file) => join(folder, file)),
      ...(sheets.length > 0 ? ["site.css"] : []),
    ],
    plugins: [oneSheet(folder, sheets)],
    outdir: join(dist, "static/static"),
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    publicPath: "/static",
    bundle: true,
    minify: true,
    legalComments: "none",
    format: "iife",
    // Phones of about five years old.
    target: ["chrome90", "firefox90", "safari14"],
    loader,
    metafile: true,
    logLevel: "warning",
  });
  return assetsOf(metafile);
}

function oneSheet(folder: string, sheets: string[]): Plugin {
  const imported = sheets.includes("site.css") ? ["site.css"] : sheets;
  const contents = imported.map((file) => `@import "./${file}";`).join("\n");
  return {
    name: "one-sheet",
    setup(build) {
      build.onResolve({ filter: /^site\.css$/ }, () => ({ path: "site.css", namespace: "sheet" }));
      build.onLoad({ filter: /.*/, namespace: "sheet" }, () => ({
        contents,
        loader: "css",
        resolveDir: folder,
      }));
    },
  };
}

function assetsOf({ outputs }: Metafile): StaticAssets {
  return Object.fromEntries(
    Object.keys(outputs)
      .map((path) => basename(path))
      .toSorted()
      .map((name) => [name.replace(/\.[A-Z0-9]{8}(\.\w+)$/, "$1"), `/static/${name}`]),
  );
}
