import { inParallel } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { deskOf, partnerOf, socialWorkerOf } from "../testing/actors.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { siteOn, typed } from "../testing/site.ts";
import type { Send, Sent, SiteOn } from "../testing/site.ts";

const PATH = "/registratie/nieuw";
const desk = deskOf("destelbergen");

let on: SetUp;
let site: SiteOn;
let send: Send;
const post = (changes: NonNullable<Sent["form"]> = {}) =>
  send("POST", PATH, { form: { ...typed, ...changes } });
/** The value of an attribute as a browser reads it. */
const valueOf = (element: Parameters<typeof attribute>[0], name = "value") =>
  attribute(element, name)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
const values = async (body: string) =>
  Object.fromEntries(
    (await readHtml(body))
      .all('form.card input[type="text"]')
      .map((input) => [attribute(input, "name"), valueOf(input)]),
  );
// One name for several ticks is how a browser sends a list; the validator would have one per control.
const faultsOf = ({ faults }: Awaited<ReturnType<typeof readHtml>>) =>
  faults.filter((fault) => !fault.includes('Duplicate form control name "akkoord"'));
const errors = async (body: string) => (await readHtml(body)).all(".errors li").map(words);

beforeEach(async () => {
  on = await setUp();
  site = siteOn(on);
  send = site.as(desk);
});

describe("the form for somebody new", () => {
  it("asks little, in plain words, and is never kept by a browser or an edge", async () => {
    const answer = await send("GET", PATH);
    const page = await readHtml(answer.body);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(faultsOf(page)).toEqual([]);
    expect([...page.all("label[for]"), ...page.all("legend")].map(words)).toEqual([
      "Naam",
      "Nummer, mailadres of adres",
      "Via wie?",
      "Taal",
      "Waarover gaat het?",
      "De vraag",
      "Geboortejaar",
      "Hoe bereiken we deze persoon?",
      "Waar zegt de persoon ja op?",
    ]);
    expect(page.all('input[name="_sleutel"]')).toHaveLength(1);
  });

  it("offers every theme of the region, and not knowing it first", async () => {
    const page = await readHtml((await send("GET", PATH)).body);
    const themes = page.all("#veld-thema option").map(words);
    expect(themes.slice(0, 2)).toEqual(["Kies een onderwerp", "Weet het niet"]);
    expect(themes).toContain("itsme");
  });

  it("is not for partners or for who is not signed in", async () => {
    const partner = site.as(partnerOf("vdab", ["destelbergen"]));
    expect((await partner("GET", PATH)).status).toBe(404);
    const visitor = await site.as({ kind: "visitor" })("GET", PATH);
    expect([visitor.status, visitor.headers["location"]]).toEqual([
      303,
      "/aanmelden?naar=%2Fregistratie%2Fnieuw",
    ]);
  });

  it("begins with the name that was searched for, without complaining yet", async () => {
    const answer = await send("POST", PATH, { form: { begin: "ja", naam: "Luc D'Hondt" } });
    expect([answer.status, await errors(answer.body)]).toEqual([200, []]);
    expect(await values(answer.body)).toMatchObject({ naam: "Luc D'Hondt" });
  });
});

describe("somebody who is registered", () => {
  it("gets a page of their own, and waits", async () => {
    const answer = await post();
    expect(answer.status).toBe(303);
    const person = await readHtml((await send("GET", answer.headers["location"] ?? "")).body);
    expect(words(person.one("h1"))).toBe("Amina Benali");
    expect(faultsOf(person)).toEqual([]);
    expect(person.all(".tag").map(words)).toEqual(["Wacht"]);
  });

  it("once, whether the form is sent twice, at once or after going back", async () => {
    const answers = await inParallel(5, () => post());
    const again = await post();
    expect(new Set([...answers, again].map(({ headers }) => headers["location"])).size).toBe(1);
    expect(await on.rowsOf("card")).toHaveLength(1);
  });

  it.each(["Luc D'Hondt-van 't Hof", "أمينة بن علي", "Zoë 🙂", `<script>"&'</script>`])(
    "as %s keeps that name, letter for letter, and it never becomes markup",
    async (naam) => {
      const answer = await post({ naam });
      const page = await readHtml((await send("GET", answer.headers["location"] ?? "")).body);
      expect(words(page.one("h1"))).toBe(naam);
      expect(page.all("script")).toEqual([]);
      expect(faultsOf(page)).toEqual([]);
    },
  );

  it("without a single consent is helped all the same", async () => {
    expect((await post({ akkoord: [] })).status).toBe(303);
    expect(await on.rowsOf("file")).toMatchObject([{ agreed: [] }]);
  });
});

describe("a form that cannot be taken", () => {
  it("names everything that is missing, on top and at the question, in the same words", async () => {
    const answer = await send("POST", PATH, { form: { _sleutel: "key_7", taal: "" } });
    const page = await readHtml(answer.body);
    expect(answer.status).toBe(422);
    expect(faultsOf(page)).toEqual([]);
    expect(words(page.one("title"))).toMatch(/^Fout: Nieuwe persoon/);
    const summary = page.all(".errors a");
    expect(summary.map(words)).toEqual([
      "Schrijf de naam.",
      "Kies hoe we deze persoon bereiken.",
      "Kies een taal.",
      "Kies waarover het gaat. ‘Weet het niet’ mag ook.",
    ]);
    for (const link of summary) {
      expect(page.all(attribute(link, "href"))).toHaveLength(1);
      expect(page.all(".field-error").map(words)).toContain(`Fout: ${words(link)}`);
    }
    expect(attribute(page.one('input[name="_sleutel"]'), "value")).toBe("key_7");
  });

  it("keeps everything that was typed, also what is far too long", async () => {
    const vraag = "lang ".repeat(20_000);
    const answer = await post({ vraag, naam: "An <b>Maes</b>", "bereik-wie": "zoon & co" });
    const page = await readHtml(answer.body);
    expect(answer.status).toBe(422);
    expect(await errors(answer.body)).toEqual(["Maak de vraag korter: hoogstens 1.000 tekens."]);
    expect(answer.body).toContain(vraag);
    expect(await values(answer.body)).toMatchObject({
      naam: "An <b>Maes</b>",
      "bereik-hoe": "0470 00 00 01",
      "bereik-wie": "zoon & co",
    });
    expect(page.all("input[checked]").map((input) => attribute(input, "value"))).toEqual([
      "phone",
      "may-call",
      "desk-may-see",
    ]);
    expect(page.all("option[selected]").map((option) => attribute(option, "value"))).toEqual([
      "ar",
      "itsme",
    ]);
  });

  it("says why a national number, a card, a password or a PIN is not kept", async () => {
    const texts = await Promise.all(
      ["83.03.02-015.40", "4111 1111 1111 1111", "wachtwoord: poes", "pincode 1234"].map(
        async (vraag) => errors((await post({ vraag })).body),
      ),
    );
    expect(texts.flat()).toEqual([
      "Dit lijkt een rijksregisternummer. Haal het weg: we bewaren het niet.",
      "Dit lijkt het nummer van een bankkaart. Haal het weg: we bewaren het niet.",
      "Dit lijkt een wachtwoord. Haal het weg: alleen de persoon mag het kennen.",
      "Dit lijkt een pincode. Haal ze weg: alleen de persoon mag ze kennen.",
    ]);
    expect(await on.fixture.rows()).toEqual([]);
  });
});

describe("somebody who may be known already", () => {
  const twin = { naam: "benali amina", _sleutel: "key_2" };

  it("is shown with what tells people apart, and nothing is written", async () => {
    await post();
    const before = await on.fixture.rows();
    const answer = await post(twin);
    const page = await readHtml(answer.body);
    expect(answer.status).toBe(409);
    expect(faultsOf(page)).toEqual([]);
    expect(words(page.one(".card h2"))).toBe("Is het een van deze mensen?");
    expect(page.all(".list-words p").map(words)).toEqual([
      "Amina Benali",
      "geboren in 1979, Arabisch",
      "0470 00 00 01",
    ]);
    expect(await on.fixture.rows()).toEqual(before);
  });

  /** Presses the button with these words, as a browser without JavaScript would. */
  async function press(body: string, label: string) {
    const page = await readHtml(body);
    const form = page.all("form").find((one) => words(one).startsWith(label))!;
    const inputs = form.querySelectorAll("input");
    const fields: Record<string, string[]> = {};
    for (const input of inputs) (fields[attribute(input, "name")] ??= []).push(valueOf(input));
    return send("POST", attribute(form, "action"), { form: fields });
  }

  it("is registered after ‘Nee, iemand anders’", async () => {
    await post();
    const answer = await press((await post(twin)).body, "Nee, iemand anders");
    expect(answer.status).toBe(303);
    expect(await on.rowsOf("card")).toHaveLength(2);
    const page = await readHtml((await send("GET", answer.headers["location"] ?? "")).body);
    expect(words(page.one(".notice h2"))).toBe("Let op: lijkt op iemand anders");
  });

  it("gets the question added after ‘Ja, deze persoon’", async () => {
    await post();
    const answer = await press((await post({ ...twin, thema: "ebox" })).body, "Ja, deze persoon");
    expect(answer.status).toBe(303);
    expect([await on.rowsOf("card"), await on.rowsOf("question")]).toMatchObject([
      { length: 1 },
      { length: 2 },
    ]);
  });

  it("is not registered by pressing the form's own button again", async () => {
    await post();
    await post(twin);
    expect((await post(twin)).status).toBe(409);
    expect(await on.rowsOf("card")).toHaveLength(1);
  });
});

describe("a form whose key was used for something else", () => {
  it("is refused in plain words, keeps what was typed, and can be sent again with a new key", async () => {
    await post();
    const answer = await post({ naam: "Hilde Maes", "bereik-hoe": "0470 00 00 02" });
    const page = await readHtml(answer.body);
    expect([answer.status, words(page.one(".notice h2"))]).toEqual([
      409,
      "Dit formulier was al gebruikt",
    ]);
    expect(await values(answer.body)).toMatchObject({ naam: "Hilde Maes" });
    const key = attribute(page.one('input[name="_sleutel"]'), "value");
    expect(key).not.toBe("key_1");
  });
});

it("a social worker registers too, and is told so; the desk is not told who did", async () => {
  const answer = await site.as(socialWorkerOf("destelbergen"))("POST", PATH, { form: typed });
  const path = answer.headers["location"] ?? "";
  const said = "Jij schreef deze persoon in.";
  expect((await site.as(socialWorkerOf("destelbergen"))("GET", path)).body).toContain(said);
  for (const other of [desk, socialWorkerOf("destelbergen", "social-2")])
    expect((await site.as(other)("GET", path)).body).not.toMatch(/Jij schreef|social/);
});

it("somebody who loses every race is told so, and loses nothing that was typed", async () => {
  const busy = siteOn({
    ...on,
    table: {
      within: (scope) => ({
        ...on.table.within(scope),
        commit: () => Promise.resolve({ kind: "contention" }),
      }),
    },
  });
  const answer = await busy.as(desk)("POST", PATH, { form: typed });
  const page = await readHtml(answer.body);
  expect([answer.status, words(page.one(".notice h2"))]).toEqual([
    409,
    "Iemand anders was net sneller",
  ]);
  expect(await values(answer.body)).toMatchObject({ naam: "Amina Benali" });
  expect(attribute(page.one('input[name="_sleutel"]'), "value")).toBe("key_1");
});
