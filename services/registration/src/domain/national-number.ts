const LENGTH = 11;
const NUMBERED = 9;

/** Month and day of birth: 0 when not known, months raised by 20 or 40 in a BIS number. */
function isPlausibleBirth(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 20;
  return Number(digits.slice(2, 4)) <= 52 && month <= 12 && Number(digits.slice(4, 6)) <= 31;
}

/**
 * Whether eleven digits are a national register number: the last two are 97 minus the nine before modulo
 * 97, with a 2 in front of the nine for who was born from 2000 on.
 */
export function isNationalNumber(digits: string): boolean {
  if (digits.length !== LENGTH || !isPlausibleBirth(digits)) return false;
  const numbered = digits.slice(0, NUMBERED);
  const check = Number(digits.slice(NUMBERED));
  return [numbered, `2${numbered}`].some((number) => 97 - (Number(number) % 97) === check);
}
