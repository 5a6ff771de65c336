import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { build } from "esbuild";
import { lambdaOptions } from "./functions.ts";
import type { StaticAssets } from "./static-files.ts";

const run = promisify(execFile);

export type Program = { root: string; source: string; assets?: StaticAssets };

/** What a small TypeScript program prints, bundled with the packages and services that it imports. */
export async function runProgram({ root, source, assets = {} }: Program): Promise<string> {
  const { outputFiles } = await build({
    ...lambdaOptions(root, assets),
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    write: false,
  });
  const running = run(process.execPath, ["--input-type=commonjs", "-"], {
    timeout: 20_000,
    maxBuffer: 32 * 1024 * 1024,
  });
  running.child.stdin?.end(outputFiles[0]?.text);
  return (await running).stdout;
}
