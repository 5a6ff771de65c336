import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { openFront, PortTaken, type Front } from "./front.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";

let front: Front | undefined;

afterEach(() => front?.stop());

async function fronting(respond: (request: HttpRequest) => HttpResponse): Promise<Front> {
  front = await openFront();
  front.serve(async (asked) => respond(asked));
  return front;
}

const plain = (text: string): HttpResponse => ({
  status: 200,
  headers: [],
  body: Buffer.from(text),
});

/** Sends a path as it stands: fetch would tidy it first. */
function raw(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", path }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk: Buffer) => (text += chunk.toString()));
      incoming.on("end", () => resolve(text));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

test("a request keeps its path and query as sent, and its repeated headers apart", async () => {
  let seen: HttpRequest | undefined;
  const { origin, port } = await fronting((asked) => {
    seen = asked;
    return plain("");
  });
  await raw(port, "/a%2Fb/../c?x=%20&x=?");
  expect([seen?.path, seen?.query]).toEqual(["/a%2Fb/../c", "x=%20&x=?"]);
  await fetch(origin, { method: "POST", body: "hallo", headers: { "X-Naam": "Ann" } });
  expect([seen?.method, seen?.path, seen?.body.toString()]).toEqual(["POST", "/", "hallo"]);
  expect(seen?.headers).toContainEqual(["x-naam", "Ann"]);
});

test("a body is cut one byte above the limit, so that the API sees that it is too much", async () => {
  let size = 0;
  const { origin } = await fronting((asked) => {
    size = asked.body.length;
    return plain("");
  });
  await fetch(origin, { method: "POST", body: Buffer.alloc(12 * 1024 * 1024) });
  expect(size).toBe(10 * 1024 * 1024 + 1);
});

test("a response keeps its cookies apart, and its length is that of its body", async () => {
  const { origin } = await fronting(() => ({
    status: 200,
    headers: [
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["content-length", "999"],
      ["connection", "close"],
    ],
    body: Buffer.from("één"),
  }));
  const response = await fetch(origin);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(response.headers.get("content-length")).toBe("5");
  expect(await response.text()).toBe("één");
});

test("an answer that cannot be given is 502, and the next one is given", async () => {
  const { origin } = await fronting(({ path }) => {
    if (path === "/broken") throw new Error("broken");
    return path === "/header" ? { ...plain(""), headers: [["x", "a\nb"]] } : plain("fine");
  });
  expect((await fetch(`${origin}/broken`)).status).toBe(502);
  expect((await fetch(`${origin}/header`)).status).toBe(502);
  expect(await (await fetch(origin)).text()).toBe("fine");
});

test("a port can be taken once", async () => {
  const { port } = await fronting(() => plain(""));
  await expect(openFront(port)).rejects.toThrow(PortTaken);
});
