import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { directly } from "./clients.ts";
import { JavaMissing, startDatabase } from "./database.ts";
import * as f from "./fixture.ts";
import { createTables } from "./tables.ts";

let folder: string;
const path = process.env["PATH"];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wall-"));
});

afterEach(() => {
  process.env["PATH"] = path;
  rmSync(folder, { recursive: true });
});

const Key = { pk: { S: "leie-schelde.deinze#devices" }, sk: { S: "device-1" } };

describe("the database", () => {
  it("keeps data, indexes and streams over a restart", async () => {
    const first = await startDatabase({ dataFolder: folder });
    const created = await createTables(first.endpoint, [f.loansTable]);
    const client = directly(first.endpoint);
    await client.send(new PutItemCommand({ TableName: f.table, Item: Key }));
    await first.stop();
    await expect(client.send(new GetItemCommand({ TableName: f.table, Key }))).rejects.toThrow();

    const second = await startDatabase({ dataFolder: folder });
    try {
      expect(await createTables(second.endpoint, [f.loansTable])).toEqual(created);
      const read = new GetItemCommand({ TableName: f.table, Key });
      expect((await directly(second.endpoint).send(read)).Item).toEqual(Key);
    } finally {
      await second.stop();
    }
  });

  it("loses nothing it acknowledged when it is stopped amid writes", async () => {
    const first = await startDatabase({ dataFolder: folder });
    await createTables(first.endpoint, [f.loansTable]);
    const client = directly(first.endpoint);
    const acknowledged: string[] = [];
    const write = async (writer: number): Promise<void> => {
      for (let row = 0; ; row += 1) {
        const sk = { S: `${writer}-${row}` };
        const Item = { pk: Key.pk, sk };
        await client.send(new PutItemCommand({ TableName: f.table, Item }));
        acknowledged.push(sk.S);
      }
    };
    const writers = Promise.allSettled([0, 1, 2, 3].map(write));
    while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 5));
    await first.stop();
    await writers;

    const second = await startDatabase({ dataFolder: folder });
    try {
      const query = new QueryCommand({
        TableName: f.table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": Key.pk },
      });
      const { Items = [] } = await directly(second.endpoint).send(query);
      const stored = new Set(Items.map((item) => item["sk"]?.S));
      expect(acknowledged.filter((row) => !stored.has(row))).toEqual([]);
    } finally {
      await second.stop();
    }
  });

  it("in memory forgets, and stopping it twice is no mistake", async () => {
    const database = await startDatabase({});
    const created = await createTables(database.endpoint, [f.loansTable]);
    expect(created.get(f.table)?.streamArn).toContain(`table/${f.table}/stream/`);
    await database.stop();
    await database.stop();
  });
});

describe("without a fitting Java", () => {
  const fakeJava = (script: string): void => {
    writeFileSync(join(folder, "java"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "java"), 0o755);
    process.env["PATH"] = folder;
  };

  it("none at all, the error says so", async () => {
    process.env["PATH"] = folder;
    await expect(startDatabase({})).rejects.toThrow(JavaMissing);
  });

  it("an old one, the error says so", async () => {
    fakeJava(
      'echo "java.lang.UnsupportedClassVersionError: class file version 61.0, up to 55.0" >&2; exit 1',
    );
    await expect(startDatabase({})).rejects.toThrow(/too old.*Java 17/);
  });

  it("the stand-in of macOS, the error says so", async () => {
    fakeJava('echo "Unable to locate a Java Runtime." >&2; exit 1');
    await expect(startDatabase({})).rejects.toThrow(JavaMissing);
  });

  it("any other failure is told as it is", async () => {
    fakeJava('echo "Error: could not reserve enough space" >&2; exit 1');
    const failure = startDatabase({});
    await expect(failure).rejects.toThrow("could not reserve enough space");
    await expect(failure).rejects.not.toThrow(JavaMissing);
  });
});
