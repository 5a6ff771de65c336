import { METHOD_NAME_ALL } from "hono/router";
import { TrieRouter } from "hono/router/trie-router";
import type { Method, Route } from "./route.ts";

export type Match<Deps> =
  | { readonly kind: "found"; readonly route: Route<Deps>; readonly params: Record<string, string> }
  | { readonly kind: "other-method"; readonly allowed: readonly Method[] }
  | { readonly kind: "none" };

/** A route that names neither a permission nor the reason why it needs none must not start. */
function assertGuarded<Deps>(route: Route<Deps>): void {
  const guard = "open" in route ? route.open : route.permission;
  if (!guard) throw new Error(`${route.method} ${route.path} has no permission`);
}

/** Finds the route of a request. Throws at start-up for a route that states no permission. */
export function makeRouter<Deps>(routes: readonly Route<Deps>[]) {
  const router = new TrieRouter<Route<Deps>>();
  for (const route of routes) {
    assertGuarded(route);
    router.add(METHOD_NAME_ALL, route.path, route);
  }
  return (method: string, path: string): Match<Deps> => {
    const [found] = router.match(METHOD_NAME_ALL, path);
    const asked = method === "HEAD" ? "GET" : method;
    const hit = found.find(([route]) => route.method === asked);
    if (!hit) {
      const allowed = found.map(([route]) => route.method);
      return allowed.length > 0 ? { kind: "other-method", allowed } : { kind: "none" };
    }
    const params = Object.entries(hit[1]).map(([name, value]) => [name, String(value)]);
    return { kind: "found", route: hit[0], params: Object.fromEntries(params) };
  };
}
