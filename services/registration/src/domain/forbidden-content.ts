import { isCardNumber, startsWithAccountNumber } from "./bank-number.ts";
import { isNationalNumber } from "./national-number.ts";

/** What nobody needs to help somebody, and what does harm when it is read by another. */
export const FORBIDDEN = [
  "national-number",
  "bank-card",
  "bank-account",
  "password",
  "pin-code",
] as const;
export type Forbidden = (typeof FORBIDDEN)[number];

// Digits with at most a space, dot, slash or hyphen between them. A plus starts a telephone number.
const RUN = /(?<![+\d])\d(?:[ .\-/\u00A0]{0,2}\d)*/g;
const ACCOUNT = /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/gi;
const LONGEST = 19;

const PIN =
  /\b(?:pin|puk)(?:[ -]?codes?)?(?:\s+(?:van|voor|op|bij)(?:\s+[\p{L}']+){1,3})?\s*(?:is|was|=|:|-)?\s*\d(?:[ .-]?\d){3,7}(?!\d)/iu;
const PASSWORD = /\b(?:wachtwoord|paswoord|passwoord|password|mot de passe)\b(.*)/giu;
// After a colon anything is a password; after "is" only what no sentence holds.
const TOLD = /^(?:\s+(?:van|voor|op|bij)(?:\s+[\p{L}']+){1,3})?\s*[:=]\s*\S{4,}/iu;
const SAID = /^(?:\s+[\p{L}']+){0,4}?\s+(?:is|was|luidt)\s+["'“‘]?(\S{4,})/iu;
const UNLIKE_A_WORD = /\p{L}[\d_@#$%&*+]|\d\p{L}|\p{Ll}\p{Lu}|\S[!@#$%&*+]\S/u;

/** Every stretch of whole groups of digits inside a run that is long enough to mean something. */
function* stretches(run: string): Generator<{ readonly digits: string; readonly first: string }> {
  const groups = run.split(/\D+/);
  for (let start = 0; start < groups.length; start += 1) {
    const first = groups[start] ?? "";
    let digits = "";
    for (let end = start; end < groups.length && digits.length <= LONGEST; end += 1) {
      digits += groups[end] ?? "";
      yield { digits, first };
    }
  }
}

// Cards are written in one piece or in fours; other stretches are telephone numbers side by side.
const isWrittenAsCard = (digits: string, first: string): boolean =>
  first.length === digits.length || first.length === 4;

function numberIn(text: string): Forbidden | undefined {
  for (const [run] of text.matchAll(RUN))
    for (const { digits, first } of stretches(run)) {
      if (isNationalNumber(digits)) return "national-number";
      if (isWrittenAsCard(digits, first) && isCardNumber(digits)) return "bank-card";
    }
  return undefined;
}

const holdsAccount = (text: string): boolean =>
  [...text.matchAll(ACCOUNT)].some(([found]) =>
    startsWithAccountNumber(found.replaceAll(/[ .-]/g, "")),
  );

const holdsPassword = (text: string): boolean =>
  [...text.matchAll(PASSWORD)].some(([, after = ""]) => {
    const [, word = ""] = SAID.exec(after) ?? [];
    return TOLD.test(after) || UNLIKE_A_WORD.test(word);
  });

/**
 * What a text holds that may not be kept, if anything: a national register number (modulo 97), the number
 * of a card (Luhn) or an account (modulo 97), a password or a PIN that is told rather than talked about.
 */
export function forbiddenIn(text: string): Forbidden | undefined {
  const number = numberIn(text);
  if (number) return number;
  if (holdsAccount(text)) return "bank-account";
  if (PIN.test(text)) return "pin-code";
  return holdsPassword(text) ? "password" : undefined;
}
