import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { AgendaView } from "./agenda.tsx";
import type { AgendaProps } from "./agenda.tsx";

const region = regionById("voorbeeldstreek");
const [house, testdorp] = region.municipalities;
const club = region.digiclubs[0]!;

const moment = (date: string, changes: Partial<Occurrence> = {}): Occurrence => ({
  id: asId("occ", `maandag.${date}`),
  series: asId("ser", "maandag"),
  digiclub: club.id,
  municipality: testdorp!.id,
  date: calendarDate(date),
  from: clockTime("10:00"),
  until: clockTime("12:30"),
  kind: "drop-in",
  title: "Digiclub",
  bring: [],
  themes: [],
  isWeekly: true,
  state: "planned",
  version: 1,
  sequence: 0,
  changedAt: 0,
  ...changes,
});

const props: AgendaProps = {
  region,
  occurrences: [moment("2026-11-23"), moment("2026-11-30")],
  now: { date: calendarDate("2026-11-23"), time: clockTime("12:30") },
  filter: {},
  period: { from: calendarDate("2026-11-23"), until: calendarDate("2026-12-20") },
  reach: { from: calendarDate("2025-01-06"), until: calendarDate("2027-05-22") },
  feedHref: "/agenda/feed.ics",
  clubsWithoutHours: [],
};
const read = (changes: Partial<AgendaProps> = {}) =>
  readHtml(<AgendaView {...props} {...changes} />);

describe("the agenda", () => {
  it("is a valid document: days under the count, moments under their day", async () => {
    const { faults, one, all } = await read();
    expect(faults).toEqual([]);
    expect(words(one("h1"))).toBe("Agenda");
    expect(words(one(".count"))).toBe("2 momenten");
    expect(all(".day h3").map(words)).toEqual(["maandag 23 november", "maandag 30 november"]);
    expect(words(all(".moment-time")[0]!)).toBe("10 tot 12.30 uur");
  });

  it("puts moments of one day under one heading", async () => {
    const { all } = await read({
      occurrences: [moment("2026-11-30"), moment("2026-11-30", { title: "Workshop" })],
    });
    expect(all(".day")).toHaveLength(1);
    expect(all(".moment")).toHaveLength(2);
  });

  it("says the months when there is more than one, each above its days", async () => {
    const { faults, all } = await read({
      occurrences: [moment("2026-11-30"), moment("2026-12-07"), moment("2027-01-04")],
    });
    expect(faults).toEqual([]);
    expect(all(".month-title").map(words)).toEqual(["November", "December", "Januari 2027"]);
    expect(all(".day h4")).toHaveLength(3);
  });

  it("tells what is over, what is off, and what comes every week", async () => {
    const { all } = await read({
      occurrences: [
        moment("2026-11-23"),
        moment("2026-11-30", { state: "cancelled" }),
        moment("2026-12-07", { isWeekly: false }),
      ],
    });
    expect(all(".moment-marks").map(words)).toEqual([
      "VoorbijElke maandag",
      "Gaat niet door",
      "Zonder afspraak",
    ]);
  });

  it("offers other days, a calendar, and says how to print", async () => {
    const { all, html } = await read({
      earlierHref: "/agenda?tot=2026-11-22",
      laterHref: "/agenda?van=2026-12-21",
    });
    expect(all(".turn a").map((link) => [words(link), attribute(link, "href")])).toEqual([
      ["Vroegere momenten", "/agenda?tot=2026-11-22"],
      ["Latere momenten", "/agenda?van=2026-12-21"],
    ]);
    expect(all('a[href="/agenda/feed.ics"]').map(words)).toEqual(["Zet in mijn agenda"]);
    expect(html).toContain("Ctrl en P");
  });

  it("names the Digiclubs whose hours nobody knows", async () => {
    const { all } = await read({ clubsWithoutHours: region.digiclubs });
    expect(all(".names li").map(words)).toEqual(region.digiclubs.map(({ name }) => name));
  });

  it("says what to do when there is nothing", async () => {
    const { faults, all, one } = await read({ occurrences: [], laterHref: "/agenda?van=2027" });
    expect(faults).toEqual([]);
    expect(words(one(".notice h2"))).toBe("Geen momenten in deze dagen");
    expect(all(".notice a").map((link) => attribute(link, "href"))).toEqual([
      "/agenda?van=2027",
      "/agenda",
      "tel:090000000",
    ]);
  });
});

describe("searching the agenda", () => {
  it("asks one thing first, and keeps the rest closed", async () => {
    const { one, all } = await read();
    expect(attribute(one("form"), "method")).toBe("get");
    expect(words(all("label")[0]!)).toBe("Gemeente of postcode");
    expect(all("details[open]")).toEqual([]);
    const names = (tag: string) => all(`form ${tag}`).map((field) => attribute(field, "name"));
    expect(names("input")).toEqual(["gemeente", "van", "tot"]);
    expect(names("select")).toEqual(["club", "thema", "soort"]);
  });

  it("shows what was chosen, each choice with a way to take it away", async () => {
    const { all, one } = await read({
      filter: { municipality: house, kind: "drop-in", from: calendarDate("2026-11-23") },
    });
    expect(attribute(one("#veld-gemeente"), "value")).toBe(house!.name);
    expect(words(one("option[selected]"))).toBe("Zonder afspraak");
    expect(all("details[open]")).toHaveLength(1);
    expect(all(".chip bdi").map(words)).toEqual([
      house!.name,
      "Zonder afspraak",
      "vanaf maandag 23 november",
    ]);
    expect(all(".chip").map((chip) => attribute(chip, "href").replaceAll("&amp;", "&"))).toEqual([
      "/agenda?soort=inloop&van=2026-11-23",
      "/agenda?gemeente=deinze&van=2026-11-23",
      "/agenda?gemeente=deinze&soort=inloop",
    ]);
  });

  it("gives back what it did not understand, with a sentence that leads to the field", async () => {
    const { faults, all, one } = await read({
      values: { gemeente: '"><script>alert(1)</script>', van: "31/02/2026" },
      errors: [
        { field: "gemeente", text: "Schrijf een gemeente uit onze streek." },
        { field: "van", text: "Die dag bestaat niet." },
      ],
    });
    expect(faults).toEqual([]);
    expect(all("script")).toEqual([]);
    expect(words(one("title"))).toMatch(/^Fout: Agenda/);
    const targets = all(".errors a").map((link) => one(attribute(link, "href")));
    expect(targets.map((field) => attribute(field, "name"))).toEqual(["gemeente", "van"]);
    expect(targets.map((field) => attribute(field, "aria-invalid"))).toEqual(["true", "true"]);
    expect(attribute(targets[1]!, "value")).toBe("31/02/2026");
    expect(all("details[open]")).toHaveLength(1);
  });
});

describe("text of other people in the agenda", () => {
  it.each(['<script>alert("x")</script>', "😀 & 'aanhaling'", "מידע דיגיטלי", "<b onload=x>"])(
    "stays text: %s",
    async (title) => {
      const { faults, all, one } = await read({
        occurrences: [moment("2026-11-30", { title, room: title })],
      });
      expect(faults).toEqual([]);
      expect(all("script, b")).toEqual([]);
      expect(words(one(".moment-title bdi"))).toBe(title.replaceAll("'", "'"));
    },
  );
});
