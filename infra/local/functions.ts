import { environmentOf, type Surroundings } from "./functions/environment.ts";
import { openLog, type Say } from "./functions/logs.ts";
import { failure, isTooLarge, type Outcome } from "./functions/outcome.ts";
import { Pool, POOL_LIMITS, type PoolLimits } from "./functions/pool.ts";
import type { Json } from "./json.ts";
import type { FunctionDefinition } from "./template/functions.ts";

export type Invoke = (functionName: string, event: Json) => Promise<Outcome>;

export type Functions = {
  invoke: Invoke;
  /** Resolves as soon as no function is at work. */
  idle(): Promise<void>;
  processIds(): number[];
  stop(): Promise<void>;
};

export type FunctionsOptions = Omit<Surroundings, "credentials"> & {
  definitions: FunctionDefinition[];
  credentialsFor(roleArn: string): Surroundings["credentials"];
  logFolder: string;
  say: Say;
  /** In milliseconds, zero for the real clock; read again at every event. */
  readonly clockShift: number;
  limits?: PoolLimits;
  initMilliseconds?: number;
};

/** Lambda gives a function ten seconds to load. */
const INIT_MILLISECONDS = 10_000;

/** Every function of the template, each behind its own pool of processes. */
export function createFunctions(options: FunctionsOptions): Functions {
  const pools = new Map(
    options.definitions.map((definition) => [definition.name, poolOf(definition, options)]),
  );
  const working = new Set<Promise<Outcome>>();
  return {
    async invoke(name, event) {
      const pool = pools.get(name);
      if (!pool) return failure("ResourceNotFoundException", `Function not found: ${name}`);
      if (isTooLarge(JSON.stringify(event))) {
        return failure("RequestTooLargeException", "Request must be smaller than 6291556 bytes");
      }
      const work = pool.invoke(event);
      working.add(work);
      const outcome = await work;
      working.delete(work);
      if (outcome.kind === "failure" && outcome.errorType !== "Stopped") {
        options.say(`${name}: ${outcome.errorType}: ${outcome.errorMessage}`);
      }
      return outcome;
    },
    async idle() {
      while (working.size > 0) await Promise.all(working);
    },
    processIds: () => [...pools.values()].flatMap((pool) => pool.processIds),
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

function poolOf(definition: FunctionDefinition, options: FunctionsOptions): Pool {
  const log = openLog(options.logFolder, definition.name, options.say);
  const launch = () => ({
    name: definition.name,
    arn: definition.arn,
    code: definition.code,
    handler: definition.handler,
    memoryMegabytes: definition.memoryMegabytes,
    environment: environmentOf(definition, {
      ...options,
      credentials: options.credentialsFor(definition.roleArn),
    }),
    timeoutMilliseconds: definition.timeoutSeconds * 1000,
    initMilliseconds: options.initMilliseconds ?? INIT_MILLISECONDS,
    get clockShift() {
      return options.clockShift;
    },
    log,
  });
  const limits = options.limits ?? POOL_LIMITS;
  const instances = Math.min(limits.instances, definition.concurrency ?? limits.instances);
  return new Pool(launch, { ...limits, instances });
}
