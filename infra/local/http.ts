/** Names are in lower case; a name may occur more than once. */
export type Header = [name: string, value: string];

export type HttpRequest = {
  method: string;
  /** As sent, still percent-encoded. */
  path: string;
  /** As sent, without the question mark. */
  query: string;
  headers: Header[];
  body: Buffer;
  /** Address of who sent it. */
  address: string;
};

export type HttpResponse = { status: number; headers: Header[]; body: Buffer };

export type Answer = (request: HttpRequest) => Promise<HttpResponse>;

/** The values of one header, joined as HTTP allows; undefined when it is absent. */
export function headerOf(headers: Header[], name: string): string | undefined {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(", ");
}

export function withoutHeader(headers: Header[], ...names: string[]): Header[] {
  return headers.filter(([key]) => !names.includes(key));
}

export function jsonResponse(status: number, content: object): HttpResponse {
  return {
    status,
    headers: [["content-type", "application/json"]],
    body: Buffer.from(JSON.stringify(content)),
  };
}
