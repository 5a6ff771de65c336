import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { titleOf, type Answered, type Asked } from "../support/ask.ts";
import { startSite, type Site } from "../support/site.ts";

/** Stands in everything that is sent here, and may stand in no log. */
const MARK = "Merkteken7Q";
const EMOJI = "😀";
const MEGABYTE = 1_000_000;

let site: Site;

beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly") });
});

afterAll(async () => {
  await site?.stop();
});

/** A page in Dutch, whole, that says what happened and the way on. */
function expectPage(answer: Answered, status: number, title: string): void {
  expect([answer.status, answer.type, titleOf(answer)]).toEqual([
    status,
    "text/html",
    `${title} - Digistroom`,
  ]);
  expect(answer.text).toMatch(/^<!DOCTYPE html><html lang="nl"/);
  expect(answer.text.match(/<h1/g)).toHaveLength(1);
  expect(answer.text).toMatch(/<\/html>$/);
}

/** A problem document (RFC 9457) that says the same as the status line. */
function expectProblem(answer: Answered, status: number, code: string): void {
  expect([answer.status, answer.type]).toEqual([status, "application/problem+json"]);
  const type = `urn:digihulp:problem:${code}`;
  expect(JSON.parse(answer.text)).toMatchObject({ type, status, title: expect.any(String) });
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** A control of the search form, by its name. */
const control = ({ text }: Answered, name: string): string =>
  unescaped(new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? "");

const NOT_FOUND = "We vinden deze bladzijde niet";
const TO_FIX = "Fout: Agenda";
const agenda = (fields: Readonly<Record<string, string>>): string =>
  `/agenda?${new URLSearchParams(fields).toString()}`;

describe("the search form of the agenda", () => {
  it.each([
    ["an unknown municipality", "gemeente", MARK],
    ["a municipality of another region", "gemeente", "Testdorp"],
    ["something else than a place", "gemeente", `<script>alert("${MARK}")</script>`],
    ["a word for a day", "van", `morgen ${MARK}`],
    ["an emoji for a day", "van", EMOJI],
    ["a month without a thirtieth", "van", "30/02/2026"],
    ["half a date", "tot", "2026-11"],
    ["a date far away", "tot", "01/01/9999"],
  ])("gives back %s, with what to do", async (_, field, typed) => {
    const answer = await site.ask(agenda({ [field]: typed }));
    expectPage(answer, 422, TO_FIX);
    expect(control(answer, field)).toContain(`value="${typed}"`);
    expect(control(answer, field)).toContain('aria-invalid="true"');
    expect(answer.text).toContain(`<a href="#veld-${field}">`);
    expect(answer.text).not.toContain("<script>alert");
  });

  it("gives back a date that does not exist in a way that a browser shows", async () => {
    const answer = await site.ask(agenda({ van: "2026-02-30" }));
    expectPage(answer, 422, TO_FIX);
    expect(control(answer, "van")).toContain('value="2026-02-30"');
    // A date field drops a value that is no date (HTML, section 4.10.5.1.7): it would look empty.
    expect(control(answer, "van")).toContain('type="text"');
  });

  it.each([
    ["club", MARK],
    ["club", "deinze-buurthuis"],
    ["thema", MARK],
    ["soort", MARK],
  ])("asks again for a %s that is not in its list", async (field, typed) => {
    const answer = await site.ask(agenda({ [field]: typed, gemeente: "Deinze" }));
    expectPage(answer, 422, "Fout: Agenda van Deinze");
    expect(answer.text).toContain(`<a href="#veld-${field}">Kies iets uit de lijst.</a>`);
    expect(control(answer, "gemeente")).toContain('value="Deinze"');
    expect(answer.text).not.toContain(MARK);
  });

  it("says that the last day comes before the first, and keeps both", async () => {
    const answer = await site.ask(agenda({ van: "2026-12-31", tot: "2026-12-01" }));
    expectPage(answer, 422, TO_FIX);
    expect(answer.text).toContain("Kies een laatste dag die na de eerste komt.");
    expect(control(answer, "van")).toContain('value="2026-12-31"');
    expect(control(answer, "tot")).toContain('value="2026-12-01"');
  });

  it("understands a day as people here write it, and a postcode", async () => {
    const answer = await site.ask(agenda({ van: "27/11/2026", gemeente: "9070" }));
    expectPage(answer, 200, "Agenda van Destelbergen");
    expect(control(answer, "van")).toContain('value="2026-11-27"');
  });

  it("takes nothing to mean nothing, and the last of two", async () => {
    expectPage(await site.ask("/agenda?gemeente=&van=&club=+"), 200, "Agenda");
    const twice = await site.ask("/agenda?gemeente=deinze&gemeente=gavere");
    expect([twice.status, titleOf(twice)]).toEqual([200, "Agenda van Gavere - Digistroom"]);
  });

  it("stays whole with bytes that are no text, and with names of its own machinery", async () => {
    expectPage(await site.ask("/agenda?gemeente=%E0%A4%A"), 422, TO_FIX);
    expectPage(await site.ask(`/agenda?gemeente=${MARK}%00`), 422, TO_FIX);
    expectPage(await site.ask("/agenda?__proto__=x&constructor=y&toString=z"), 200, "Agenda");
    expectPage(await site.ask("/agenda?gemeente=constructor&club=__proto__"), 422, TO_FIX);
  });

  it("refuses ten thousand characters as an address that nobody typed", async () => {
    const long = `${MARK}${"9".repeat(10_000)}`;
    expectPage(await site.ask(agenda({ van: long })), 400, "Er klopt iets niet in dit adres");
    expectProblem(await site.ask(`/agenda/feed.ics?from=${long}`), 400, "malformed");
    expectProblem(await site.ask(`/api/agenda/occurrences?from=${long}`), 400, "malformed");
  });
});

describe("a program", () => {
  it.each([
    ["an unknown municipality", { municipality: MARK }, ["municipality"]],
    ["an unknown Digiclub and theme", { digiclub: MARK, theme: MARK }, ["digiclub", "theme"]],
    ["a name that is too long", { theme: MARK.repeat(10) }, ["theme"]],
    ["a day that does not exist", { from: "2026-02-30" }, ["from"]],
    ["days as people write them", { from: "27/11/2026", until: "28/11/2026" }, ["from", "until"]],
    ["an emoji", { until: EMOJI }, ["until"]],
    ["a last day before the first", { from: "2026-12-31", until: "2026-12-01" }, ["until"]],
    ["the beginning of time", { from: "0001-01-01" }, ["from"]],
    ["more than three years", { from: "2020-01-01", until: "2026-01-01" }, ["until"]],
  ])("hears which field does not fit: %s", async (_, query, fields) => {
    for (const path of ["/agenda/feed.ics", "/api/agenda/occurrences"]) {
      const answer = await site.ask(`${path}?${new URLSearchParams(query).toString()}`);
      expectProblem(answer, 422, "invalid");
      const { issues } = JSON.parse(answer.text);
      expect(issues.map(({ field }: { field: string }) => field)).toEqual(fields);
      expect(answer.text).not.toContain(MARK);
    }
  });

  it.each([
    "occ_bestaat-niet",
    MARK,
    "occ_destelbergen-reinaert-vrijdag.2026-11-26",
    "occ_testdorp-bibliotheek-maandag.2026-11-30",
    "ser_destelbergen-reinaert-vrijdag",
    "OCC_destelbergen-reinaert-vrijdag.2026-11-27",
    "__proto__",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%F0%9F%98%80",
  ])("finds nothing under %s, on the page as in the API", async (id) => {
    expectProblem(await site.ask(`/api/agenda/occurrences/${id}`), 404, "not-found");
    expectPage(await site.ask(`/agenda/moment/${id}`), 404, NOT_FOUND);
  });

  it("finds nothing under ten thousand characters", async () => {
    const id = `occ_${MARK.repeat(900)}`;
    expectProblem(await site.ask(`/api/agenda/occurrences/${id}`), 404, "not-found");
    expectPage(await site.ask(`/agenda/moment/${id}`), 404, NOT_FOUND);
    expectPage(await site.ask(`/${id}`), 404, NOT_FOUND);
  });
});

describe("an address that leads nowhere", () => {
  it.each([
    `/${MARK}`,
    "/agenda/",
    "/AGENDA",
    "//agenda",
    "/agenda;jsessionid=1",
    "/agenda/../health",
    "/../../../../etc/passwd",
    "/agenda/%2e%2e/%2e%2e/etc/passwd",
    "/agenda/%00",
    "/wp-login.php",
    "/.git/config",
    "/digiclubs/../agenda",
    `/digiclubs?gemeente=${MARK}`,
    "/digiclubs?gemeente=testdorp",
  ])("gets the page that says so: %s", async (path) => {
    expectPage(await site.ask(path), 404, NOT_FOUND);
  });

  it.each([
    "/api/",
    `/api/${MARK}`,
    "/api/agenda",
    "/api/agenda/../../health",
    "/api/agenda/x.ics",
  ])("gets the problem that says so: %s", async (path) => {
    expectProblem(await site.ask(path), 404, "not-found");
  });

  it.each([
    "/static/..%2f..%2fpackage.json",
    "/static/../api/openapi.json",
    "/static/%00",
    "/static/",
  ])("reaches no file: %s", async (path) => {
    const answer = await site.ask(path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.text.length).toBeLessThan(8000);
    expect(answer.text).not.toMatch(/openapi|dependencies/);
  });

  it("is refused by the gateway itself when it cannot be decoded", async () => {
    for (const path of ["/%E0%A4%A", `/agenda/${MARK}%E0%A4%A`]) {
      const answer = await site.ask(path);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(MARK);
    }
  });
});

const form: Asked = {
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: `gemeente=${MARK}`,
};
const document: Asked = {
  method: "POST",
  headers: { "content-type": "application/json", "idempotency-key": MARK },
  body: JSON.stringify({ gemeente: MARK }),
};
const twoMegabytes = MARK + "x".repeat(2 * MEGABYTE);

describe("a method that an address does not take", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s to the API", async (method) => {
    const answer = await site.ask("/api/agenda/occurrences", { ...document, method });
    expectProblem(answer, 405, "method-not-allowed");
    expect(answer.headers["allow"]).toBe("GET");
  });

  it.each(["/agenda", "/", "/digiclubs", "/privacy"])("a form sent to %s", async (path) => {
    const answer = await site.ask(path, form);
    expectPage(answer, 405, "Dat lukt hier niet");
    expect(answer.headers["allow"]).toBe("GET");
  });

  it("a form sent to the feed", async () => {
    expectProblem(await site.ask("/agenda/feed.ics", form), 405, "method-not-allowed");
  });

  it("a document sent to an address that does not exist", async () => {
    expectProblem(await site.ask("/api/bestaat-niet", document), 404, "not-found");
    expectPage(await site.ask("/bestaat-niet", form), 404, NOT_FOUND);
  });

  it.each([
    "/agenda",
    "/",
    "/digiclubs",
    "/api/agenda/occurrences",
    "/health",
    "/geen",
    "/api/geen",
  ])("HEAD of %s says what GET says, without saying it", async (path) => {
    const [head, get] = [await site.ask(path, { method: "HEAD" }), await site.ask(path)];
    expect([head.status, head.type, head.text]).toEqual([get.status, get.type, ""]);
  });
});

describe("two megabytes", () => {
  it("are too much for a program, wherever it sends them", async () => {
    for (const path of ["/api/agenda/occurrences", "/api/bestaat-niet"])
      expectProblem(await site.ask(path, { ...document, body: twoMegabytes }), 413, "too-large");
  });

  it("are too much for a form that does not exist", async () => {
    const answer = await site.ask("/bestaat-niet", { ...form, body: twoMegabytes });
    expectPage(answer, 413, "Dat was te veel in één keer");
  });

  it("are too much for the agenda", async () => {
    const answer = await site.ask("/agenda", { ...form, body: twoMegabytes });
    expectPage(answer, 413, "Dat was te veel in één keer");
  });

  it("and eleven are refused before any function sees them", async () => {
    const answer = await site.ask("/api/x", {
      ...document,
      body: MARK + "x".repeat(11 * MEGABYTE),
    });
    expect(answer.status).toBe(413);
  });
});

it("strange headers and cookies change nothing", async () => {
  const headers = {
    cookie: `__Host-sessie=${MARK}; x=%E0%A4%A; =; ;;`,
    accept: "application/x-nothing",
    "accept-language": "xx-ZZ;q=nothing",
    "if-none-match": "*, W/",
    "content-type": MARK,
    "x-forwarded-for": MARK,
    range: "bytes=0-1",
  };
  const path = "/api/partnership/municipalities";
  expect((await site.ask(path, { headers })).text).toBe((await site.ask(path)).text);
  expectPage(await site.ask("/wie-mag-wat", { headers }), 200, "Wie mag wat?");
});

it("a token that nobody issued is refused, even where none is needed", async () => {
  for (const authorization of [`Bearer ${MARK}`, `Basic ${MARK}`, MARK]) {
    const answer = await site.ask("/api/partnership/municipalities", {
      headers: { authorization },
    });
    expectProblem(answer, 401, "unauthorized");
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
  }
});

it("nothing of what was sent stands in a log", () => {
  const logs = site.logs();
  for (const sent of [MARK, EMOJI, "etc/passwd", "Testdorp"]) expect(logs).not.toContain(sent);
});
