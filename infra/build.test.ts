import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build } from "./build.ts";
import { buildIdentity } from "./bundles/identity.ts";
import { identityList } from "./constructs/identity-list.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-"));
  write({
    "package.json": '{"type":"module"}',
    "services/loans/package.json": "{}",
    "services/loans/src/lambda.ts": `
      declare const STATIC_ASSETS: Record<string, string>;
      export const handler = async () => {
        const { sep } = await import("node:path");
        return { sep, sheet: STATIC_ASSETS["site.css"] };
      };`,
    "services/loans/src/remind-lambda.ts": "export const handler = async () => 'reminded';",
    "services/loans/src/remind-lambda.test.ts": "throw new Error('a test is no function');",
    "packages/web/static/site.css": '@import "./font.css"; body { margin-inline: 0px }',
    "packages/web/static/staff.css": "main { margin-block: 0px }",
    "packages/web/static/font.css": '@font-face { font-family: "Oever"; src: url(./oever.woff2) }',
    "packages/web/static/oever.woff2": "font",
    "packages/web/static/icons.svg": "<svg/>",
    "packages/web/static/favicon.svg": "<svg/>",
    "packages/web/static/robots.txt": "User-agent: *",
  });
});

afterEach(() => rmSync(root, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const text = (path: string) => readFileSync(join(root, "dist", path), "utf8");
const files = (path: string) => readdirSync(join(root, "dist", path)).toSorted();
const bundle = (name: string): { handler: () => Promise<unknown> } =>
  createRequire(import.meta.url)(join(root, "dist/functions", name, "index.cjs"));

describe("functions", () => {
  it("are found by the names of their files", async () => {
    expect(await build(root)).toEqual(["loans-web", "loans-remind"]);
    expect(files("functions/loans-web")).toEqual(["index.cjs"]);
    expect(await bundle("loans-remind").handler()).toBe("reminded");
  });

  it("load as CommonJS below an ES module root, without a dynamic import", async () => {
    await build(root);
    expect(text("functions/loans-web/index.cjs")).not.toContain("import(");
    expect(await bundle("loans-web").handler()).toMatchObject({ sep: "/" });
  });

  it("know the address of each static file", async () => {
    await build(root);
    const sheet = files("static/static").find((name) => name.startsWith("site."));
    expect(await bundle("loans-web").handler()).toMatchObject({ sheet: `/static/${sheet}` });
  });

  it("leave the measurements outside the folders that are deployed", async () => {
    await build(root);
    expect(Object.keys(JSON.parse(text("meta.json")).outputs)).toContain(
      "dist/functions/loans-web/index.cjs",
    );
    expect(files("functions")).toEqual(["loans-remind", "loans-web"]);
  });

  it("a service without its handler stops the build", async () => {
    write({ "services/agenda/package.json": "{}" });
    await expect(build(root)).rejects.toThrow("services/agenda has no src/lambda.ts");
  });

  it("of a service that is gone are not deployed again", async () => {
    await build(root);
    rmSync(join(root, "services/loans/src/remind-lambda.ts"));
    await build(root);
    expect(files("functions")).toEqual(["loans-web"]);
  });
});

describe("static files", () => {
  const sheet = () => files("static/static").find((name) => name.startsWith("site."))!;

  it("carry a hash of their content, which the sheet follows", async () => {
    await build(root);
    const names = files("static/static");
    expect(names.map((name) => name.replace(/\.[A-Z0-9]{8}\./, ".*."))).toEqual([
      "icons.*.svg",
      "oever.*.woff2",
      "site.*.css",
      "staff.*.css",
    ]);
    const font = names.find((name) => name.startsWith("oever"));
    expect(text(`static/static/${sheet()}`)).toContain(`url("/static/${font}")`);
  });

  it("make one small sheet of all that site.css imports", async () => {
    await build(root);
    expect(text(`static/static/${sheet()}`)).toMatch(/^@font-face\{[^ ]*\}body\{[^ ]*\}\s*$/);
  });

  it("change their name with their content only", async () => {
    await build(root);
    const first = files("static/static");
    await build(root);
    expect(files("static/static")).toEqual(first);
    write({ "packages/web/static/oever.woff2": "another font" });
    await build(root);
    const second = files("static/static");
    expect(second.filter((name) => first.includes(name))).toEqual([first[0], first[3]]);
  });

  it("must be there", async () => {
    rmSync(join(root, "packages/web/static"), { recursive: true });
    await expect(build(root)).rejects.toThrow("No static files in packages/web/static");
  });

  it("that browsers ask for by name keep it", async () => {
    await build(root);
    expect(files("static")).toEqual(["favicon.svg", "robots.txt", "static"]);
  });
});

describe("the OpenAPI document", () => {
  const web = "packages/web/src/openapi.ts";

  beforeEach(() => {
    write({
      [web]: "export const openApiDocument = (services, title) => ({ title, services });",
      "services/loans/src/routes.ts": 'export const routes = ["GET /api/loans/devices"];',
      "node_modules/@digihulp/web/package.json": '{"exports":{"./openapi":"./openapi.js"}}',
      "node_modules/@digihulp/web/openapi.js": `export * from "../../../${web}";`,
    });
  });

  it("is made of the route tables of all services", async () => {
    await build(root);
    expect(JSON.parse(text("static/api/openapi.json"))).toEqual({
      title: "Digihulp-portaal",
      services: [{ service: "loans", routes: ["GET /api/loans/devices"] }],
    });
  });

  it("stops the build when it cannot be made", async () => {
    write({
      [web]: 'export const openApiDocument = () => { throw new Error("same name twice"); };',
    });
    await expect(build(root)).rejects.toThrow("same name twice");
  });
});

describe("the list of groups and programs", () => {
  it("is not made where nothing says who there is", async () => {
    await build(root);
    expect(files(".")).toEqual(["functions", "meta.json", "static"]);
  });

  it("holds, of the real region, everybody who has a door of their own", async () => {
    const dist = join(root, "dist");
    await buildIdentity(resolve(import.meta.dirname, ".."), dist);
    const { groups, clients } = identityList(dist, "leie-schelde");
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "coordinator",
        "admin-deinze",
        "desk-destelbergen-bibliotheek",
        "volunteer-merelbeke-mia",
        "social-worker-destelbergen",
        "partner-vdab",
      ]),
    );
    expect(groups.every(({ label }) => label.length > 8)).toBe(true);
    expect(clients).toContainEqual({ id: "vdab", name: "VDAB", scope: "organisation/vdab" });
    expect(clients).toContainEqual({ id: "deinze", name: "Deinze", scope: "municipality/deinze" });
    expect(clients.map(({ id }) => id)).not.toContain("portaal");
    expect(new Set(clients.map(({ id }) => id)).size).toBe(clients.length);
  });

  it("of a region that no code knows is not guessed", async () => {
    const dist = join(root, "dist");
    expect(() => identityList(dist, "leie-schelde")).toThrow('run "node infra/build.ts" first');
    await buildIdentity(resolve(import.meta.dirname, ".."), dist);
    expect(() => identityList(dist, "elders")).toThrow("No region is called elders");
  });
});
