import { job } from "@digihulp/access";
import { eventFrom } from "@digihulp/events";
import { calendarDate } from "@digihulp/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { referralTold } from "../domain/referral-told.ts";
import {
  deskOf,
  organisationRows,
  partnerOf,
  region,
  scopeFor,
  socialWorkerOf,
} from "../testing/actors.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { siteOn, typed } from "../testing/site.ts";
import type { Send, SiteOn } from "../testing/site.ts";
import { projectReferral } from "../use-cases/project-referral.ts";

const FORM = "/registratie/toeleiden";
const LIST = "/registratie/toegeleid";
const vdab = partnerOf("vdab", ["destelbergen", "melle"]);
const asked = { ...typed, gemeente: "destelbergen", akkoord: ["may-refer", "may-call"] };

let on: SetUp;
let site: SiteOn;
let send: Send;
const refer = (changes = {}) => send("POST", FORM, { form: { ...asked, ...changes } });
const at = (location: string | undefined, as = send) => {
  const [path = "", query = ""] = (location ?? "").split("?");
  return as("GET", path, { query });
};

/** What the stream does: every event once more, in this order. */
async function project(events?: readonly Record<string, unknown>[]) {
  for (const row of events ?? (await on.rowsOf("event"))) {
    const told = referralTold(eventFrom(row), region);
    if (!told) continue;
    const resource = organisationRows(told.organisation);
    const scope = scopeFor(job("project"), { permission: "referral:project", resource });
    await projectReferral(on)(scope, told);
  }
}

beforeEach(async () => {
  on = await setUp();
  site = siteOn(on);
  send = site.as(vdab);
});

describe("the form to refer somebody", () => {
  it("offers the municipalities that gave a grant, and asks the person's yes", async () => {
    const page = await readHtml((await send("GET", FORM)).body);
    expect(page.all("fieldset")[0]!.querySelectorAll(".choice").map(words)).toEqual([
      "Destelbergen",
      "Melle",
    ]);
    expect(page.all("fieldset")[2]!.querySelectorAll(".choice").map(words)).toEqual([
      "Je mag mijn naam, mijn vraag en hoe je mij bereikt doorgeven aan de gemeente.",
      "Je mag mij bellen of een bericht sturen over mijn vraag.",
      "De balie van mijn Digiclub mag mijn vraag zien.",
    ]);
    expect(page.all("#veld-geboortejaar")).toEqual([]);
    expect(page.faults.filter((fault) => !fault.includes('"akkoord"'))).toEqual([]);
  });

  it("without any grant says whom to ask, and asks nothing", async () => {
    const yesterday = calendarDate("2026-11-22");
    for (const actor of [partnerOf("vdab", []), partnerOf("vdab", ["melle"], yesterday)]) {
      const page = await readHtml((await site.as(actor)("GET", FORM)).body);
      expect(words(page.one(".notice h2"))).toBe("Nog geen enkele gemeente gaf jullie toegang");
      expect(page.all("main form")).toEqual([]);
    }
  });

  it("names what is missing, a municipality and the person's yes too, and keeps the rest", async () => {
    const answer = await refer({ gemeente: "", akkoord: [], naam: "" });
    const page = await readHtml(answer.body);
    expect(answer.status).toBe(422);
    expect(page.all(".errors li").map(words)).toEqual([
      "Kies een gemeente.",
      "Schrijf de naam.",
      "Vraag eerst of je dit mag doorgeven. Mag het niet? Dan kan de persoon zelf langskomen.",
    ]);
    expect(words(page.one("textarea"))).toBe("Ik krijg itsme niet aan de praat.");
    expect(await on.fixture.rows()).toEqual([]);
  });

  it.each(["deinze", "nowhere"])("to %s, which gave no grant, is not there", async (gemeente) => {
    expect((await refer({ gemeente })).status).toBe(404);
    expect(await on.fixture.rows()).toEqual([]);
  });

  it("is not for a desk, a social worker or a visitor", async () => {
    for (const actor of [deskOf("destelbergen"), socialWorkerOf("destelbergen")])
      expect((await site.as(actor)("POST", FORM, { form: asked })).status).toBe(404);
  });
});

describe("somebody who is referred", () => {
  it("is seen by the referrer at once, by name and how it stands, and no more", async () => {
    const answer = await refer();
    expect(answer.status).toBe(303);
    const page = await readHtml((await at(answer.headers["location"])).body);
    expect(words(page.one("h1"))).toBe("Amina Benali");
    expect(words(page.one(".tag"))).toBe("Wacht");
    expect(page.html).not.toMatch(/0470|aan de praat|1979/);
    expect(page.faults).toEqual([]);
  });

  it("stands on the municipality's list; who referred them is not shown to anybody there", async () => {
    const emino = site.as(partnerOf("emino", ["destelbergen"]));
    expect((await emino("POST", FORM, { form: asked })).status).toBe(303);
    const file = await on.rowsOf("file");
    const path = `/registratie/persoon/${String(file[0]?.["pk"]).split("#").at(-1)}`;
    for (const actor of [deskOf("destelbergen"), socialWorkerOf("destelbergen")]) {
      const page = await site.as(actor)("GET", path);
      expect(page.status).toBe(200);
      expect(page.body).not.toMatch(/emino|doorgeven aan de gemeente|toegeleid/i);
    }
  });

  it("is never compared, before the referrer's eyes, with who is known there", async () => {
    const desk = site.as(deskOf("destelbergen"));
    await desk("POST", "/registratie/nieuw", { form: { ...typed, _sleutel: "key_desk" } });
    const answer = await refer();
    expect(answer.status).toBe(303);
    expect((await at(answer.headers["location"])).body).not.toContain("lijkt op");
  });

  it("sent twice is referred once", async () => {
    const answers = [await refer(), await refer()];
    expect(new Set(answers.map(({ headers }) => headers["location"])).size).toBe(1);
    expect(await on.rowsOf("question")).toHaveLength(1);
  });

  it("is not there for another partner, for an ended grant, or with a question of the desk", async () => {
    const location = (await refer()).headers["location"];
    const missing = await send("GET", `${LIST}/qst_01KBAAAAAAAAAAAAAAAAAAAAAA`);
    const yesterday = calendarDate("2026-11-22");
    for (const actor of [
      partnerOf("emino", ["destelbergen"]),
      partnerOf("vdab", ["destelbergen"], yesterday),
    ])
      expect(await at(location, site.as(actor))).toEqual(missing);
    const desk = site.as(deskOf("destelbergen"));
    const other = { ...typed, naam: "Hilde Maes", "bereik-hoe": "0470 00 00 02" };
    const theirs = await desk("POST", "/registratie/nieuw", { form: other });
    const person = theirs.headers["location"]?.split("/").at(-1);
    const question = (await on.rowsOf("question")).find((row) => row["person"] === person);
    const address = `${LIST}/${question?.["id"]}?gemeente=destelbergen&persoon=${person}`;
    expect(await at(address)).toEqual(missing);
    expect(missing.status).toBe(404);
  });
});

describe("the partner's list", () => {
  it("holds its own people over all municipalities, newest first, in two round trips", async () => {
    await refer();
    await refer({ gemeente: "melle", naam: "Bo Claes", _sleutel: "key_2" });
    await project();
    on.calls.length = 0;
    const page = await readHtml((await send("GET", LIST)).body);
    expect(page.all(".list-name").map(words)).toEqual(["Bo Claes", "Amina Benali"]);
    expect(on.calls).toEqual(["query", "loadOnly", "loadOnly"]);
    expect(page.faults).toEqual([]);
    expect((await on.rowsOf("referral")).map((row) => JSON.stringify(row)).join()).not.toMatch(
      /Amina|Claes|0470/,
    );
  });

  it("leads to each of them, in two round trips with the look that is written down", async () => {
    await refer();
    await project();
    const question = (await on.rowsOf("question"))[0]?.["id"];
    on.calls.length = 0;
    expect((await send("GET", `${LIST}/${question}`)).status).toBe(200);
    expect(on.calls).toEqual(["load", "load", "commit"]);
  });

  it("keeps neither name nor state of people in a municipality whose grant ended", async () => {
    await refer();
    await project();
    const ended = site.as(partnerOf("vdab", ["destelbergen"], calendarDate("2026-11-22")));
    const page = await readHtml((await ended("GET", LIST)).body);
    expect(page.all(".list-name").map(words)).toEqual(["Jullie toegang is gestopt"]);
    expect(page.html).not.toMatch(/Amina|Wacht\b/);
  });

  it("of another partner is its own: it has nobody of this one", async () => {
    await refer();
    await project();
    const other = site.as(partnerOf("emino", ["destelbergen"]));
    const page = await readHtml((await other("GET", LIST)).body);
    expect(words(page.one(".notice h2"))).toBe("Jullie leidden nog niemand toe");
  });

  it("comes out the same from the events in whatever order, and however often", async () => {
    await refer();
    const desk = site.as(deskOf("destelbergen"));
    const [row] = await on.rowsOf("question");
    const path = `/registratie/persoon/${row?.["person"]}/vraag/${row?.["id"]}/intrekken`;
    await desk("POST", path, { form: {} });
    const events = await on.rowsOf("event");
    const orders = [events, events.toReversed(), [...events, ...events], events.slice(-1)];
    for (const order of orders) {
      await project(order);
      await project();
      expect(await on.rowsOf("referral")).toMatchObject([{ state: "withdrawn", version: 2 }]);
    }
  });
});
