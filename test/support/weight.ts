import type { CDPSession, Page } from "playwright-core";

/** What came over the wire for one view; files that the browser already had cost nothing. */
export type Weight = {
  readonly requests: number;
  /** Bodies as sent, so compressed. */
  readonly bytes: number;
  /** The headers of the answers as HTTP/1.1 writes them; HTTP/2 and 3 compress them. */
  readonly headerBytes: number;
  readonly scriptBytes: number;
};

type Answer = { type: string; headers: number; total: number };

function listen(session: CDPSession): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  session.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (response.url.startsWith("http"))
      answers.set(requestId, { type, headers: response.encodedDataLength, total: 0 });
  });
  session.on("Network.requestServedFromCache", ({ requestId }) => void answers.delete(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.total = encodedDataLength;
  });
  return answers;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Weighs what the browser fetches while something is done, until the network is quiet. */
export async function weigh(page: Page, act: () => Promise<unknown>): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const answers = listen(session);
  await act();
  await page.waitForLoadState("networkidle");
  await session.detach();
  const fetched = [...answers.values()].filter(({ total }) => total > 0);
  const bodies = ({ total, headers }: Answer): number => total - headers;
  return {
    requests: fetched.length,
    bytes: sum(fetched.map(bodies)),
    headerBytes: sum(fetched.map(({ headers }) => headers)),
    scriptBytes: sum(fetched.filter(({ type }) => type === "Script").map(bodies)),
  };
}
