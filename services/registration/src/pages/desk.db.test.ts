import { beforeEach, describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { askedAt, questionId } from "../domain/ids.ts";
import { deskOf, partnerOf, socialWorkerOf } from "../testing/actors.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { siteOn, typed } from "../testing/site.ts";
import type { Send } from "../testing/site.ts";

const desk = deskOf("destelbergen");

let on: SetUp;
let send: Send;
async function register(naam: string, changes = {}): Promise<string> {
  const form = { ...typed, naam, "bereik-hoe": "", bereik: "visit", _sleutel: naam, ...changes };
  const answer = await send("POST", "/registratie/nieuw", { form });
  if (answer.status !== 303) throw new Error(`${naam}: ${answer.status}`);
  return answer.headers["location"] ?? "";
}
const home = async (as = send) => readHtml((await as("GET", "/registratie")).body);
const search = async (zoek: string) => {
  const answer = await send("POST", "/registratie", { form: { zoek } });
  return { answer, page: await readHtml(answer.body) };
};
const names = ({ all }: Awaited<ReturnType<typeof home>>, card: number) =>
  all(".card")[card]!.querySelectorAll(".list-name").map(words);

beforeEach(async () => {
  on = await setUp();
  send = siteOn(on).as(desk);
});

describe("the desk home", () => {
  it("greets, asks one question that has the focus, and says who waits", async () => {
    const page = await home();
    expect(page.faults).toEqual([]);
    expect(page.all("h1, h2").map(words)).toEqual([
      "Goeiemorgen, Lien",
      "Wie staat er voor je?",
      "Wachtlijst",
    ]);
    expect(attribute(page.one("input[autofocus]"), "name")).toBe("zoek");
    expect(words(page.one(".card .hint"))).toBe("Niemand wacht. Goed gedaan.");
  });

  it("shows who waits longest, five at most, each one press from a place in the agenda", async () => {
    for (const name of ["Een", "Twee", "Drie", "Vier", "Vijf", "Zes"]) await register(name);
    const page = await home();
    expect(names(page, 0)).toEqual(["Een", "Twee", "Drie", "Vier", "Vijf"]);
    expect(words(page.one(".card-title a"))).toBe("Hele lijst");
    const [plan] = page.all(".list-end a");
    expect(words(plan!)).toBe("Plan in: Een");
    expect(attribute(plan!, "href")).toMatch(
      /^\/agenda\/inplannen\?persoon=per_\w{26}&(amp;)?vraag=qst_\w{26}$/,
    );
    expect(page.faults).toEqual([]);
  });

  it("takes two round trips, and none of them reads anybody's file", async () => {
    await register("Een");
    on.calls.length = 0;
    await home();
    expect(on.calls).toEqual(["query", "loadOnly"]);
  });

  it("offers a social worker no place in the agenda, which they may not give", async () => {
    await register("Een");
    const page = await home(siteOn(on).as(socialWorkerOf("destelbergen")));
    expect(names(page, 0)).toEqual(["Een"]);
    expect(page.html).not.toContain('href="/agenda');
  });

  it("of another municipality knows nobody of this one, and is for nobody else", async () => {
    await register("Een");
    expect(names(await home(siteOn(on).as(deskOf("deinze"))), 0)).toEqual([]);
    const partner = siteOn(on).as(partnerOf("vdab", ["destelbergen"]));
    expect((await partner("GET", "/registratie")).status).toBe(404);
  });
});

describe("the search", () => {
  beforeEach(async () => {
    await register("Jan van de Velde", { geboortejaar: "1950" });
    await register("An Maes", { bereik: "phone", "bereik-hoe": "0470 00 00 07" });
  });

  it.each([
    ["vandevelde jan", "Jan van de Velde"],
    ["+32 470 00 00 07", "An Maes"],
  ])("for %s finds %s, with what tells people apart", async (zoek, name) => {
    const { answer, page } = await search(zoek);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(words(page.all(".card h2")[0]!)).toBe("We vinden 1 persoon");
    expect(names(page, 0)).toEqual([name]);
    expect(page.faults).toEqual([]);
  });

  it("takes two round trips", async () => {
    on.calls.length = 0;
    await search("jan");
    expect(on.calls.toSorted()).toEqual(["load", "loadOnly", "query", "query"]);
  });

  it("for nobody offers a new person with that name, and puts no name in an address", async () => {
    const { page } = await search("Luc D'Hondt");
    expect(words(page.all(".card h2")[0]!)).toBe("We vinden niemand met die naam");
    const form = page.all("form").find((one) => words(one).startsWith("Nieuwe persoon"))!;
    expect([attribute(form, "action"), attribute(form, "method")]).toEqual([
      "/registratie/nieuw",
      "post",
    ]);
    expect(page.html).not.toMatch(/(href|action)="[^"]*Hondt/);
    expect(page.faults).toEqual([]);
  });

  it.each(["", "  ", "12", "x".repeat(130)])(
    "for %j asks for something to search",
    async (zoek) => {
      const { answer, page } = await search(zoek);
      expect(answer.status).toBe(422);
      expect(page.all(".errors li")).toHaveLength(1);
      expect(attribute(page.one("#veld-zoek"), "value").trim()).toBe(zoek.trim());
      expect(page.faults).toEqual([]);
    },
  );
});

describe("the whole waiting list", () => {
  it("goes on after fifty people, and nobody is lost or shown twice", async () => {
    for (let at = 0; at < 53; at += 1) await register(`Persoon ${at}`);
    const first = await readHtml((await send("GET", "/registratie/wachtlijst")).body);
    expect(names(first, 0)).toHaveLength(50);
    const [path, query] = attribute(first.one('a[rel="next"]'), "href").split("?");
    const second = await readHtml((await send("GET", path!, { query: query! })).body);
    expect(names(second, 0)).toEqual(["Persoon 50", "Persoon 51", "Persoon 52"]);
    expect([...first.faults, ...second.faults]).toEqual([]);
    expect(words(second.all(".card a").at(-1)!)).toBe("Terug naar het begin van de lijst");
  });

  it("says so of an address that names no question", async () => {
    const answer = await send("GET", "/registratie/wachtlijst", { query: "na=qst_1" });
    expect(answer.status).toBe(404);
  });
});

it("a question's place in the list is in its id", async () => {
  await register("Een");
  const [row] = await on.rowsOf("question");
  expect(row?.["createdAt"]).toBe(askedAt(questionId(String(row?.["id"]))));
});
