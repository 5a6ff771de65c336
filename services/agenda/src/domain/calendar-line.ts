const MOST_OCTETS = 75;

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * One content line with its line end, folded so that no line is longer than 75 octets of UTF-8 and no
 * character is cut in two (RFC 5545 section 3.1).
 */
export function folded(line: string): string {
  let lines = "";
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length;) {
    const codePoint = line.codePointAt(at) ?? 0;
    octets += octetsOf(codePoint);
    if (octets > MOST_OCTETS) {
      lines += `${line.slice(start, at)}\r\n `;
      start = at;
      octets = 1 + octetsOf(codePoint);
    }
    at += codePoint < 0x10000 ? 1 : 2;
  }
  return `${lines}${line.slice(start)}\r\n`;
}

const PLAIN = /^[^\\;,\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/g;
const CONTROL = /(?!\t)\p{Cc}/gu;

/** A TEXT value (RFC 5545 section 3.3.11): escaped; control characters, which it may not hold, left out. */
export function textValue(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(LINE_BREAK, String.raw`\n`)
    .replaceAll(CONTROL, "");
}
