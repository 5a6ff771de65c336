import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod";
import { isObject, type Json, type JsonObject } from "../../infra/local/json.ts";
import { ROUTES } from "../isolation/route-tables.ts";
import type { Answered } from "../support/ask.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let document: JsonObject;

beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly") });
  document = JSON.parse((await site.ask("/api/openapi.json")).text);
});

afterAll(async () => {
  await site?.stop();
});

const at = (value: Json | undefined, ...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** What is wrong with an answer, held against the schema that the document gives for it. */
function misfits(path: string, answer: Answered): string[] {
  const content = at(document, "paths", path, "get", "responses", String(answer.status), "content");
  const schema = at(content, answer.type, "schema");
  const pointer = at(schema, "$ref");
  const resolved =
    typeof pointer === "string" ? at(document, ...pointer.slice(2).split("/")) : schema;
  if (!isObject(resolved)) return [`${path} says nothing of ${answer.status} as ${answer.type}`];
  const parsed = z.fromJSONSchema(resolved).safeParse(JSON.parse(answer.text));
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe("the OpenAPI document", () => {
  it("is a valid document of OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(document);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(document["openapi"]).toMatch(/^3\.1\./);
  });

  it("describes every route of the API and every feed, once, and nothing else", () => {
    const described = Object.entries(isObject(document["paths"]) ? document["paths"] : {}).flatMap(
      ([path, operations]) =>
        Object.keys(isObject(operations) ? operations : {}).map(
          (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
        ),
    );
    const served = ROUTES.filter(({ kind }) => kind !== "page");
    expect(described.toSorted()).toEqual(
      served.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  it.each([
    ["/api/agenda/occurrences", "/api/agenda/occurrences?from=2023-06-01&until=2023-12-31"],
    ["/api/agenda/occurrences", "/api/agenda/occurrences?theme=onbekend"],
    ["/api/agenda/occurrences", "/api/agenda/occurrences?from=gisteren"],
    [
      "/api/agenda/occurrences/{id}",
      "/api/agenda/occurrences/occ_destelbergen-reinaert-vrijdag.2026-11-27",
    ],
    ["/api/agenda/occurrences/{id}", "/api/agenda/occurrences/occ_onbekend"],
    ["/api/agenda/health", "/api/agenda/health"],
    ["/health", "/health"],
    ["/api/partnership/municipalities", "/api/partnership/municipalities"],
    ["/api/partnership/digiclubs", "/api/partnership/digiclubs"],
  ])("keeps its word about %s, asked as %s", async (path, asked) => {
    expect(misfits(path, await site.ask(asked))).toEqual([]);
  });

  it("would notice an answer that says more, or something else", async () => {
    const path = "/api/partnership/municipalities";
    const answer = await site.ask(path);
    expect(misfits(path, { ...answer, text: answer.text.replace("{", '{"pk":"x",') })).not.toEqual(
      [],
    );
    expect(misfits(path, { ...answer, text: '{"municipalities":[{"id":1}]}' })).not.toEqual([]);
    expect(misfits(path, { ...answer, status: 201 })).not.toEqual([]);
  });
});

const SECURITY = {
  "content-security-policy": expect.stringMatching(
    /^default-src 'none'; .*frame-ancestors 'none'$/,
  ),
  "strict-transport-security": expect.stringMatching(/^max-age=31536000/),
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};

describe("every door", () => {
  it.each([
    ["a page", "/", 200],
    ["a cached page", "/", 200],
    ["the agenda", "/agenda", 200],
    ["the feed", "/agenda/feed.ics", 200],
    ["the API", "/api/partnership/digiclubs", 200],
    ["the document itself", "/api/openapi.json", 200],
    ["a form that was not understood", "/agenda?van=morgen", 422],
    ["a missing page", "/bestaat-niet", 404],
    ["a missing part of the API", "/api/bestaat-niet", 404],
    ["a problem", "/agenda/feed.ics?from=morgen", 422],
    ["a request that is too long", `/api/x?${"y".repeat(3000)}`, 400],
  ])("gives %s with the headers that protect a reader", async (_, path, status) => {
    const answer = await site.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(SECURITY);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers["server"]).toBeUndefined();
    expect(answer.headers["x-powered-by"]).toBeUndefined();
  });

  it("gives even a missing file with them", async () => {
    const answer = await site.ask("/static/bestaat-niet.css");
    expect([403, 404]).toContain(answer.status);
    expect(answer.headers).toMatchObject(SECURITY);
  });

  it("gives the style sheet and the font that a page asks for, for a year", async () => {
    const files = [...(await site.ask("/")).text.matchAll(/href="(\/static\/[^"]+)"/g)];
    const paths = new Set(files.map(([, path = ""]) => path));
    expect(paths.size).toBeGreaterThanOrEqual(2);
    for (const path of paths) {
      const file = await site.ask(path);
      expect([path, file.status]).toEqual([path, 200]);
      expect(file.headers).toMatchObject(SECURITY);
      expect(file.headers["cache-control"]).toMatch(
        /max-age=31536000.*immutable|immutable.*31536000/,
      );
    }
  });

  it("says that everything answers, and never from a cache", async () => {
    const health = await site.ask("/health");
    expect([health.status, health.type, health.text]).toEqual([
      200,
      "application/json",
      '{"status":"ok"}',
    ]);
    expect(health.headers["cache-control"]).toBe("no-store");
    expect((await site.ask("/health")).headers["x-cache"]).toBe("Miss from cloudfront");
  });
});
