import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder, type Folder } from "../testing/folder.ts";
import type { Launch } from "./instance.ts";
import { Pool, POOL_LIMITS, type PoolLimits } from "./pool.ts";

let folder: Folder;
let pool: Pool | undefined;
let written = "";

beforeEach(() => {
  folder = temporaryFolder();
  written = "";
});

afterEach(async () => {
  await pool?.stop();
  pool = undefined;
  folder.remove();
});

function poolWith(source: string, settings: Partial<Launch & PoolLimits> = {}): Pool {
  folder.write("index.cjs", source);
  return poolOver(settings, settings);
}

function poolOver(
  clock: Partial<Pick<Launch, "clockShift">>,
  settings: Partial<Launch & PoolLimits> = {},
): Pool {
  const launch: Launch = {
    name: "under-test",
    arn: "arn:aws:lambda:eu-central-1:111111111111:function:under-test",
    code: folder.path,
    handler: "index.handler",
    memoryMegabytes: 128,
    environment: { TZ: "UTC", AWS_LAMBDA_FUNCTION_NAME: "under-test" },
    timeoutMilliseconds: 3000,
    initMilliseconds: 10_000,
    log: (chunk) => {
      written += chunk.toString("utf8");
    },
    ...settings,
    get clockShift() {
      return clock.clockShift ?? 0;
    },
  };
  pool = new Pool(() => launch, { ...POOL_LIMITS, ...settings });
  return pool;
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a function in its own process", () => {
  test("answers with what its handler returned", async () => {
    const under = poolWith(
      "exports.handler = async (event) => ({ got: event.value, none: undefined })",
    );
    expect(await under.invoke({ value: 7 })).toEqual({ kind: "answer", payload: { got: 7 } });
  });

  test("that returns nothing answers null", async () => {
    expect(await poolWith("exports.handler = async () => {}").invoke({})).toEqual({
      kind: "answer",
      payload: null,
    });
  });

  test("sees only the environment it was given", async () => {
    const under = poolWith("exports.handler = async () => Object.keys(process.env).sort()");
    expect(await under.invoke({})).toEqual({
      kind: "answer",
      payload: ["AWS_LAMBDA_FUNCTION_NAME", "TZ", "_X_AMZN_TRACE_ID"],
    });
  });

  test("is told its name, its ARN and the time that is left", async () => {
    const under = poolWith(
      `exports.handler = async (_event, context) => [
        context.functionName, context.invokedFunctionArn, typeof context.awsRequestId,
        context.getRemainingTimeInMillis() > 2000 && context.getRemainingTimeInMillis() <= 3000,
      ]`,
    );
    expect(await under.invoke({})).toEqual({
      kind: "answer",
      payload: [
        "under-test",
        "arn:aws:lambda:eu-central-1:111111111111:function:under-test",
        "string",
        true,
      ],
    });
  });

  test("keeps its process between events", async () => {
    const under = poolWith("let count = 0; exports.handler = async () => ++count");
    await under.invoke({});
    expect(await under.invoke({})).toEqual({ kind: "answer", payload: 2 });
    expect(under.processIds).toHaveLength(1);
  });

  test("writes its log to the runner", async () => {
    await poolWith('exports.handler = async () => console.log("said")').invoke({});
    await expect.poll(() => written).toBe("said\n");
  });

  test("reads the shifted clock, whichever way it asks", async () => {
    const year = 365 * 86_400_000;
    const under = poolWith(
      `exports.handler = async () => [
        Date.now(), new Date().getTime(), Date.parse(Date()), new Date().constructor.now(),
        Number(new Intl.DateTimeFormat('en', { year: 'numeric' }).format()),
        new Date(0).getTime(), new Date() instanceof Date,
      ]`,
      { clockShift: 2 * year },
    );
    const outcome = await under.invoke({});
    const real = Date.now();
    expect(outcome.kind).toBe("answer");
    const [now, fresh, spelled, own, shown, epoch, isDate] = JSON.parse(
      JSON.stringify(outcome),
    ).payload;
    for (const moment of [now, fresh, spelled, own]) {
      expect(Math.abs(moment - real - 2 * year)).toBeLessThan(5000);
    }
    expect(shown).toBe(new Date(real + 2 * year).getUTCFullYear());
    expect([epoch, isDate]).toEqual([0, true]);
  });
});

describe("a function whose clock is moved while it lives", () => {
  test("sees each day in turn in one process, also by a clock taken along when it was loaded", async () => {
    const day = 86_400_000;
    let shift = 0;
    folder.write(
      "index.cjs",
      "const now = Date.now; exports.handler = async () => [now(), new Date().getTime()]",
    );
    const under = poolOver({
      get clockShift() {
        return shift;
      },
    });
    const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
    for (const days of [0, -365, -364, 0, 30]) {
      shift = days * day;
      const seen = JSON.parse(JSON.stringify(await under.invoke({}))).payload;
      expect(seen.map(dayOf)).toEqual([dayOf(Date.now() + shift), dayOf(Date.now() + shift)]);
    }
    expect(under.processIds).toHaveLength(1);
  });
});

describe("a function that goes wrong", () => {
  test("by throwing answers the error and lives on", async () => {
    const under = poolWith(
      'exports.handler = async (event) => { if (event.bad) throw new RangeError("no"); return 1 }',
    );
    expect(await under.invoke({ bad: true })).toMatchObject({
      kind: "failure",
      errorType: "RangeError",
      errorMessage: "no",
    });
    expect(await under.invoke({})).toEqual({ kind: "answer", payload: 1 });
  });

  test("by hanging is ended at its timeout, and the next event finds a new process", async () => {
    const under = poolWith(
      "exports.handler = (event) => event.hang ? new Promise(() => {}) : Promise.resolve(process.pid)",
      { timeoutMilliseconds: 400 },
    );
    const first = await under.invoke({});
    expect(await under.invoke({ hang: true })).toMatchObject({ errorType: "Sandbox.Timedout" });
    expect(await under.invoke({})).not.toEqual(first);
  });

  test("by blocking the processor is ended at its timeout as well", async () => {
    const under = poolWith("exports.handler = () => { for (;;); }", { timeoutMilliseconds: 300 });
    expect(await under.invoke({})).toMatchObject({ errorType: "Sandbox.Timedout" });
  });

  test("while loading answers why, for every event anew", async () => {
    const under = poolWith('throw new Error("no setting")');
    const outcomes = await Promise.all([under.invoke({}), under.invoke({}), under.invoke({})]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ kind: "failure", errorMessage: "no setting" });
    }
  });

  test("by hanging while loading is ended at its limit", async () => {
    const under = poolWith("for (;;);", { initMilliseconds: 300 });
    expect(await under.invoke({})).toMatchObject({ errorType: "Sandbox.Timedout" });
  });

  test("by ending its process answers how it ended", async () => {
    const under = poolWith("exports.handler = async () => process.exit(3)");
    expect(await under.invoke({})).toMatchObject({
      errorType: "Runtime.ExitError",
      errorMessage: "Runtime exited with error: exit status 3",
    });
  });

  test("in a stray promise answers that error", async () => {
    const under = poolWith(
      'exports.handler = () => new Promise(() => { void Promise.reject(new Error("stray")) })',
    );
    expect(await under.invoke({})).toMatchObject({ kind: "failure", errorMessage: "stray" });
  });

  test("by taking a callback is refused, as Node 24 on Lambda does", async () => {
    const under = poolWith("exports.handler = (event, context, callback) => callback(null, 1)");
    expect(await under.invoke({})).toMatchObject({ kind: "failure" });
  });

  test("by having no handler answers so", async () => {
    expect(await poolWith("exports.other = 1").invoke({})).toMatchObject({
      errorMessage: "index.handler is undefined or not exported",
    });
  });
});

describe("the processes of one function", () => {
  const OVERLAPPING = `let busy = 0;
    exports.handler = async () => {
      busy += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const together = busy; busy -= 1;
      return [process.pid, together];
    }`;

  test("are never more than the cap, and each serves one event at a time", async () => {
    const under = poolWith(OVERLAPPING, { instances: 2 });
    const outcomes = await Promise.all(Array.from({ length: 24 }, () => under.invoke({})));
    const answers = outcomes.map((outcome) => JSON.parse(JSON.stringify(outcome)).payload);
    expect(new Set(answers.map(([pid]) => pid)).size).toBe(2);
    expect(answers.every(([, together]) => together === 1)).toBe(true);
  });

  test("answer an event that waited too long with a refusal", async () => {
    const under = poolWith("exports.handler = () => new Promise((r) => setTimeout(r, 2600))", {
      instances: 1,
      queueMilliseconds: 2000,
    });
    const [first, second] = await Promise.all([under.invoke({}), under.invoke({})]);
    expect(first).toMatchObject({ kind: "answer" });
    expect(second).toMatchObject({ errorType: "TooManyRequestsException" });
  });

  test("end when nothing is asked of them for a while", async () => {
    const under = poolWith("exports.handler = async () => process.pid", { idleMilliseconds: 100 });
    await under.invoke({});
    await expect.poll(() => under.processIds, { timeout: 8000 }).toEqual([]);
    expect(await under.invoke({})).toMatchObject({ kind: "answer" });
  });

  test("are all gone after a stop, also those that load or work", async () => {
    const under = poolWith("exports.handler = () => new Promise(() => {})", { instances: 3 });
    const pending = [under.invoke({}), under.invoke({}), under.invoke({})];
    await expect.poll(() => under.processIds.length).toBeGreaterThan(1);
    const pids = under.processIds;
    await under.stop();
    for (const outcome of await Promise.all(pending)) expect(outcome.kind).toBe("failure");
    expect(await Promise.all(pids.map(isAlive))).toEqual(pids.map(() => false));
  });
});
