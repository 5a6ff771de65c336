import { randomBytes } from "node:crypto";
import type { Brand } from "./brand.ts";

/** An identifier whose prefix says what it names, for example `ser_01J...`. */
export type Id<Prefix extends string> = Brand<`${Prefix}_${string}`, Prefix>;

// Crockford's alphabet: no I, L, O or U, so an id can be read out loud on the telephone.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

const encodeTime = (milliseconds: number): string => {
  let rest = milliseconds;
  let text = "";
  for (let at = 0; at < TIME_LENGTH; at += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
};

const encodeRandom = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join("");

/** Whether the text is an id with this prefix and a body of 4 to 90 letters, digits, `-` or `.`. */
export const isId =
  <Prefix extends string>(prefix: Prefix) =>
  (text: unknown): text is Id<Prefix> =>
    typeof text === "string" &&
    text.startsWith(`${prefix}_`) &&
    /^[0-9A-Za-z.-]{4,90}$/.test(text.slice(prefix.length + 1));

/**
 * A new id: prefix, then a ULID (48 bits of time in milliseconds, 80 random bits), so ids sort by age.
 * Source: the ULID specification, without its monotonic part.
 */
export function newId<Prefix extends string>(
  prefix: Prefix,
  now: number,
  random: (size: number) => Uint8Array = randomBytes,
): Id<Prefix> {
  return asId(prefix, `${encodeTime(now)}${encodeRandom(random(RANDOM_LENGTH))}`);
}

/** An id with a body of its own, for things whose identity follows from what they are. */
export function asId<Prefix extends string>(prefix: Prefix, body: string): Id<Prefix> {
  const id = `${prefix}_${body}`;
  if (!isId(prefix)(id)) throw new RangeError(`not an id of ${prefix}: ${id}`);
  return id;
}
