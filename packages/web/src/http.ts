/** A request as the rest of the software sees it: no event of a transport, no WHATWG object. */
export type HttpRequest = {
  readonly method: string;
  /** Percent-decoded, as API Gateway gives it. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: string;
  /** Bytes, before decoding. */
  readonly bodySize: number;
  /** Reference that a person can read out to us; it finds the log lines of this request. */
  readonly reference: string;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
};

/** How long the edge and the reader may keep a public answer, in seconds. */
export const PUBLIC_SECONDS = 60;
export const PUBLIC_CACHE = `public, max-age=${PUBLIC_SECONDS}`;
export const NO_STORE = "no-store";

const answer = (type: string) => (status: number, body: string, cache: string) => ({
  status,
  headers: { "content-type": type, "cache-control": cache },
  body,
});

/** An HTML document; `cache` is the value of Cache-Control. */
export const html = answer("text/html; charset=utf-8");
/** A JSON document. */
export const json = answer("application/json");
/** Plain text. */
export const text = answer("text/plain; charset=utf-8");
/** An iCalendar document (RFC 5545). */
export const calendar = answer("text/calendar; charset=utf-8");

/** Sends the browser on with a GET after a form that succeeded (303). */
export const seeOther = (location: string): HttpResponse => ({
  status: 303,
  headers: { location, "cache-control": NO_STORE },
  body: "",
});
