import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isObject } from "../../infra/local/json.ts";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { titleOf } from "../support/ask.ts";
import { changedAssembly, statementsIn, type Change } from "../support/changed-assembly.ts";
import { startSite, temporaryFolder, type Site } from "../support/site.ts";

const folder = temporaryFolder();
const sites: Site[] = [];

/** Where the real app, and one that cannot do everything, have their rows. */
let database: Database;

async function without(name: string, changes: Change[], shared?: Database): Promise<Site> {
  const copy = changedAssembly(inject("assembly"), join(folder, name), (templates) => {
    for (const change of changes) change(templates);
  });
  const site = await startSite({ assembly: copy, ...(shared ? { database: shared } : {}) });
  sites.push(site);
  return site;
}

beforeAll(async () => {
  database = await startDatabase({});
});

afterAll(async () => {
  for (const site of sites) await site.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const routeRemoved: Change = (templates) =>
  templates
    .only("AWS::ApiGatewayV2::Route", ({ properties }) =>
      JSON.stringify(properties["RouteKey"]).includes("ANY /api/agenda/{proxy+}"),
    )
    .remove();

const projectorUnplugged: Change = (templates) =>
  templates
    .only("AWS::Lambda::EventSourceMapping", ({ stack, properties }) => {
      const source = JSON.stringify(properties["EventSourceArn"]);
      return stack === "digihulp-partnership" && source.includes("digihulp-agenda");
    })
    .remove();

const contentPolicyRemoved: Change = (templates) => {
  for (const { properties } of templates.resources("AWS::CloudFront::ResponseHeadersPolicy")) {
    const config = properties["ResponseHeadersPolicyConfig"];
    const security = isObject(config) ? config["SecurityHeadersConfig"] : undefined;
    if (isObject(security)) delete security["ContentSecurityPolicy"];
  }
};

const cacheShortened: Change = (templates) => {
  for (const { properties } of templates.resources("AWS::CloudFront::CachePolicy")) {
    const config = properties["CachePolicyConfig"];
    if (isObject(config)) Object.assign(config, { DefaultTTL: 0, MaxTTL: 0, MinTTL: 0 });
  }
};

/** On AWS the trust alone decides, as it names the function's role; so both sides lose the right. */
const tagsForbidden: Change = (templates) => {
  const ofWeb = templates.only(
    "AWS::IAM::Policy",
    ({ stack, id }) => stack === "digihulp-agenda" && id.startsWith("WebRoleDefaultPolicy"),
  );
  const data = templates.only(
    "AWS::IAM::Role",
    ({ stack, id }) => stack === "digihulp-agenda" && id.startsWith("PublicReadRole"),
  );
  for (const statement of [ofWeb, data].flatMap(({ properties }) => statementsIn(properties))) {
    const actions = statement["Action"];
    if (Array.isArray(actions))
      statement["Action"] = actions.filter((action) => action !== "sts:TagSession");
  }
};

const CONTENT_POLICY = "content-security-policy";
const cached = async (site: Site, path: string): Promise<string> => {
  await site.ask(path);
  return String((await site.ask(path)).headers["x-cache"]);
};

describe("with one route, one mapping, one header and one cache less", () => {
  let real: Site;
  let site: Site;

  beforeAll(async () => {
    real = await without("nothing", [], database);
    site = await without("edges", [
      routeRemoved,
      projectorUnplugged,
      contentPolicyRemoved,
      cacheShortened,
    ]);
  });

  it("the API of that route is as unknown as any other path, and the rest answers", async () => {
    const path = "/api/agenda/occurrences";
    expect((await real.ask(path)).status).toBe(200);
    const [gone, unknown] = [await site.ask(path), await site.ask("/api/bestaat-niet")];
    expect([gone.status, gone.type, gone.text]).toEqual([404, unknown.type, unknown.text]);
    for (const other of ["/agenda", "/agenda/feed.ics", "/", "/api/partnership/digiclubs"])
      expect([other, (await site.ask(other)).status]).toEqual([other, 200]);
  });

  it("the site says of itself that it is not whole", async () => {
    expect((await real.ask("/health")).text).toBe('{"status":"ok"}');
    const health = await site.ask("/health");
    expect([health.status, health.text]).toEqual([503, '{"status":"unavailable"}']);
  });

  it("the start page hears of no moments, though the agenda has them", async () => {
    const moments = /href="\/agenda\/moment\//;
    expect((await real.ask("/")).text).toMatch(moments);
    const start = await site.ask("/");
    expect(start.text).not.toMatch(moments);
    expect(start.text).toContain("We kennen nu geen nieuwe momenten.");
    expect((await site.ask("/agenda")).text).toMatch(moments);
    expect(await site.rows("agenda")).toHaveLength((await real.rows("agenda")).length);
  });

  it("that header is gone from pages, files and documents, and the others stay", async () => {
    for (const path of ["/", "/api/openapi.json", "/api/partnership/digiclubs", "/geen"]) {
      const [before, after] = [await real.ask(path), await site.ask(path)];
      expect(before.headers[CONTENT_POLICY]).toContain("default-src 'none'");
      expect(after.headers[CONTENT_POLICY]).toBeUndefined();
      for (const name of [
        "x-content-type-options",
        "strict-transport-security",
        "permissions-policy",
      ])
        expect(after.headers[name]).toBe(before.headers[name]);
    }
  });

  it("a public page is made anew for every visitor", async () => {
    expect(await cached(real, "/digiclubs?keer=twee")).toBe("Hit from cloudfront");
    expect(await cached(site, "/digiclubs?keer=twee")).toBe("Miss from cloudfront");
  });
});

describe("when the agenda may not say for whom it reads", () => {
  let site: Site;
  beforeAll(async () => {
    site = await without("tags", [tagsForbidden], database);
  });

  it("its pages apologise with a number, and its API with a problem", async () => {
    for (const path of ["/agenda", "/agenda/moment/occ_destelbergen-reinaert-vrijdag.2026-11-27"]) {
      const page = await site.ask(path);
      expect([page.status, titleOf(page)]).toEqual([500, "Er ging iets mis bij ons - Digistroom"]);
      expect(page.text).toMatch(/Zeg ons dan dit nummer: <strong[^>]*>[\w-]{8,}</);
      expect(page.text).not.toMatch(/AccessDenied|sts:|arn:/);
    }
    const answer = await site.ask("/api/agenda/occurrences");
    expect([answer.status, answer.type]).toEqual([500, "application/problem+json"]);
    expect(JSON.parse(answer.text)).toMatchObject({
      reference: expect.stringMatching(/[\w-]{8,}/),
    });
  });

  it("the number finds the reason in the log, and nothing of what was asked", async () => {
    const asked = "Merkteken9S";
    const { text } = await site.ask(`/agenda?gemeente=${asked}`);
    const reference = /dit nummer: <strong[^>]*>([\w-]+)</.exec(text)?.[1] ?? "none";
    const headers = { cookie: `naam=${asked}`, "user-agent": asked, referer: `http://x/${asked}` };
    await site.ask(`/api/agenda/occurrences/occ_${asked}?zoek=${asked}`, { headers });
    const lines = site.logs().split("\n");
    const line = lines.find((each) => each.includes(reference));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ event: "fault", route: "/agenda" });
    expect(lines.some((each) => each.includes("/api/agenda/occurrences/:id"))).toBe(true);
    expect(site.logs()).not.toContain(asked);
  });

  it("every other page answers, and the moments were loaded", async () => {
    for (const path of ["/", "/digiclubs", "/api/partnership/municipalities", "/privacy"])
      expect([path, (await site.ask(path)).status]).toEqual([path, 200]);
    expect((await site.ask("/")).text).toContain("/agenda/moment/");
    expect((await site.ask("/health")).status).toBe(503);
  });
});
