import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, picture } from "../support/browser.ts";

type Place = { readonly page: Page; readonly origin: string; readonly width: number };

/** What is filled in of somebody; a partner says also to whom, and that the person agrees. */
export type Typed = {
  readonly name: string;
  readonly phone: string;
  readonly words: string;
  readonly isReferral?: boolean;
};

/** Somebody who works with the portal, at one screen. */
export type Desk = {
  readonly page: Page;
  go(path: string): Promise<Response | null>;
  follow(link: string | RegExp): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  /** Clicks the button of a persona at the identity provider. */
  choose(persona: string): Promise<void>;
  fillIn(typed: Typed): Promise<void>;
  heading(): Promise<string>;
  textOf(selector: string): Promise<string>;
  /** Loads the page again until an event arrived; it fails after a while. */
  until(selector: string, text: string): Promise<void>;
  /** What must hold wherever somebody stands; keeps a picture of the step. */
  standsWell(step: string): Promise<void>;
};

/** Milliseconds after which something that is not there will not come. */
const SOON = 8000;

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The name of a button or link that says to who does not see its row what it is about. */
export const about = (label: string, whom: string): RegExp => new RegExp(`^${label} ?: ${whom}$`);

async function fillIn(page: Page, { name, phone, words, isReferral = false }: Typed) {
  if (isReferral) await page.getByLabel("Destelbergen", { exact: true }).check();
  await page.getByLabel("Naam", { exact: true }).fill(name);
  await page.getByLabel("Telefoon of gsm", { exact: true }).check();
  await page.getByLabel("Nummer, mailadres of adres", { exact: true }).fill(phone);
  await page.getByLabel("Waarover gaat het?", { exact: true }).selectOption("itsme");
  await page.getByLabel("De vraag", { exact: true }).fill(words);
  await page.getByLabel(/^De balie van mijn Digiclub mag/).check();
  if (isReferral) await page.getByLabel(/^Je mag mijn naam, mijn vraag/).check();
}

/** Sits somebody down at a screen. */
export function desk({ page, origin, width }: Place): Desk {
  page.setDefaultTimeout(SOON);
  const textOf = async (selector: string) =>
    plain(await page.locator(selector).first().innerText());
  return {
    page,
    go: (path) => page.goto(origin + path),
    follow: (name) => page.getByRole("link", { name, exact: true }).first().click(),
    press: (name) => page.getByRole("button", { name, exact: true }).first().click(),
    choose: (persona) => page.getByRole("button", { name: persona }).first().click(),
    fillIn: (typed) => fillIn(page, typed),
    heading: async () => plain(await page.getByRole("heading", { level: 1 }).innerText()),
    textOf,
    until: (selector, text) =>
      expect
        .poll(
          async () => {
            await page.reload();
            return textOf(selector);
          },
          { timeout: 20_000, interval: 500 },
        )
        .toContain(text),
    standsWell: async (step) => {
      await picture(page, `people-in-${step}-${width}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
  };
}
