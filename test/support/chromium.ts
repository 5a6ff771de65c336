import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "..", "..");
const PACKAGE = join(ROOT, "node_modules", "@sparticuz", "chromium", "package.json");

const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;

async function unpack(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts")], {
    cwd: ROOT,
    // With this name the package brings the libraries that a bare machine lacks.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  // Its own fonts alone, so that a picture does not depend on the machine.
  await writeFile(join(fresh, "fonts", "fonts.conf"), fontsIn(folder));
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another test file unpacked it at the same time.
    if (!existsSync(folder)) throw error;
  }
}

async function unpacked(): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(PACKAGE, "utf8")));
  const folder = join(ROOT, ".local", `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return folder;
}

/** A browser that needs nothing of the machine but its C library; unpacked once, 3 seconds. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ["--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  });
}
