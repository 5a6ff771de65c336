const MOST_OCTETS = 75;

const octetsOf = (codeUnit: number): number => (codeUnit < 0x80 ? 1 : codeUnit < 0x800 ? 2 : 3);
const isFirstOfPair = (codeUnit: number): boolean => codeUnit >= 0xd800 && codeUnit < 0xdc00;

/**
 * One content line with its line end, folded so that no line is longer than 75 octets of UTF-8 and no
 * character is cut in two (RFC 5545 section 3.1).
 */
export function folded(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return `${line}\r\n`;
  let lines = "";
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length; at += 1) {
    const codeUnit = line.charCodeAt(at);
    const isPair = isFirstOfPair(codeUnit);
    const size = isPair ? 4 : octetsOf(codeUnit);
    octets += size;
    if (octets > MOST_OCTETS) {
      lines += `${line.slice(start, at)}\r\n `;
      start = at;
      octets = 1 + size;
    }
    if (isPair) at += 1;
  }
  return `${lines}${line.slice(start)}\r\n`;
}

const SPECIAL = /\r\n|[\\;,\p{Cc}\u2028\u2029]/gu;
const LINE_BREAKS = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

function written(special: string): string {
  if (special === "," || special === ";" || special === "\\") return `\\${special}`;
  if (special === "\t") return special;
  return LINE_BREAKS.includes(special) ? String.raw`\n` : "";
}

/** A TEXT value (RFC 5545 section 3.3.11): escaped; control characters, which it may not hold, left out. */
export const textValue = (text: string): string => text.toWellFormed().replaceAll(SPECIAL, written);

/**
 * Writes TEXT properties, each different one once: the moments of a series say the same things. One with
 * nothing to say is left out, as libical takes a blank value for a fault.
 */
export function textLines(): (name: string, ...texts: readonly string[]) => string {
  const written = new Map<string, string>();
  return (name, ...texts) => {
    const key = `${name}:${texts.join("\0")}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const value = texts.map(textValue).join(",");
    const line = value.trim() === "" ? "" : folded(`${name}:${value}`);
    written.set(key, line);
    return line;
  };
}
