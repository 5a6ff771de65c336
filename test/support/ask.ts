import { request } from "node:http";

export type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the content type, without its parameters. */
  readonly type: string;
  readonly text: string;
};

/** One request with its path exactly as given: no client tidies it up first. */
export function ask(origin: string, path: string, asked: Asked = {}): Promise<Answered> {
  const { method = "GET", body } = asked;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const headers = { ...asked.headers, ...length };
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, method, path, headers, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            type: (incoming.headers["content-type"] ?? "").split(";")[0] ?? "",
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.setTimeout(20_000, () => outgoing.destroy(new Error(`${method} ${path}: too late`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** The title of a page. */
export const titleOf = ({ text }: Answered): string =>
  /<title>(.*?)<\/title>/s.exec(text)?.[1] ?? "";
