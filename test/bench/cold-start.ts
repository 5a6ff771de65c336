import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { createFunctions, type Invoke } from "../../infra/local/functions.ts";
import { createHttpApi } from "../../infra/local/http-api.ts";
import type { LocalStack } from "../../infra/local/stack.ts";
import type { FunctionDefinition } from "../../infra/local/template/functions.ts";
import { quantile, row, type Bench, type Row } from "./row.ts";

const ROUNDS = 24;
const MOST_RATIO = 1.1;

/** The door of each service behind which stands one read; and a page that reads more, for comparison. */
const DOORS = [
  { path: "/api/agenda/health", budget: true },
  { path: "/", budget: true },
  { path: "/agenda", budget: false },
];

type Candidate = { readonly what: string; readonly path: string; readonly budget: boolean } & {
  readonly definition: FunctionDefinition;
};

/** The default bundle of a handler that imports the two clients; minified, to be strict with ourselves. */
async function buildReference({ root }: Bench): Promise<string> {
  const folder = join(root, ".local", "bench-reference");
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "cold-start-reference.ts")],
    outfile: join(folder, "index.cjs"),
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    logLevel: "warning",
  });
  return folder;
}

function apiOf({ application }: LocalStack) {
  const [api] = application.apis;
  if (!api) throw new Error("the app has no HTTP API");
  return api;
}

/** Asks the HTTP API of the template for a page; what it invokes is the caller's. */
async function ask(stack: LocalStack, path: string, invoke: Invoke): Promise<number> {
  const api = apiOf(stack);
  const answer = createHttpApi({ api, invoke, now: Date.now });
  const { status } = await answer({
    method: "GET",
    path,
    query: "",
    headers: [["host", api.domain]],
    body: Buffer.alloc(0),
    address: "127.0.0.1",
  });
  return status;
}

/** The function that the routes of the template lead a path to. */
async function functionBehind(stack: LocalStack, path: string): Promise<FunctionDefinition> {
  let asked: string | undefined;
  await ask(stack, path, async (name) => {
    asked = name;
    return { kind: "answer", payload: null };
  });
  const found = stack.application.functions.find(({ name }) => name === asked);
  if (!found) throw new Error(`no function answers ${path}`);
  return found;
}

/** From no process at all to the answer, the process ended afterwards; milliseconds. */
async function coldAnswer({ stack, root }: Bench, candidate: Candidate): Promise<number> {
  const { definition, path } = candidate;
  const functions = createFunctions({
    definitions: [definition],
    region: stack.application.region,
    endpoint: stack.wall.endpoint,
    addresses: new Map(),
    credentialsFor: (roleArn) => stack.wall.credentialsFor(roleArn),
    logFolder: join(root, ".local", "bench-logs"),
    say: () => {},
    clockShift: 0,
  });
  const started = performance.now();
  const status = await ask(stack, path, functions.invoke);
  const milliseconds = performance.now() - started;
  await functions.stop();
  if (status !== 200) throw new Error(`${definition.name} answered ${status} to ${path}`);
  return milliseconds;
}

async function candidates(bench: Bench): Promise<readonly Candidate[]> {
  const own = await Promise.all(
    DOORS.map(async ({ path, budget }) => {
      const definition = await functionBehind(bench.stack, path);
      const service = definition.environment["SERVICE"] ?? "";
      return { what: `cold start ${service}, ${path}`, path, budget, definition };
    }),
  );
  const [first] = own;
  if (!first) throw new Error("nothing to start");
  const reference = {
    ...first,
    what: "two SDK clients",
    definition: { ...first.definition, code: await buildReference(bench) },
  };
  return [reference, ...own];
}

/** Every candidate once per round, each round starting with another one; the first round warms the disk. */
async function rounds(bench: Bench, all: readonly Candidate[]): Promise<number[][]> {
  const times = all.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const at = (round + turn) % all.length;
      const candidate = all[at];
      const milliseconds = candidate ? await coldAnswer(bench, candidate) : 0;
      if (round > 0) times[at]?.push(milliseconds);
    }
  }
  return times;
}

/** How long a service takes from nothing to its first answer, against the least that is possible. */
export async function coldStarts(bench: Bench): Promise<readonly Row[]> {
  const all = await candidates(bench);
  const times = await rounds(bench, all);
  await rm(join(bench.root, ".local", "bench-logs"), { recursive: true, force: true });
  const p25 = times.map((each) => quantile(each, 0.25));
  const [least = 0] = p25;
  return all.slice(1).map(({ what, budget }, at) =>
    row({
      what,
      unit: "ms",
      measured: p25[at + 1] ?? 0,
      reference: { what: "two SDK clients", value: least },
      note: `25th percentile of ${ROUNDS} interleaved rounds, spawn to answer, session and reads included`,
      ...(budget ? { budget: { of: "ratio", atMost: MOST_RATIO } as const } : {}),
    }),
  );
}
