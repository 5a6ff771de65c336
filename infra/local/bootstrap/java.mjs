import { existsSync } from "node:fs";
import { runChild } from "./child.mjs";

const OLDEST = 17;
const PACKAGES = [`openjdk-${OLDEST}-jre-headless`, "default-jre-headless"];

async function javaVersion() {
  const { status, output } = await runChild("java", ["-version"]);
  if (status !== 0) return undefined;
  const [, major, minor] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  // Java 8 calls itself 1.8.
  return Number(major === "1" ? minor : major) || 0;
}

function canInstall() {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}

async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = await runChild("apt-get", ["-qq", ...args], { env });
  return status === 0;
}

async function install() {
  await apt("update");
  for (const name of PACKAGES) {
    console.log(`There is no Java here: installing ${name} with apt.`);
    if (await apt("install", "-y", "--no-install-recommends", name)) return;
  }
}

/** Answers a sentence about what is wrong with Java, or undefined when it will do. */
export async function javaProblem() {
  let version = await javaVersion();
  if (version === undefined && canInstall()) {
    await install();
    version = await javaVersion();
  }
  if (version === undefined) {
    return `The portal needs Java ${OLDEST} or later on the path, and there is none; install it and try again.`;
  }
  if (version < OLDEST) {
    return `The portal needs Java ${OLDEST} or later on the path, and this is Java ${version}; install a newer one and try again.`;
  }
  return undefined;
}
