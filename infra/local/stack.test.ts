import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { PortTaken } from "./front.ts";
import { startStack, type LocalStack, type StackOptions } from "./stack.ts";
import { writeAssembly, type SampleApp, type SampleTemplate } from "./testing/assembly.ts";
import { temporaryFolder, type Folder } from "./testing/folder.ts";
import { sampleApp } from "./testing/sample-shop.ts";
import { freePort } from "./wall/free-port.ts";
import { startDatabase, type Database } from "./wall/database.ts";

/** One database for all that needs no restart; a stack stops only what it may stop. */
let shared: Database;
let tableCount = 0;
const folders: Folder[] = [];
const stacks: LocalStack[] = [];

beforeAll(async () => {
  shared = await startDatabase({});
});

afterEach(async () => {
  await Promise.all(stacks.splice(0).map((stack) => stack.stop()));
});

afterAll(async () => {
  await shared.stop();
  for (const folder of folders) folder.remove();
});

const shop = (app: SampleApp): SampleTemplate => app.templates["shop"]!;

function assembly(change: (app: SampleApp) => void = () => {}): string {
  const app = sampleApp();
  tableCount += 1;
  shop(app).Resources["Table"]!.Properties["TableName"] = `items-${tableCount}`;
  change(app);
  const folder = writeAssembly(app);
  folders.push(folder);
  return folder.path;
}

async function started(options: Partial<StackOptions> = {}): Promise<LocalStack> {
  const database = { endpoint: shared.endpoint, stop: async () => {} };
  const stack = await startStack({
    assembly: assembly(),
    database: Promise.resolve(database),
    quiet: true,
    ...options,
  });
  stacks.push(stack);
  return stack;
}

async function status(stack: LocalStack, path: string, method = "GET"): Promise<number> {
  const response = await fetch(stack.origin + path, { method });
  await response.text();
  return response.status;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a running stack", () => {
  test("answers through distribution, API and function, as on AWS", async () => {
    const stack = await started();
    const response = await fetch(`${stack.origin}/agenda`);
    expect(await response.json()).toMatchObject({ origin: stack.origin, edge: "site" });
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'");
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(await status(stack, "/static/logo.svg")).toBe(200);
    expect(await status(stack, "/elsewhere")).toBe(404);
  });

  test("has run what a deployment runs before it answers", async () => {
    expect(await status(await started(), "/items/loaded")).toBe(200);
  });

  test("carries an event through the stream to the projector", async () => {
    const stack = await started();
    expect(await status(stack, "/items/one", "POST")).toBe(201);
    await stack.drain();
    expect(await status(stack, "/items/seen-one")).toBe(200);
    expect(stack.queues.messages("shop-DeadLetters")).toEqual([]);
  });

  test("puts a record that the projector cannot take in the queue, and goes on", async () => {
    const stack = await started();
    await Promise.all(["two", "bad", "three"].map((id) => status(stack, `/items/${id}`, "POST")));
    await stack.drain();
    expect(await status(stack, "/items/seen-two")).toBe(200);
    expect(await status(stack, "/items/seen-three")).toBe(200);
    expect(stack.queues.messages("shop-DeadLetters")).toEqual([
      {
        requestContext: {
          requestId: expect.any(String),
          functionArn: "arn:aws:lambda:eu-central-1:111111111111:function:shop-Projector",
          condition: "RetryAttemptsExhausted",
          approximateInvokeCount: expect.any(Number),
        },
        responseContext: {
          statusCode: 200,
          executedVersion: "$LATEST",
          functionError: "Unhandled",
        },
        version: "1.0",
        timestamp: expect.any(String),
        DDBStreamBatchInfo: {
          shardId: expect.stringMatching(/^shardId-/),
          startSequenceNumber: expect.stringMatching(/^\d+$/),
          endSequenceNumber: expect.stringMatching(/^\d+$/),
          approximateArrivalOfFirstRecord: expect.any(String),
          approximateArrivalOfLastRecord: expect.any(String),
          batchSize: 1,
          streamArn: expect.stringMatching(/:111111111111:table\/items-\d+\/stream\/2/),
        },
      },
    ]);
  });

  test("runs a schedule when told to, and knows when it runs by itself", async () => {
    const stack = await started({ today: "2026-10-24" });
    expect(await stack.schedules.runNow("shop-Nightly")).toEqual({ job: "tidy" });
    expect(await status(stack, "/items/tidy")).toBe(200);
    expect(stack.schedules.nextRun("shop-Nightly")?.toISOString()).toMatch(/^2026-10-2[45]T00:30/);
  });

  test("shows functions another date", async () => {
    const stack = await started({ today: "2030-07-02" });
    const response = await fetch(`${stack.origin}/agenda`);
    const { at }: { at: number } = JSON.parse(await response.text());
    expect(new Intl.DateTimeFormat("sv", { timeZone: "Europe/Brussels" }).format(at)).toBe(
      "2030-07-02",
    );
  });

  test("lets requests wait that come before it is ready", async () => {
    const port = await freePort();
    const starting = started({ port });
    const early = async (): Promise<number> => {
      for (;;) {
        try {
          return (await fetch(`http://localhost:${port}/items/loaded`)).status;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    };
    expect(await early()).toBe(200);
    await starting;
  });

  test("invokes a function by name, and throws when it fails", async () => {
    const stack = await started();
    expect(await stack.invoke("shop-Web", { job: "other" })).toEqual({ job: "other" });
    await expect(stack.invoke("shop-Web", { requestContext: {} })).rejects.toThrow("shop-Web");
    await expect(stack.invoke("shop-Nobody", {})).rejects.toThrow("Function not found");
  });

  test("stops without leaving a process or a port", async () => {
    const stack = await started();
    await status(stack, "/agenda");
    const pids = stack.processIds();
    expect(pids.length).toBeGreaterThan(0);
    await stack.stop();
    await stack.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    await expect(fetch(stack.origin)).rejects.toThrow();
  });
});

describe("what the template does not say does not happen", () => {
  test("without its route a page is gone, and only that page", async () => {
    const stack = await started({
      assembly: assembly((app) => delete shop(app).Resources["AgendaRoute"]),
    });
    expect(await status(stack, "/agenda")).toBe(404);
    expect(await status(stack, "/items/loaded")).toBe(200);
  });

  test("without its event source mapping nothing is projected, and the rest works", async () => {
    const stack = await started({
      assembly: assembly((app) => delete shop(app).Resources["Mapping"]),
    });
    expect(await status(stack, "/items/one", "POST")).toBe(201);
    await stack.drain();
    expect(await status(stack, "/items/seen-one")).toBe(404);
  });

  test("without the right to read it the function cannot read, and may still write", async () => {
    const stack = await started({
      assembly: assembly((app) => {
        const role = JSON.stringify(shop(app).Resources["Role"]);
        shop(app).Resources["Role"] = JSON.parse(
          role.replace("dynamodb:GetItem", "dynamodb:Query"),
        );
      }),
    });
    expect(await status(stack, "/items/one", "POST")).toBe(201);
    expect(await status(stack, "/items/one")).toBe(500);
  });
});

test("state outlives a restart, and records unread before it arrive after it", async () => {
  const kept = temporaryFolder();
  folders.push(kept);
  const own = { dataFolder: kept.path, database: undefined };
  const whole = assembly();
  const deaf = assembly((app) => {
    shop(app).Resources["Table"]!.Properties["TableName"] = `items-${tableCount - 1}`;
    delete shop(app).Resources["Mapping"];
  });
  const first = await started({ ...own, assembly: deaf });
  expect(await status(first, "/items/one", "POST")).toBe(201);
  await first.stop();
  const second = await started({ ...own, assembly: whole });
  expect(await status(second, "/items/seen-one")).toBe(200);
  await second.stop();
  const third = await started({ ...own, assembly: whole });
  expect(await status(third, "/items/seen-one")).toBe(200);
}, 60_000);

describe("a start that fails", () => {
  const counted = () => {
    const stops: string[] = [];
    const database = { endpoint: shared.endpoint, stop: async () => void stops.push("database") };
    return { stops, database: Promise.resolve(database) };
  };

  test("because a loader fails says so and stops everything", async () => {
    const { stops, database } = counted();
    const port = await freePort();
    const failing = startStack({
      port,
      quiet: true,
      database,
      assembly: assembly((app) => {
        app.assets["0eb"] = {
          "index.cjs": 'exports.handler = async () => { throw new Error("no") }',
        };
      }),
    });
    await expect(failing).rejects.toThrow("shop-Web: Error: no");
    expect(stops).toContain("database");
    await expect(fetch(`http://localhost:${port}`)).rejects.toThrow();
  });

  test("because of the template stops the database that was starting", async () => {
    const { stops, database } = counted();
    const broken = assembly((app) => delete app.assets["0eb"]);
    await expect(startStack({ assembly: broken, database, quiet: true })).rejects.toThrow(
      "no asset",
    );
    expect(stops).toContain("database");
  });

  test("because it is told to stop ends at once", async () => {
    const { stops, database } = counted();
    const controller = new AbortController();
    const slow = assembly((app) => {
      app.assets["0eb"] = { "index.cjs": "exports.handler = () => new Promise(() => {})" };
      // Longer than this test may take: only the signal can end the loader.
      shop(app).Resources["Web"]!.Properties["Timeout"] = 300;
    });
    const starting = startStack({
      assembly: slow,
      database,
      quiet: true,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 800);
    await expect(starting).rejects.toThrow();
    expect(stops).toContain("database");
  });

  test("because its port is taken names the port", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    const { stops, database } = counted();
    const failing = startStack({ assembly: assembly(), port, database, quiet: true });
    await expect(failing).rejects.toThrow(PortTaken);
    expect(stops).toContain("database");
    other.close();
  });
});
