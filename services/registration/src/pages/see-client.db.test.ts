import { job } from "@digihulp/access";
import { beforeEach, describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { questionId } from "../domain/ids.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { Step } from "../domain/question.ts";
import { deskOf, NOW, partnerOf, scopeFor, socialWorkerOf, tenantRows } from "../testing/actors.ts";
import { intake, moment, step } from "../testing/people.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { siteOn } from "../testing/site.ts";
import type { Send, SiteOn } from "../testing/site.ts";
import { followQuestion } from "../use-cases/follow-question.ts";
import { registerClient } from "../use-cases/register-client.ts";

const desk = deskOf("destelbergen");
const resource = tenantRows("destelbergen");
const scope = scopeFor(desk, { permission: "client:register", resource });
const follower = scopeFor(job("follow-question"), { permission: "question:follow", resource });

let on: SetUp;
let site: SiteOn;
let send: Send;
let person: PersonId;
let question: QuestionId;
let path: string;

async function known(changes = {}) {
  const command = { actor: desk, intake: intake(changes), notSameAs: [] };
  const registered = await registerClient(on)(scope, command);
  if (!registered.ok) throw new Error(registered.refusal.kind);
  ({ person, question } = registered.value);
  path = `/registratie/persoon/${person}`;
}
const tell = (told: Step) => followQuestion(on)(follower, { person, question, step: told });
const show = async (as = send) => readHtml((await as("GET", path)).body);

beforeEach(async () => {
  on = await setUp();
  site = siteOn(on);
  send = site.as(desk);
  await known();
});

describe("the page of a person", () => {
  it("says how to reach them, what they ask and what they agreed to", async () => {
    const page = await show();
    expect(page.faults).toEqual([]);
    expect(page.all("h1, h2").map(words)).toEqual([
      "Amina Benali",
      "Vragen",
      "Nog een vraag",
      "Wat er al gebeurde",
      "Wat deze persoon goedvindt",
    ]);
    expect(page.all(".facts-line dd").map(words)).toEqual([
      "0470 00 00 01",
      "mag",
      "Arabisch",
      "1979",
      "maandag 23 november",
    ]);
    expect(page.all(".card .hint").map(words)).toContain("Ik krijg itsme niet aan de praat.");
    expect(page.all(".list-end strong").map(words)).toEqual(["ja", "ja"]);
  });

  it("lets the desk plan the question in, with the question in the address", async () => {
    const page = await show();
    const hrefs = page.all("a").map((link) => attribute(link, "href").replace("&amp;", "&"));
    expect(hrefs).toContain(`/agenda/inplannen?persoon=${person}&vraag=${question}`);
  });

  it("tells what happened, newest first, and where the person is expected", async () => {
    await tell(step("booking-made", NOW + 86_400_000));
    await tell(step("client-absent", NOW + 2 * 86_400_000));
    await tell(step("booking-made", NOW + 3 * 86_400_000, 2));
    const page = await show();
    expect(page.all(".card")[2]!.querySelectorAll(".list-name").map(words)).toEqual([
      "Ingepland",
      "Kwam niet. De vraag wacht opnieuw.",
      "Ingepland",
      "Vroeg hulp: itsme",
    ]);
    expect(page.all(".tag").map(words)).toEqual(["Ingepland"]);
    expect(page.all(`a[href="/agenda/moment/${moment(2)}"]`)).toHaveLength(1);
    expect(page.faults).toEqual([]);
  });

  it("takes two round trips: the person, then the look that is written down", async () => {
    on.calls.length = 0;
    await show();
    expect(on.calls).toEqual(["query", "commit"]);
    const looks = (await on.rowsOf("event")).filter(({ name }) => name === "client-seen");
    expect(looks).toMatchObject([{ subject: person, actor: { id: "desk-1" }, detail: {} }]);
  });

  it.each([
    ["somebody else's municipality", () => site.as(deskOf("deinze"))("GET", path)],
    ["a partner with a grant", () => site.as(partnerOf("vdab", ["destelbergen"]))("GET", path)],
    ["an id that nobody has", () => send("GET", "/registratie/persoon/per_NOBODY")],
    ["something that is no id", () => send("GET", "/registratie/persoon/amina")],
  ])("for %s is not there, and that always looks the same", async (_, asked) => {
    const missing = await send("GET", "/registratie/persoon/per_MISSING");
    expect(await asked()).toEqual(missing);
    expect(missing.status).toBe(404);
  });
});

describe("what a person keeps to themselves", () => {
  it("the desk does not read the words of who did not agree to that; the social worker does", async () => {
    await known({ name: "Hilde Maes", reach: { by: "visit" }, agreed: [] });
    const asDesk = await show();
    expect(asDesk.html).not.toContain("aan de praat");
    expect(asDesk.html).toContain("Deze persoon vertelt de vraag liever zelf.");
    const asSocialWorker = await show(site.as(socialWorkerOf("destelbergen")));
    expect(asSocialWorker.html).toContain("aan de praat");
  });

  it("who does not like to be called has no number to press", async () => {
    await known({ name: "Hilde Maes", reach: { by: "phone", phone: "0470 00 00 02" }, agreed: [] });
    const page = await show();
    expect(page.html).not.toContain('href="tel:');
    expect(page.all(".facts-line dd").map(words)).toContain("liever niet");
  });
});

describe("another question", () => {
  const ask = (form: Record<string, string>) =>
    send("POST", `${path}/vraag`, { form: { _sleutel: "key_1", ...form } });

  it("waits beside the first one, once, however often it is sent", async () => {
    for (const _ of [1, 2]) {
      const answer = await ask({ thema: "ebox", vraag: "Een brief." });
      expect([answer.status, answer.headers["location"]]).toEqual([303, path]);
    }
    expect((await show()).all(".tag").map(words)).toEqual(["Wacht", "Wacht"]);
  });

  it("that says too much is kept in the form, with why", async () => {
    const answer = await ask({ thema: "ebox", vraag: "pincode 1234" });
    const page = await readHtml(answer.body);
    expect(answer.status).toBe(422);
    expect(page.all(".errors li").map(words)).toEqual([
      "Dit lijkt een pincode. Haal ze weg: alleen de persoon mag ze kennen.",
    ]);
    expect(words(page.one("textarea"))).toBe("pincode 1234");
    expect(page.faults).toEqual([]);
  });

  it("of nobody is not there", async () => {
    const form = { thema: "ebox", _sleutel: "key_1" };
    const nobody = "/registratie/persoon/per_NOBODY/vraag";
    expect((await send("POST", nobody, { form })).status).toBe(404);
    expect((await send("POST", nobody, { form: { thema: "" } })).status).toBe(404);
  });
});

describe("a question that needs no more help", () => {
  const withdraw = (id: QuestionId = question) =>
    send("POST", `${path}/vraag/${id}/intrekken`, { form: { _sleutel: "key_1" } });

  it("leaves the list", async () => {
    expect((await withdraw()).status).toBe(303);
    expect((await show()).all(".tag").map(words)).toEqual(["Niet meer nodig"]);
  });

  it("is refused in plain words once the person has a place", async () => {
    await tell(step("booking-made", NOW));
    const answer = await withdraw();
    const page = await readHtml(answer.body);
    expect([answer.status, words(page.one(".notice h2"))]).toEqual([
      409,
      "Deze vraag wacht niet meer",
    ]);
    expect(page.faults).toEqual([]);
  });

  it("that nobody asked is not there", async () => {
    expect((await withdraw(questionId("qst_01KBAAAAAAAAAAAAAAAAAAAAAA"))).status).toBe(404);
  });
});
