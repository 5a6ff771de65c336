import type { Payload, Stored } from "oidc-provider";

type Entry = { payload: Payload; expires: number };

/** Sessions, codes and sign-ins under way, in memory: what is lost at a stop is a click. */
export class ExpiringStore implements Stored {
  private readonly entries = new Map<string, Entry>();

  async upsert(id: string, payload: Payload, expiresIn = Number.POSITIVE_INFINITY): Promise<void> {
    this.forgetExpired();
    this.entries.set(id, { payload, expires: Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<Payload | undefined> {
    this.forgetExpired();
    return this.entries.get(id)?.payload;
  }

  findByUid(uid: string): Promise<Payload | undefined> {
    return this.findBy("uid", uid);
  }

  findByUserCode(code: string): Promise<Payload | undefined> {
    return this.findBy("userCode", code);
  }

  async consume(id: string): Promise<void> {
    const payload = this.entries.get(id)?.payload;
    if (payload) payload["consumed"] = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.entries) {
      if (payload["grantId"] === grantId) this.entries.delete(id);
    }
  }

  private async findBy(key: string, value: string): Promise<Payload | undefined> {
    this.forgetExpired();
    return [...this.entries.values()].find(({ payload }) => payload[key] === value)?.payload;
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, { expires }] of this.entries) if (expires <= now) this.entries.delete(id);
  }
}
