const CARD = /^[2-6]\d{12,18}$/;

// Lengths of an IBAN in the countries whose people come here most; ISO 13616, registry of SWIFT.
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  BE: 16,
  BG: 22,
  DE: 22,
  ES: 24,
  FR: 27,
  GB: 22,
  IT: 27,
  LU: 20,
  NL: 18,
  PL: 28,
  PT: 25,
  RO: 24,
  TR: 26,
  UA: 29,
};

/** Whether digits are the number of a payment card: 13 to 19 of them, right by the Luhn check (ISO/IEC 7812). */
export function isCardNumber(digits: string): boolean {
  if (!CARD.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text starts with an account number: as long as its country has them, and right modulo 97. */
export function startsWithAccountNumber(text: string): boolean {
  const length = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()];
  if (length === undefined || text.length < length) return false;
  const turned = `${text.slice(4, length)}${text.slice(0, 4)}`;
  let rest = 0;
  for (const letter of turned) rest = Number(`${rest}${Number.parseInt(letter, 36)}`) % 97;
  return rest === 1;
}
