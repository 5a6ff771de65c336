/**
 * The issuer itself, when its word may count: over https, or over http on this very machine. Throws a
 * RangeError for any other, so that a function that would believe whoever sits on the line does not start.
 */
export function trustedIssuer(issuer: string): string {
  const { protocol, hostname } = new URL(issuer);
  const isHere = protocol === "http:" && hostname === "localhost";
  if (protocol !== "https:" && !isHere)
    throw new RangeError("an issuer needs https, unless its host is localhost");
  return issuer;
}
