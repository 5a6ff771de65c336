import type { HttpRequest, HttpResponse } from "@digihulp/web";

export type Site = (request: HttpRequest) => Promise<HttpResponse>;

/** A browser with one tab: it keeps cookies and says where its forms come from. */
export type Browser = {
  readonly cookies: Readonly<Record<string, string>>;
  readonly get: (address: string) => Promise<HttpResponse>;
  /** Posts a form of our own page; `headers` replace what a browser says of itself. */
  readonly post: (
    path: string,
    body: string,
    headers?: HttpRequest["headers"],
  ) => Promise<HttpResponse>;
  /** Puts a cookie in by hand, as somebody with the browser's tools can. */
  readonly plant: (name: string, value: string) => void;
};

/** Opens a browser on a site, with the cookies of another one if somebody copied them. */
export function openBrowser(site: Site, copied: Readonly<Record<string, string>> = {}): Browser {
  const jar: Record<string, string> = { ...copied };
  const keep = (cookie: string): void => {
    const [pair = "", ...attributes] = cookie.split(";").map((part) => part.trim());
    const split = pair.indexOf("=");
    const name = pair.slice(0, split);
    if (attributes.includes("Max-Age=0")) delete jar[name];
    else jar[name] = pair.slice(split + 1);
  };
  const send = async (asked: Pick<HttpRequest, "method" | "headers" | "body">, address: string) => {
    const { pathname, searchParams } = new URL(address, "https://site.example");
    const answer = await site({
      ...asked,
      path: pathname,
      query: searchParams,
      cookies: { ...jar },
      bodySize: Buffer.byteLength(asked.body),
      reference: "ref-1",
    });
    for (const cookie of answer.cookies ?? []) keep(cookie);
    return answer;
  };
  return {
    cookies: jar,
    get: (address) => send({ method: "GET", headers: {}, body: "" }, address),
    post: (path, body, headers = { "sec-fetch-site": "same-origin" }) =>
      send({ method: "POST", headers, body }, path),
    plant: (name, value) => {
      jar[name] = value;
    },
  };
}
