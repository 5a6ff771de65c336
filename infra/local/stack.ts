import { createClock, type Clock } from "./clock.ts";
import { openFront, type Front } from "./front.ts";
import type { Functions } from "./functions.ts";
import type { Answer } from "./http.ts";
import { startIdentity } from "./identity/identity.ts";
import type { Json } from "./json.ts";
import { openQueues, type Queues } from "./queues.ts";
import { startSchedules, type Schedules } from "./schedules.ts";
import { startBackend, type Backend, type BackendOptions } from "./stack/backend.ts";
import { createDoors } from "./stack/doors.ts";
import { startFunctions } from "./stack/start-functions.ts";
import { Undo } from "./stack/undo.ts";
import { startStreams, type Streams } from "./streams.ts";
import type { Application } from "./template/application.ts";
import type { Wall } from "./wall/wall.ts";

export type StackOptions = BackendOptions & {
  /** Undefined or 0: a free port. */
  port?: number | undefined;
  /** Undefined or 0: a free port. */
  identityPort?: number | undefined;
  /** Date that functions and schedules take for today, such as 2026-11-23. */
  today?: string | undefined;
  /** Says nothing on the console. */
  quiet?: boolean | undefined;
  /** Seed for delivering stream records in disorder, as AWS may. */
  disorder?: number | undefined;
  /** Ends the start, or the stack. */
  signal?: AbortSignal | undefined;
  /** What happens in the stack before it answers anybody else; their requests wait meanwhile. */
  rehearse?: ((inside: Inside) => Promise<void>) | undefined;
};

/** The stack for who is let in before everybody else. */
export type Inside = Pick<LocalStack, "application" | "drain" | "origin"> & {
  /** Where the site answers already, in place of its origin. */
  door: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock as soon as no function is at work: none sees its session expire under its hands. */
  travelTo(instant: number): Promise<void>;
};

export type LocalStack = {
  origin: string;
  /** Who signs the tokens of people and programs; undefined when nobody signs in. */
  issuer: string | undefined;
  application: Application;
  /** The clock of everything that runs here; schedules do not run what it is made to jump over. */
  clock: Clock;
  /** Runs a function by its physical name; throws when it fails. */
  invoke(functionName: string, payload: Json): Promise<unknown>;
  wall: Wall;
  queues: Queues;
  /** Resolves when everything written so far has been through the streams. */
  drain(): Promise<void>;
  schedules: Schedules;
  /** Process ids of the functions' processes. */
  processIds(): number[];
  stop(): Promise<void>;
};

type Base = {
  options: StackOptions;
  clock: Clock;
  undo: Undo;
  /** While it lasts the streams are read when somebody waits for them, not after every write. */
  isRehearsal: boolean;
  say(line: string): void;
};
type Running = Base & { front: Front; backend: Backend; functions: Functions; queues: Queues };

const WRITES = /:(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;

async function pumpStreams(running: Running): Promise<Streams> {
  const { backend, clock, functions, options, queues, say, undo } = running;
  const streams = startStreams({
    application: backend.application,
    endpoint: backend.database.endpoint,
    tables: backend.tables,
    invoke: functions.invoke,
    queues,
    positions: backend.folders.positions,
    get clockShift() {
      return clock.shift;
    },
    say,
    disorder: options.disorder,
  });
  // A pump waits for its function: both end together.
  await undo.add(async () => {
    const stopped = streams.stop();
    await functions.stop();
    await stopped;
  });
  backend.wall.onCall(({ action, allowed, table }) => {
    if (allowed && WRITES.test(action) && !running.isRehearsal) streams.nudge(table);
  });
  return streams;
}

async function invoke(functions: Functions, name: string, payload: Json): Promise<Json> {
  const outcome = await functions.invoke(name, payload);
  if (outcome.kind === "answer") return outcome.payload;
  throw new Error(`${name}: ${outcome.errorType}: ${outcome.errorMessage}`);
}

/** What a deployment does after the templates: unread records first, then the loaders. */
async function settle({ backend, functions, options, say }: Running, streams: Streams) {
  const step = options.step ?? ((_name, work) => work());
  const drain = (): Promise<void> =>
    streams.drain().catch((error: unknown) => say(error instanceof Error ? error.message : ""));
  await drain();
  for (const { title, functionName } of backend.application.afterDeploy) {
    await step(`after deployment: ${title}`, () => invoke(functions, functionName, {}));
  }
  await drain();
}

/** Starts who signs people in, and answers its address; undefined when nobody signs in. */
async function openIdentity({ options, clock, undo }: Base, front: Front, backend: Backend) {
  const { application, folders } = backend;
  if (!application.identity) return undefined;
  const identity = await startIdentity({
    definition: application.identity,
    siteOrigin: front.origin,
    port: options.identityPort,
    now: clock.now,
    dataFolder: folders.identity,
  });
  await undo.add(() => identity.stop());
  return identity.issuer;
}

/** Lets the rehearsal in by a door of its own; afterwards it is the time that it was. */
async function rehearse(running: Running, answer: Answer, streams: Streams): Promise<void> {
  const { backend, clock, front, functions, options } = running;
  if (!options.rehearse) return;
  const side = await openFront();
  side.serve(answer);
  const travelTo = async (instant: number): Promise<void> => {
    await functions.idle();
    clock.travelTo(instant);
  };
  running.isRehearsal = true;
  try {
    const { application } = backend;
    const drain = (): Promise<void> => streams.drain();
    const places = { origin: front.origin, door: side.origin };
    await options.rehearse({ application, ...places, drain, now: clock.now, travelTo });
    await streams.drain();
  } finally {
    running.isRehearsal = false;
    clock.comeBack();
    await side.stop();
  }
}

async function start(base: Base): Promise<LocalStack> {
  const { clock, options, say, undo } = base;
  const front = await openFront(options.port);
  await undo.add(() => front.stop());
  const backend = await startBackend(options, { clock, undo });
  const { application, wall } = backend;
  const issuer = await openIdentity(base, front, backend);
  const functions = startFunctions({ backend, clock, say, siteOrigin: front.origin, issuer });
  await undo.add(() => functions.stop());
  const answer = createDoors(application, functions.invoke, clock.now);
  const queues = openQueues(backend.folders.queues, application.queues);
  const running = { ...base, front, backend, functions, queues };
  const streams = await pumpStreams(running);
  await settle(running, streams);
  await rehearse(running, answer, streams);
  const schedules = startSchedules({
    application,
    invoke: functions.invoke,
    queues,
    now: clock.now,
    say,
  });
  await undo.add(() => schedules.stop());
  clock.onTravel(() => schedules.rearm());
  front.serve(answer);
  return {
    origin: front.origin,
    issuer,
    application,
    clock,
    invoke: (name, payload) => invoke(functions, name, payload),
    wall,
    queues,
    drain: () => streams.drain(),
    schedules,
    processIds: functions.processIds,
    stop: () => undo.run(),
  };
}

/**
 * Runs a synthesized CDK app on this machine. When the start fails, or its signal aborts, all that
 * was started is stopped before it throws.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const undo = new Undo();
  const abort = (): void => void undo.run();
  options.signal?.addEventListener("abort", abort, { once: true });
  const say = options.quiet === true ? () => {} : (line: string) => console.error(line);
  try {
    options.signal?.throwIfAborted();
    const clock = createClock(options.today);
    return await start({ options, clock, undo, isRehearsal: false, say });
  } catch (error) {
    await undo.run();
    await options.database?.then(
      (database) => database.stop(),
      () => {},
    );
    throw error;
  }
}
