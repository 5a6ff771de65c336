import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startStack, type Inside, type LocalStack, type StackOptions } from "./stack.ts";
import type { JsonObject } from "./json.ts";
import { writeAssembly, type SampleApp } from "./testing/assembly.ts";
import type { Folder } from "./testing/folder.ts";
import { sampleApp } from "./testing/sample-shop.ts";
import { freePort } from "./wall/free-port.ts";
import { startDatabase, type Database } from "./wall/database.ts";

const DAY = 86_400_000;
const instant = (text: string): number => Date.parse(text);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

let database: Database;
let tables = 0;
const folders: Folder[] = [];
const stacks: LocalStack[] = [];

beforeAll(async () => {
  database = await startDatabase({});
});

afterEach(async () => {
  await Promise.all(stacks.splice(0).map((stack) => stack.stop()));
});

afterAll(async () => {
  await database.stop();
  for (const folder of folders) folder.remove();
});

async function started(
  options: Partial<StackOptions> = {},
  change: (app: SampleApp) => void = () => {},
): Promise<LocalStack> {
  const app = sampleApp();
  tables += 1;
  app.templates["shop"]!.Resources["Table"]!.Properties["TableName"] = `travels-${tables}`;
  change(app);
  const folder = writeAssembly(app);
  folders.push(folder);
  const stack = await startStack({
    assembly: folder.path,
    database: Promise.resolve({ endpoint: database.endpoint, stop: async () => {} }),
    quiet: true,
    ...options,
  });
  stacks.push(stack);
  return stack;
}

async function agenda(origin: string): Promise<{ at: number; cache: string | null }> {
  const response = await fetch(`${origin}/agenda`);
  const { at }: { at: number } = JSON.parse(await response.text());
  return { at, cache: response.headers.get("x-cache") };
}

/** Takes a data role once and keeps its session, whatever the time. */
const KEEPS_ITS_SESSION = `
const { STSClient, AssumeRoleCommand } = require(process.env.STS);
const { DynamoDBClient, GetItemCommand } = require(process.env.SDK);
let kept;
const assume = async () => {
  const { Credentials: c } = await new STSClient({}).send(new AssumeRoleCommand({
    RoleArn: process.env.DATA_ROLE, RoleSessionName: 'kept', DurationSeconds: 3600,
  }));
  const credentials = { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken };
  return new DynamoDBClient({ credentials, maxAttempts: 1 });
};
exports.handler = async () => {
  kept ??= await assume();
  try {
    await kept.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
    return 'open';
  } catch (error) { return error.name; }
};
`;

function withDataRole({ templates, assets }: SampleApp): void {
  const { Role, Web } = templates["shop"]!.Resources;
  const may = (Action: string, Resource: JsonObject) => ({
    PolicyName: Action.replace(":", ""),
    PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] },
  });
  const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: arnOf("Role") } };
  Object.assign(templates["shop"]!.Resources, {
    DataRole: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [trust] },
        Policies: [may("dynamodb:GetItem", arnOf("Table"))],
      },
    },
  });
  Role!.Properties["Policies"] = [may("sts:AssumeRole", arnOf("DataRole"))];
  const sts = createRequire(import.meta.url).resolve("@aws-sdk/client-sts");
  const environment = JSON.parse(JSON.stringify(Web!.Properties["Environment"]));
  Object.assign(environment.Variables, { DATA_ROLE: arnOf("DataRole"), STS: sts });
  Web!.Properties["Environment"] = environment;
  assets["0eb"] = { "index.cjs": KEEPS_ITS_SESSION };
}

describe("a stack whose clock is moved", () => {
  test("shows the same process each day in turn, and then today again", async () => {
    const stack = await started();
    const days = ["2026-03-02", "2026-03-03", "2026-06-30"];
    const seen: string[] = [];
    for (const day of days) {
      stack.clock.travelTo(instant(`${day}T10:00:00Z`));
      seen.push(dayOf((await agenda(stack.origin)).at));
    }
    const pids = stack.processIds();
    stack.clock.comeBack();
    const { at, cache } = await agenda(stack.origin);
    expect(seen).toEqual(days);
    expect(Math.abs(at - Date.now())).toBeLessThan(5000);
    expect(cache).toBe("Miss from cloudfront");
    expect(stack.processIds()).toEqual(pids);
  });

  test("comes back to the date that it was started on", async () => {
    const stack = await started({ today: "2030-07-02" });
    stack.clock.travelTo(instant("2026-03-02T10:00:00Z"));
    expect(dayOf((await agenda(stack.origin)).at)).toBe("2026-03-02");
    stack.clock.comeBack();
    expect(dayOf((await agenda(stack.origin)).at)).toBe(dayOf(stack.clock.now()));
    expect(dayOf(stack.clock.now())).toMatch(/^2030-07-0[12]$/);
  });

  test("lets a session of yesterday expire", async () => {
    const stack = await started({}, withDataRole);
    const ask = () => stack.invoke("shop-Web", {});
    const morning = instant("2026-03-02T10:00:00Z");
    stack.clock.travelTo(morning);
    // What the loader took at the start is a session of the real today: on this day it still holds.
    expect(await ask()).toBe("open");
    stack.clock.comeBack();
    expect(await ask()).toBe("open");
    stack.clock.travelTo(stack.clock.now() + DAY);
    expect(await ask()).toMatch(/^ExpiredToken/);
  });

  test("arms its schedules by the new time", async () => {
    const stack = await started();
    stack.clock.travelTo(instant("2026-03-02T10:00:00Z"));
    expect(stack.schedules.nextRun("shop-Nightly")?.toISOString()).toBe("2026-03-03T01:30:00.000Z");
  });
});

describe("a rehearsal", () => {
  test("has the site to itself; who comes meanwhile is answered afterwards, today", async () => {
    const port = await freePort();
    const order: string[] = [];
    let outside: Promise<string> | undefined;
    const rehearse = async ({ travelTo, door, origin }: Inside): Promise<void> => {
      outside = agenda(origin).then(({ at }) => {
        order.push("outside");
        return dayOf(at);
      });
      await travelTo(instant("2026-03-02T10:00:00Z"));
      const { at } = await agenda(door);
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push(`inside ${dayOf(at)}`);
    };
    const stack = await started({ port, rehearse });
    expect(await outside).toBe(dayOf(stack.clock.now()));
    expect(order).toEqual(["inside 2026-03-02", "outside"]);
    expect(Math.abs(stack.clock.now() - Date.now())).toBeLessThan(1000);
  });

  test("has been through the streams before the doors open", async () => {
    const rehearse = async ({ door }: Inside): Promise<void> => {
      await fetch(`${door}/items/lived`, { method: "POST" });
    };
    const stack = await started({ rehearse });
    expect((await fetch(`${stack.origin}/items/seen-lived`)).status).toBe(200);
  });

  test("that fails ends the start", async () => {
    const rehearse = () => Promise.reject(new Error("nobody came"));
    await expect(started({ rehearse })).rejects.toThrow("nobody came");
  });
});
