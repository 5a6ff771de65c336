import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  IDLE_MINUTES,
  minutesIdle,
  newToken,
  SEEN_COOKIE,
  seenCookie,
  SESSION_COOKIE,
  sessionCookie,
  signInCookie,
  signOutCookies,
  tokenHash,
} from "./cookies.ts";

const NOW = Date.parse("2026-11-23T09:00:30Z");
const MINUTE = 60_000;
const valueOf = (cookie: string): string => cookie.slice(cookie.indexOf("=") + 1).split(";")[0]!;
const attributesOf = (cookie: string): string[] =>
  cookie
    .split(";")
    .slice(1)
    .map((part) => part.trim());

describe("the session cookie", () => {
  it("is read back as it was set, with and without an organisation", () => {
    const token = newToken();
    for (const organisation of [undefined, "vdab", "vti-deinze"]) {
      const set = signInCookie({ token, organisation });
      expect(sessionCookie(valueOf(set))).toEqual({ token, organisation });
    }
  });

  it("is tied to this host, to https, out of reach of scripts, and gone with the browser", () => {
    const set = signInCookie({ token: newToken(), organisation: "vdab" });
    expect(set.startsWith(`${SESSION_COOKIE}=`)).toBe(true);
    expect(SESSION_COOKIE.startsWith("__Host-")).toBe(true);
    expect(attributesOf(set).toSorted()).toEqual(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
  });

  it.each([
    ["nothing", undefined],
    ["an empty value", ""],
    ["a secret that is too short", "A".repeat(42)],
    ["a secret that is too long", "A".repeat(44)],
    ["a second organisation", `${"A".repeat(43)}.vdab.avansa`],
    ["a key separator", `${"A".repeat(43)}.vdab#x`],
    ["an organisation without a name", `${"A".repeat(43)}.`],
    ["an endless organisation", `${"A".repeat(43)}.${"a".repeat(61)}`],
    ["a line break", `${"A".repeat(43)}\n.vdab`],
  ])("with %s is nobody's", (_, value) => {
    expect(sessionCookie(value)).toBeUndefined();
  });

  it("never throws, whatever somebody sends", () => {
    assert(
      property(string({ unit: "binary" }), (value) => {
        const read = sessionCookie(value);
        return read === undefined || /^[\w-]{43}$/.test(read.token);
      }),
    );
  });

  it("holds 256 random bits, and what is stored of it does not give it back", () => {
    const tokens = Array.from({ length: 200 }, newToken);
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) {
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
      expect(tokenHash(token)).not.toContain(token);
    }
  });

  it("is cleared together with the time of the last visit", () => {
    const cleared = signOutCookies();
    expect(cleared.map((cookie) => cookie.split("=")[0])).toEqual([SESSION_COOKIE, SEEN_COOKIE]);
    for (const cookie of cleared) {
      expect(valueOf(cookie)).toBe("");
      expect(attributesOf(cookie)).toContain("Max-Age=0");
    }
  });
});

describe("how long somebody was away", () => {
  const key = newToken();
  const seen = valueOf(seenCookie(key, NOW));

  it.each([
    [0, 0],
    [1, 1],
    [IDLE_MINUTES, IDLE_MINUTES],
    [IDLE_MINUTES + 1, IDLE_MINUTES + 1],
  ])("after %i minutes is %i minutes", (later, idle) => {
    expect(minutesIdle(key, seen, NOW + later * MINUTE)).toBe(idle);
  });

  it.each([
    ["without the cookie", undefined],
    ["with an empty one", ""],
    ["without a seal", seen.split(".")[0]],
    [
      "with a later minute under the old seal",
      `${Number(seen.split(".")[0]) + 5}.${seen.split(".")[1]}`,
    ],
    ["with a seal of another session", valueOf(seenCookie(newToken(), NOW))],
    ["with half a seal", seen.slice(0, -20)],
    ["with a minute that is no number", `NaN.${seen.split(".")[1]}`],
    ["with a negative minute", `-1.${seen.split(".")[1]}`],
  ])("%s is for ever", (_, value) => {
    expect(minutesIdle(key, value, NOW)).toBe(Infinity);
  });

  it("cannot be shortened with the secret that the browser holds", () => {
    const token = newToken();
    const forged = valueOf(seenCookie(token, NOW));
    expect(minutesIdle(key, forged, NOW)).toBe(Infinity);
  });

  it("survives two clocks that differ by a minute, and no more", () => {
    expect(minutesIdle(key, seen, NOW - MINUTE)).toBe(0);
    expect(minutesIdle(key, seen, NOW - 2 * MINUTE)).toBe(Infinity);
  });

  it("is for ever for anything but our own seal", () => {
    assert(
      property(string(), (value) => value === seen || minutesIdle(key, value, NOW) === Infinity),
    );
  });
});
