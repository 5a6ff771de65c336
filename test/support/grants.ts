import { signIn } from "./sign-in.ts";
import type { Site } from "./site.ts";

type Access = { readonly by: string; readonly to: string; readonly from: string };

/** Lets an administrator give an organisation access, without an end, and waits until it counts. */
export async function givenAccess(site: Site, { by, to, from }: Access): Promise<void> {
  const cookie = await signIn(site, by);
  const { status, text } = await site.ask("/api/partnership/grants", {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    body: JSON.stringify({ organisation: to, from, until: null }),
  });
  if (status !== 200) throw new Error(`${by} cannot give ${to} access: ${status} ${text}`);
  await site.stack.drain();
}
