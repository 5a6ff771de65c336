import { createPrivateKey, generateKeyPair, randomBytes, type KeyObject } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Fields, isObject, parseJson, type JsonObject } from "../json.ts";

export type SigningKey = { kid: string; privateKey: KeyObject };

/** As in Cognito, one key signs ID tokens and another one access tokens. */
export type Keys = { id: SigningKey; access: SigningKey; cookies: string };

const FILE = "signing-keys.json";

async function newKey(): Promise<JsonObject> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { kid: randomBytes(32).toString("base64"), pem };
}

async function newKeys(): Promise<JsonObject> {
  const [id, access] = await Promise.all([newKey(), newKey()]);
  return { id, access, cookies: randomBytes(32).toString("base64url") };
}

async function storedKeys(file: string): Promise<JsonObject | undefined> {
  try {
    const content = parseJson(await readFile(file, "utf8"));
    if (isObject(content)) return content;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  }
  throw new Error(`${file} is damaged; --fresh forgets the stored data.`);
}

async function store(file: string, keys: JsonObject): Promise<void> {
  const unfinished = `${file}.new`;
  await writeFile(unfinished, JSON.stringify(keys), { mode: 0o600 });
  await rename(unfinished, file);
}

function signingKey(fields: Fields): SigningKey {
  return { kid: fields.text("kid"), privateKey: createPrivateKey(fields.text("pem")) };
}

/** The keys of the folder, made at the first start, so that tokens outlive a restart; without a folder, new ones. */
export async function loadKeys(folder: string | undefined): Promise<Keys> {
  const file = folder === undefined ? undefined : join(folder, FILE);
  const stored = file === undefined ? undefined : await storedKeys(file);
  const keys = stored ?? (await newKeys());
  if (file !== undefined && folder !== undefined && stored === undefined) {
    await mkdir(folder, { recursive: true });
    await store(file, keys);
  }
  const fields = new Fields(keys, file ?? FILE);
  return {
    id: signingKey(fields.fields("id")),
    access: signingKey(fields.fields("access")),
    cookies: fields.text("cookies"),
  };
}
