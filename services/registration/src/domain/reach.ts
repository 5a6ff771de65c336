import { accept } from "@digihulp/kernel";
import { lengthOf, oneLine } from "./clean-text.ts";
import { forbiddenIn } from "./forbidden-content.ts";
import { misunderstood, neededTextIssue } from "./issue.ts";
import type { QuestionName, Understood } from "./issue.ts";

/** How somebody wants to be reached: exactly one way, with what that way needs. */
export type Reach =
  | { readonly by: "phone"; readonly phone: string }
  | { readonly by: "email"; readonly email: string }
  | { readonly by: "post"; readonly address: string }
  | { readonly by: "somebody"; readonly relation: string; readonly phone: string }
  | { readonly by: "visit" };

export const REACHES = ["phone", "email", "somebody", "post", "visit"] as const;
export type ReachBy = Reach["by"];

export const isReachBy = (text: string): text is ReachBy => REACHES.some((known) => known === text);

/** What was typed about it; only what the chosen way needs is looked at. */
export type TypedReach = {
  readonly reachBy: string;
  /** The number or the address. */
  readonly reachAt: string;
  readonly relation: string;
};

const MOST_CHARACTERS = { relation: 60, phone: 40, email: 254, address: 200 } as const;
const PHONE = /^\+?[\d .\-/()]+$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/;

/** A telephone number as its digits, a Belgian one as it is dialled in Belgium: 0470000001. */
export const dialled = (phone: string): string =>
  phone
    .replace("(0)", "")
    .replaceAll(/[^\d+]/g, "")
    .replace(/^(?:\+32|0032)0?/, "0")
    .replace(/^00/, "+");

// A Belgian number has 9 or 10 digits (BIPT); a foreign one at most 15 (ITU-T E.164).
const isPhone = (text: string): boolean =>
  PHONE.test(text) && /^(?:0[1-9]\d{7,8}|\+[1-9]\d{6,14})$/.test(dialled(text));

function phoneTyped(typed: string, field: QuestionName): Understood<string> {
  const phone = oneLine(typed);
  if (phone === "") return misunderstood(field, "missing");
  const forbidden = forbiddenIn(phone);
  if (forbidden) return misunderstood(field, forbidden);
  return lengthOf(phone) <= MOST_CHARACTERS.phone && isPhone(phone)
    ? accept(phone)
    : misunderstood(field, "no-phone");
}

function emailTyped(typed: string): Understood<Reach> {
  const email = oneLine(typed);
  if (email === "") return misunderstood("reachAt", "missing");
  return lengthOf(email) <= MOST_CHARACTERS.email && EMAIL.test(email)
    ? accept({ by: "email", email })
    : misunderstood("reachAt", "no-email");
}

function addressTyped(typed: string): Understood<Reach> {
  const address = oneLine(typed);
  const why = neededTextIssue(address, MOST_CHARACTERS.address);
  return why ? misunderstood("reachAt", why) : accept({ by: "post", address });
}

function throughSomebody(typed: TypedReach): Understood<Reach> {
  const relation = oneLine(typed.relation);
  const phone = phoneTyped(typed.reachAt, "reachAt");
  const why = neededTextIssue(relation, MOST_CHARACTERS.relation);
  const issues = [
    ...(phone.ok ? [] : phone.refusal),
    ...(why ? [{ field: "relation", why } as const] : []),
  ];
  return phone.ok && issues.length === 0
    ? accept({ by: "somebody", relation, phone: phone.value })
    : { ok: false, refusal: issues };
}

/** How to reach somebody, from what was typed. */
export function reachTyped(typed: TypedReach): Understood<Reach> {
  const { reachBy, reachAt } = typed;
  if (reachBy === "") return misunderstood("reachBy", "missing");
  if (!isReachBy(reachBy)) return misunderstood("reachBy", "no-such-choice");
  switch (reachBy) {
    case "phone": {
      const phone = phoneTyped(reachAt, "reachAt");
      return phone.ok ? accept({ by: "phone", phone: phone.value }) : phone;
    }
    case "email":
      return emailTyped(reachAt);
    case "post":
      return addressTyped(reachAt);
    case "somebody":
      return throughSomebody(typed);
    case "visit":
      return accept({ by: "visit" });
    default:
      return reachBy satisfies never;
  }
}
