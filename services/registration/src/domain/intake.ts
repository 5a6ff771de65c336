import { accept, refuse } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { Theme, ThemeId } from "@digihulp/region";
import { manyLines, oneLine } from "./clean-text.ts";
import { CONSENTS } from "./consent.ts";
import type { ConsentId } from "./consent.ts";
import { misunderstood, neededTextIssue, textIssue } from "./issue.ts";
import type { Issue, Understood } from "./issue.ts";
import { isLanguage } from "@digihulp/kernel";
import type { Language } from "@digihulp/kernel";
import { reachTyped } from "./reach.ts";
import type { Reach, TypedReach } from "./reach.ts";

export const MOST_NAME = 120;
export const MOST_WORDS = 1000;
const OLDEST = 120;

/** The theme of who does not know what to call it. */
export const NOT_KNOWN = "not-known";
export type AskedTheme = ThemeId | typeof NOT_KNOWN;

/** What somebody asks: a theme of the region, and their own words. */
export type Wish = { readonly theme: AskedTheme; readonly words: string };
export type TypedWish = { readonly theme: string; readonly words: string };

/** A registration as it was understood. */
export type Intake = {
  readonly name: string;
  readonly reach: Reach;
  readonly language: Language;
  readonly birthYear?: number;
  readonly wish: Wish;
  readonly agreed: readonly ConsentId[];
};

export type TypedIntake = TypedReach &
  TypedWish & {
    readonly name: string;
    readonly language: string;
    readonly birthYear: string;
    readonly agreed: readonly string[];
  };

export type IntakeFacts = { readonly themes: readonly Theme[]; readonly today: CalendarDate };

function nameTyped(typed: string): Understood<string> {
  const name = oneLine(typed);
  const why = neededTextIssue(name, MOST_NAME);
  return why ? misunderstood("name", why) : accept(name);
}

function languageTyped(typed: string): Understood<Language> {
  if (isLanguage(typed)) return accept(typed);
  return misunderstood("language", typed === "" ? "missing" : "no-such-choice");
}

function birthYearTyped(typed: string, today: CalendarDate): Understood<number | undefined> {
  const text = oneLine(typed);
  if (text === "") return accept(undefined);
  const [year, now] = [Number(text), Number(today.slice(0, 4))];
  return /^\d{4}$/.test(text) && year >= now - OLDEST && year <= now
    ? accept(year)
    : misunderstood("birthYear", "no-year");
}

function themeTyped(typed: string, themes: readonly Theme[]): Understood<AskedTheme> {
  if (typed === NOT_KNOWN) return accept(NOT_KNOWN);
  const theme = themes.find(({ id }) => id === typed);
  if (theme) return accept(theme.id);
  return misunderstood("theme", typed === "" ? "missing" : "no-such-choice");
}

const issuesOf = (answers: readonly Understood<unknown>[]): Issue[] =>
  answers.flatMap((answer) => (answer.ok ? [] : answer.refusal));

/** What somebody asks, from what was typed; the words may be left out, the theme may be "not known". */
export function wishTyped(typed: TypedWish, themes: readonly Theme[]): Understood<Wish> {
  const theme = themeTyped(typed.theme, themes);
  const words = manyLines(typed.words);
  const why = textIssue(words, MOST_WORDS);
  const asked: Understood<string> = why ? misunderstood("words", why) : accept(words);
  return theme.ok && asked.ok
    ? accept({ theme: theme.value, words })
    : refuse(issuesOf([theme, asked]));
}

/** A whole registration, from what was typed; every answer that does not fit is named. */
export function intakeTyped(
  typed: TypedIntake,
  { themes, today }: IntakeFacts,
): Understood<Intake> {
  const name = nameTyped(typed.name);
  const reach = reachTyped(typed);
  const language = languageTyped(typed.language);
  const wish = wishTyped(typed, themes);
  const birthYear = birthYearTyped(typed.birthYear, today);
  if (!name.ok || !reach.ok || !language.ok || !wish.ok || !birthYear.ok)
    return refuse(issuesOf([name, reach, language, wish, birthYear]));
  return accept({
    name: name.value,
    reach: reach.value,
    language: language.value,
    ...(birthYear.value === undefined ? {} : { birthYear: birthYear.value }),
    wish: wish.value,
    agreed: CONSENTS.filter((consent) => typed.agreed.includes(consent)),
  });
}
