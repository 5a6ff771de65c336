import ICAL from "ical.js";
import { addDays, calendarDate, weekday } from "@digihulp/kernel";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Answered } from "../support/ask.ts";
import { startSite, TODAY, type Site } from "../support/site.ts";

let site: Site;

beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly") });
});

afterAll(async () => {
  await site?.stop();
});

type Moment = { start: string; end: string; summary: string; description: string; place: string };

/** The moments of a feed, as another program reads them. */
async function moments(query: Readonly<Record<string, string>> = {}): Promise<Moment[]> {
  const answer = await site.ask(`/agenda/feed.ics?${new URLSearchParams(query).toString()}`);
  expect([answer.status, answer.type]).toEqual([200, "text/calendar"]);
  const calendar = new ICAL.Component(ICAL.parse(answer.text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      description: event.description,
      place: event.location,
    };
  });
}

const daysOf = (found: readonly Moment[]): string[] => found.map(({ start }) => start.slice(0, 10));

function fridays(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = calendarDate(from); day <= until; day = addDays(day, 1))
    if (weekday(day) === 5) days.push(day);
  return days;
}

const LIBRARY = "destelbergen-bibliotheek";
const FLYER = ["2023-06-27", "2023-08-29", "2023-09-26", "2023-10-31"];
const year2023 = { from: "2023-01-01", until: "2023-12-31" };

describe("the flyer of 2023 in the feed", () => {
  it("has the library's four dates, on the hour that the flyer says", async () => {
    const found = await moments({ digiclub: LIBRARY, ...year2023 });
    expect(daysOf(found)).toEqual(FLYER);
    for (const { start, end, place } of found) {
      expect([start.slice(11), end.slice(11)]).toEqual(["16:30:00", "18:30:00"]);
      expect(place).toBe("Bibliotheek Destelbergen (centrum), Destelbergen");
    }
  });

  it("says what to bring to the workshop of September", async () => {
    const [workshop] = await moments({ digiclub: LIBRARY, theme: "itsme", ...year2023 });
    expect(workshop).toMatchObject({
      start: "2023-09-26T16:30:00",
      summary: "Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
    });
    expect(workshop?.description).toContain("Je leert itsme installeren en gebruiken.");
    expect(workshop?.description).toContain(
      "Breng mee: EID-code (code van de identiteitskaart), en/of bankkaartlezer en bankkaart.",
    );
  });

  it("leaves out July", async () => {
    const july = { from: "2023-07-01", until: "2023-07-31" };
    expect(await moments({ digiclub: LIBRARY, ...july })).toEqual([]);
  });

  it("has every Friday in de Reinaert since the flyer's month", async () => {
    const found = await moments({ digiclub: "destelbergen-reinaert", ...year2023 });
    expect(daysOf(found)).toEqual(fridays("2023-06-02", "2023-12-31"));
    expect(new Set(found.map(({ place }) => place))).toEqual(
      new Set(["Lokaal Dienstencentrum de Reinaert, Destelbergen, cafetaria"]),
    );
  });
});

describe("a subscription without a choice", () => {
  it("reaches from sixty days back to a hundred and eighty ahead", async () => {
    const today = calendarDate(TODAY);
    const days = daysOf(await moments());
    expect(days).toEqual(fridays(addDays(today, -60), addDays(today, 180)));
    expect(days).toContain("2026-11-20");
    expect(days).toContain("2026-11-27");
  });

  it("holds the time zone, and no moment twice", async () => {
    const { text } = await site.ask("/agenda/feed.ics");
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = calendar.getFirstSubcomponent("vtimezone");
    expect(zone?.getFirstPropertyValue("tzid")).toBe("Europe/Brussels");
    const events = calendar.getAllSubcomponents("vevent");
    const ids = events.map((event) => String(event.getFirstPropertyValue("uid")));
    expect(new Set(ids).size).toBe(ids.length);
    // Brussels is an hour ahead of Greenwich in winter, two in summer.
    const hours = events.map(
      (event) => new ICAL.Event(event).startDate.convertToZone(ICAL.Timezone.utcTimezone).hour,
    );
    expect(new Set(hours)).toEqual(new Set([12, 13]));
  });
});

describe("a choice", () => {
  it.each<[string, Record<string, string>, number]>([
    ["a municipality", { municipality: "destelbergen" }, 4 + 31],
    ["a municipality without moments", { municipality: "deinze" }, 0],
    ["a Digiclub", { digiclub: LIBRARY }, 4],
    ["a theme", { theme: "ebox" }, 1],
    ["a Digiclub and a theme that it did not have", { digiclub: LIBRARY, theme: "phishing" }, 0],
    ["a Digiclub of another municipality", { digiclub: LIBRARY, municipality: "deinze" }, 0],
  ])("of %s narrows the feed", async (_, filter, count) => {
    expect(await moments({ ...filter, ...year2023 })).toHaveLength(count);
  });

  it("of a first or a last day takes that day along", async () => {
    const from = daysOf(await moments({ from: "2026-11-27" }));
    expect([from[0], from.at(-1)]).toEqual(["2026-11-27", "2027-05-21"]);
    const until = daysOf(await moments({ until: "2026-11-27" }));
    expect([until[0], until.at(-1)]).toEqual(["2026-10-02", "2026-11-27"]);
    expect(daysOf(await moments({ from: "2026-11-27", until: "2026-11-27" }))).toEqual([
      "2026-11-27",
    ]);
  });

  it.each([
    ["municipality", { municipality: "testdorp" }],
    ["digiclub", { digiclub: "nergens" }],
    ["theme", { theme: "nergens" }],
    ["from", { from: "2026-02-30" }],
    ["until", { until: "27/11/2026" }],
    ["until", { from: "2026-11-27", until: "2026-11-26" }],
    ["until", { from: "2020-01-01", until: "2026-01-01" }],
    ["from", { from: "1999-12-31" }],
  ])("that cannot be made names %s as the field that does not fit", async (field, query) => {
    const answer = await site.ask(`/agenda/feed.ics?${new URLSearchParams(query).toString()}`);
    expect([answer.status, answer.type]).toEqual([422, "application/problem+json"]);
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 422,
      issues: [{ field, message: expect.stringMatching(/^[A-Z].*\.$/) }],
    });
  });

  it("names every field that does not fit, whatever is wrong with it", async () => {
    const { text } = await site.ask("/agenda/feed.ics?theme=nergens&municipality=x&from=gisteren");
    const { issues } = JSON.parse(text);
    const fields = issues.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(["from", "municipality", "theme"]);
  });
});

describe("a calendar that asks again", () => {
  const tagOf = ({ headers }: Answered): string => String(headers["etag"]);

  it("hears that nothing changed", async () => {
    const first = await site.ask("/agenda/feed.ics");
    const again = await site.ask("/agenda/feed.ics", {
      headers: { "if-none-match": tagOf(first) },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect(tagOf(again)).toBe(tagOf(first));
    const packed = { "accept-encoding": "gzip", "if-none-match": tagOf(first) };
    expect((await site.ask("/agenda/feed.ics", { headers: packed })).status).toBe(304);
  });

  it("gets the feed when it has another one", async () => {
    const headers = { "if-none-match": '"iets-anders"' };
    expect((await site.ask("/agenda/feed.ics", { headers })).status).toBe(200);
    const [all, one] = [
      await site.ask("/agenda/feed.ics"),
      await site.ask("/agenda/feed.ics?theme=ebox"),
    ];
    expect(tagOf(all)).not.toBe(tagOf(one));
  });

  it("may ask for the headers alone", async () => {
    const path = "/agenda/feed.ics?municipality=zulte";
    const head = await site.ask(path, { method: "HEAD" });
    const get = await site.ask(path);
    expect([head.status, head.type, head.text]).toEqual([200, "text/calendar", ""]);
    expect(tagOf(head)).toBe(tagOf(get));
    expect(get.text).toContain("BEGIN:VCALENDAR");
  });
});
