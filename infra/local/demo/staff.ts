import { Browser, type Answered, type Command, type Portal } from "./browser.ts";

type Desk = { browser: Browser; since: number; last: number };

const MINUTE = 60_000;
/** A session ends after twenty idle minutes and after ten hours; people sign in again before that. */
const MOST_IDLE = 18 * MINUTE;
const LONGEST = 9 * 60 * MINUTE;

/** Everybody who works in the region, each in a browser of their own. */
export class Staff {
  private readonly portal: Portal;
  private readonly now: () => number;
  private readonly desks = new Map<string, Desk>();

  constructor(portal: Portal, now: () => number) {
    this.portal = portal;
    this.now = now;
  }

  async send(who: string, command: Command): Promise<Answered> {
    const desk = await this.deskOf(who);
    desk.last = this.now();
    return desk.browser.send(command);
  }

  private async deskOf(who: string): Promise<Desk> {
    const now = this.now();
    const known = this.desks.get(who);
    if (known && now - known.last < MOST_IDLE && now - known.since < LONGEST) return known;
    const browser = new Browser(this.portal);
    await browser.signIn(who);
    const desk = { browser, since: now, last: now };
    this.desks.set(who, desk);
    return desk;
  }
}
