import { VISITOR } from "@digihulp/access";
import { calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { makeSite } from "./dispatch.ts";
import type { Note, Site } from "./dispatch.ts";
import { NOT_FOUND } from "./failure.ts";
import { html, json, NO_STORE } from "./http.ts";
import type { HttpRequest } from "./http.ts";
import { publicRows } from "./route.ts";
import type { Route } from "./route.ts";

const region = regionById("leie-schelde");
const ask = (method: string, path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method,
  path,
  query: new URLSearchParams(),
  headers: {},
  cookies: {},
  body: "",
  bodySize: 0,
  reference: "ref-1",
  ...more,
});

const read = { method: "GET", kind: "page", permission: "agenda:read", about: publicRows } as const;
const routes: readonly Route<unknown>[] = [
  {
    ...read,
    path: "/open/:id",
    summary: "",
    handle:
      () =>
      async ({ params }) =>
        html(200, params["id"] ?? "", NO_STORE),
  },
  {
    ...read,
    path: "/scope",
    summary: "",
    handle:
      () =>
      async ({ scope }) =>
        html(200, scope.tag, NO_STORE),
  },
  {
    ...read,
    path: "/denied",
    permission: "series:plan",
    summary: "",
    handle: () => async () => html(200, "secret", NO_STORE),
  },
  { ...read, path: "/gone", summary: "", handle: () => async () => NOT_FOUND },
  { ...read, path: "/api/gone", kind: "api", summary: "", handle: () => async () => NOT_FOUND },
  {
    ...read,
    path: "/api/thing",
    kind: "api",
    summary: "",
    handle: () => async () => json(200, "{}", NO_STORE),
  },
  {
    ...read,
    path: "/broken",
    summary: "",
    handle: () => () => Promise.reject(new Error("about An Peeters")),
  },
];
const notes: Note[] = [];
const options: Site = {
  region,
  origin: "https://site.example",
  now: () => ({ date: calendarDate("2026-11-23"), time: clockTime("10:00") }),
  identify: async () => ({ actor: VISITOR, cookies: [] }),
  note: (note) => notes.push(note),
};
const site = makeSite(routes, {}, options);

describe("a request", () => {
  it("reaches its route with its parameters", async () => {
    expect(await site(ask("GET", "/open/café"))).toMatchObject({ status: 200, body: "café" });
  });

  it("carries the scope that access decided", async () => {
    expect((await site(ask("GET", "/scope"))).body).toBe("public");
  });

  it("to HEAD is answered like GET, without a body", async () => {
    expect(await site(ask("HEAD", "/open/x"))).toMatchObject({ status: 200, body: "" });
  });

  it("to an unknown address gets a page that says what to do", async () => {
    const answer = await site(ask("GET", "/nowhere"));
    expect(answer.status).toBe(404);
    expect(answer.body).toContain("We vinden deze bladzijde niet");
    expect(answer.headers["content-type"]).toContain("text/html");
  });

  it("to an unknown address of the API gets a problem document", async () => {
    const answer = await site(ask("GET", "/api/nowhere"));
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 404,
      type: "urn:digihulp:problem:not-found",
    });
  });

  it("that is denied looks exactly like one for something that is not there", async () => {
    const denied = await site(ask("GET", "/denied"));
    expect(denied).toEqual(await site(ask("GET", "/gone")));
    expect(notes.at(-1)).toMatchObject({ event: "denied", reason: "role-not-listed" });
  });

  it("with another method is told which ones there are", async () => {
    const answer = await site(ask("DELETE", "/open/x"));
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET"]);
  });

  it("of two megabytes is refused before anything reads it", async () => {
    const answer = await site(ask("POST", "/open/x", { bodySize: 2_000_000 }));
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("te veel in één keer");
  });

  it("with an endless query is refused", async () => {
    const query = new URLSearchParams({ q: "x".repeat(5000) });
    expect((await site(ask("GET", "/open/x", { query }))).status).toBe(400);
  });
});

describe("a change", () => {
  const posts: Route<unknown>[] = [
    {
      method: "POST",
      kind: "page",
      path: "/form",
      summary: "",
      open: "a test",
      handle: () => async () => html(200, "done", NO_STORE),
    },
  ];
  const form = makeSite(posts, {}, options);
  it.each([
    ["our own page", { "sec-fetch-site": "same-origin" }, 200],
    ["another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a sibling site", { "sec-fetch-site": "same-site" }, 403],
    ["an old browser on our page", { origin: "https://site.example" }, 200],
    ["an old browser elsewhere", { origin: "https://evil.example" }, 403],
    ["nowhere it says", {}, 403],
  ])("from %s", async (_, headers, status) => {
    expect((await form(ask("POST", "/form", { headers }))).status).toBe(status);
  });
});

describe("a fault", () => {
  it("apologises with a reference, and shows nothing of what went wrong", async () => {
    const answer = await site(ask("GET", "/broken"));
    expect(answer.status).toBe(500);
    expect(answer.body).toContain("ref-1");
    expect(answer.body).not.toContain("Peeters");
  });
});

describe("a route", () => {
  it("without a permission does not start", () => {
    const naked = { ...routes[0], permission: undefined, path: "/naked" };
    // @ts-expect-error -- it does not compile either
    expect(() => makeSite([naked], {}, {})).toThrow("has no permission");
  });
});
