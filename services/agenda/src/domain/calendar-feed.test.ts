import { brusselsInstant, calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFeed } from "./calendar-feed.ts";
import { anOccurrence, aSeries } from "./examples.ts";
import type { Occurrence } from "./occurrence.ts";
import { planSeries } from "./plan-series.ts";

const places = regionById("leie-schelde");
const origin = "https://portaal.example";
const feedOf = (...occurrences: Occurrence[]) =>
  calendarFeed({ name: "Digistroom: agenda, alles gratis", origin, places, occurrences });
const parsed = (feed: string) => ICAL.Component.fromString(feed);
const eventOf = (occurrence: Occurrence) =>
  parsed(feedOf(occurrence)).getFirstSubcomponent("vevent")!;
const textOf = (occurrence: Occurrence, name: string) =>
  eventOf(occurrence).getFirstPropertyValue(name)?.toString();

describe("the calendar, read by another program", () => {
  const calendar = parsed(feedOf(anOccurrence()));
  const value = (name: string) => calendar.getFirstPropertyValue(name)?.toString();

  it("says its name to old and new readers, and how often to come back", () => {
    // ical.js does not know these two, so it hands over what is written.
    expect(value("name")).toBe(String.raw`Digistroom: agenda\, alles gratis`);
    expect(value("x-wr-calname")).toBe(String.raw`Digistroom: agenda\, alles gratis`);
    expect(value("refresh-interval")).toBe("PT6H");
    expect(value("x-wr-timezone")).toBe("Europe/Brussels");
  });

  it("invites nobody", () => {
    expect(calendar.hasProperty("method")).toBe(false);
    expect(feedOf(anOccurrence())).not.toMatch(/ORGANIZER|ATTENDEE/);
  });

  it("ends every line as the standard says", () => {
    expect(feedOf(anOccurrence()).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(feedOf(anOccurrence()).endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("is a calendar also when it holds no moment", () => {
    expect(parsed(feedOf()).getAllSubcomponents("vevent")).toEqual([]);
  });
});

describe("a moment, read by another program", () => {
  it("carries every field", () => {
    const event = eventOf(anOccurrence({ room: "zaal Leie" }));
    const text = (name: string) => event.getFirstPropertyValue(name)?.toString();
    expect({
      uid: text("uid"),
      summary: text("summary"),
      description: text("description"),
      location: text("location"),
      url: text("url"),
      categories: event.getFirstProperty("categories")?.getValues(),
      start: text("dtstart"),
      zone: event.getFirstProperty("dtstart")?.getParameter("tzid"),
      end: text("dtend"),
      stamp: text("dtstamp"),
      sequence: text("sequence"),
      status: text("status"),
      transparency: text("transp"),
    }).toEqual({
      uid: "occ_destelbergen-workshop.2023-09-26@leie-schelde.digihulp",
      summary: "Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
      description:
        "Je leert itsme installeren en gebruiken.\n\nBreng mee: EID-code, en/of bankkaartlezer en bankkaart.",
      location: "Bibliotheek Destelbergen (centrum), Destelbergen, zaal Leie",
      url: "https://portaal.example/agenda/moment/occ_destelbergen-workshop.2023-09-26",
      categories: ["itsme", "Mijn Burgerprofiel", "eBox"],
      start: "2023-09-26T16:30:00",
      zone: "Europe/Brussels",
      end: "2023-09-26T18:30:00",
      stamp: "2023-08-01T09:30:15Z",
      sequence: "0",
      status: "CONFIRMED",
      transparency: "TRANSPARENT",
    });
  });

  it("leaves out what there is nothing to say about", () => {
    const { about: _about, room: _room, ...rest } = anOccurrence({ bring: [], themes: [] });
    const event = eventOf(rest);
    expect(event.hasProperty("description")).toBe(false);
    expect(event.hasProperty("categories")).toBe(false);
    expect(event.getFirstPropertyValue("location")).toBe(
      "Bibliotheek Destelbergen (centrum), Destelbergen",
    );
  });

  it("stays to be seen when it is cancelled", () => {
    const cancelled = anOccurrence({ state: "cancelled" });
    expect(textOf(cancelled, "status")).toBe("CANCELLED");
    expect(textOf(cancelled, "summary")).toBe(
      "Gaat niet door: Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
    );
  });

  it("starts at the same instant for every reader, on each side of both changes of the clock", () => {
    const series = aSeries({
      rhythm: { every: "weeks", count: 1, weekdays: [6, 7] },
      start: calendarDate("2026-01-03"),
    });
    const horizon = { from: calendarDate("2026-01-01"), until: calendarDate("2028-12-31") };
    const occurrences = planSeries(series, { existing: new Set(), horizon, now: 0 });
    const calendar = parsed(feedOf(...occurrences));
    const instants = calendar
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event).startDate.toJSDate().getTime());
    expect(occurrences.map(({ date }) => date)).toContain("2026-03-29");
    expect(occurrences.map(({ date }) => date)).toContain("2026-10-25");
    expect(instants).toEqual(
      occurrences.map(({ date, from }) => brusselsInstant({ date, time: from })),
    );
  });

  it("starts at the right instant in the very hours around the changes", () => {
    const at = (date: string, from: string, until: string) => {
      const times = { from: clockTime(from), until: clockTime(until) };
      const event = new ICAL.Event(eventOf(anOccurrence({ date: calendarDate(date), ...times })));
      return [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
    };
    expect(at("2026-03-29", "01:30", "03:30")).toEqual([
      "2026-03-29T00:30:00.000Z",
      "2026-03-29T01:30:00.000Z",
    ]);
    expect(at("2026-10-25", "01:30", "03:30")).toEqual([
      "2026-10-24T23:30:00.000Z",
      "2026-10-25T02:30:00.000Z",
    ]);
  });
});

describe("a subscriber's calendar follows what changed", () => {
  const planned = anOccurrence();
  const moved = anOccurrence({
    date: calendarDate("2023-09-27"),
    version: 2,
    sequence: 1,
    changedAt: planned.changedAt + 60_000,
  });
  const renamed = anOccurrence({
    title: "Digiclub",
    version: 3,
    changedAt: planned.changedAt + 120_000,
  });

  it("a moved moment is the same moment, with a higher sequence and a later stamp", () => {
    expect(textOf(moved, "uid")).toBe(textOf(planned, "uid"));
    expect(textOf(moved, "sequence")).toBe("1");
    expect(textOf(moved, "dtstamp")).toBe("2023-08-01T09:31:15Z");
  });

  it("another title changes the stamp, not the sequence", () => {
    expect(textOf(renamed, "uid")).toBe(textOf(planned, "uid"));
    expect(textOf(renamed, "sequence")).toBe("0");
    expect(textOf(renamed, "dtstamp")).toBe("2023-08-01T09:32:15Z");
  });

  it("a feed in which nothing changed is the same to the byte, so it can be answered with 304", () => {
    expect(feedOf(planned, moved)).toBe(feedOf(planned, moved));
  });

  it("another host renames no moment", () => {
    const moved = calendarFeed({
      name: "x",
      origin: "http://localhost:3000/agenda?a=b",
      places,
      occurrences: [planned],
    });
    const event = parsed(moved).getFirstSubcomponent("vevent")!;
    expect(event.getFirstPropertyValue("uid")).toBe(textOf(planned, "uid"));
    expect(event.getFirstPropertyValue("url")).toBe(
      `http://localhost:3000/agenda/moment/${planned.id}`,
    );
  });
});
