import { asId, calendarDate } from "@digihulp/kernel";
import { organisationId, REGIONS } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import type { HttpResponse } from "@digihulp/web";
import { describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import type { Grant } from "../domain/grant.ts";
import { grantTexts } from "../locale/grants.ts";
import { signInTexts } from "../locale/sign-in.ts";
import { AccessView } from "./access.tsx";
import { onward } from "./onward.tsx";
import { PlaceView } from "./place.tsx";
import { DraftGoneView, ResumeView } from "./resume.tsx";
import { signInProblem } from "./sign-in-problem.tsx";

type Rendered = { readonly toString: () => unknown };
const page = ({ body }: HttpResponse): Rendered => ({ toString: () => body });
const today = calendarDate("2026-11-23");
const grant = (endedOn: Grant["endedOn"]): Grant => ({
  id: asId("grant", endedOn ? "0002" : "0001"),
  organisation: organisationId("vdab"),
  from: today,
  until: null,
  endedOn,
});
const KINDS = [
  "unknown-attempt",
  "other-browser",
  "issuer-refused",
  "not-trusted",
  "no-place",
] as const;

const views = (region: RegionDefinition): Record<string, Rendered> => ({
  ...Object.fromEntries(KINDS.map((kind) => [kind, page(signInProblem({ region, kind }))])),
  onward: page(onward({ region, href: "https://issuer.example/?a=1&b=2", title: "T", lead: "L" })),
  place: (
    <PlaceView
      region={region}
      places={[
        { group: "desk-x", label: "Balie van X" },
        { group: "partner-y", label: "Medewerker van Y" },
      ]}
      current="desk-x"
      to="/"
      draft={undefined}
      refused={signInTexts.place.refused["place-unknown"]}
    />
  ),
  resume: (
    <ResumeView
      region={region}
      path="/registratie/nieuw"
      fields={[
        ["thema", "a"],
        ["vraag", "b"],
      ]}
      place="Balie van X"
      otherPlace="/werkplek"
    />
  ),
  gone: <DraftGoneView region={region} home="/registratie" />,
  access: (
    <AccessView
      region={region}
      member={{ name: "Noor", label: "Beheerder van X", menu: [] }}
      grants={[grant(null), grant(today)]}
      today={today}
      formKey="key_1"
      typed={{ organisatie: "vdab", vanaf: "gisteren", tot: "" }}
      errors={[{ field: "vanaf", text: grantTexts.errors.vanaf }]}
      refusal="in-the-past"
    />
  ),
});

describe.each(REGIONS)("the pages for members of $name", (region) => {
  it.each(Object.entries(views(region)))(
    "%s is a valid document with one title",
    async (_, view) => {
      const { faults, one } = await readHtml(view);
      expect(faults).toEqual([]);
      expect(words(one("h1")).length).toBeGreaterThan(0);
    },
  );

  it.each(Object.entries(views(region)))("%s speaks in short sentences", async (_, view) => {
    const { all } = await readHtml(view);
    const sentences = all("main p, main li, main label")
      .flatMap((element) => words(element).split(/(?<=[.?!:])\s+/))
      .map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(15);
  });

  it.each(KINDS)("%s always has a way on", async (kind) => {
    const goal = { to: "/registratie?x=1", draft: undefined };
    const { all } = await readHtml(page(signInProblem({ region, kind, goal })));
    const links = all("main a").map((link) => attribute(link, "href"));
    expect(links).toContain("/aanmelden?naar=%2Fregistratie%3Fx%3D1");
  });
});

describe("the page that goes on to another site", () => {
  it("works in three ways: by itself, by a press, and by reading where it goes", async () => {
    const href = "https://issuer.example/?a=1&b=2";
    const answer = onward({ region: REGIONS[0]!, href, title: "T", lead: "L" });
    expect(answer.headers).toMatchObject({
      refresh: `0; url=${href}`,
      "cache-control": "no-store",
    });
    const { one } = await readHtml(page(answer));
    expect(attribute(one("main a"), "href")).toBe(href.replace("&", "&amp;"));
  });
});
