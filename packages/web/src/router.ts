import { METHOD_NAME_ALL } from "hono/router";
import { TrieRouter } from "hono/router/trie-router";
import type { Method, Route } from "./route.ts";

export type Match<Deps> =
  | { readonly kind: "found"; readonly route: Route<Deps>; readonly params: Record<string, string> }
  | { readonly kind: "other-method"; readonly allowed: readonly Method[] }
  | { readonly kind: "none" };

function decodedParams(found: object): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(found).map(([name, value]) => [name, decodeURIComponent(String(value))]),
    );
  } catch {
    // A path such as /%E0%A4%A names nothing.
    return undefined;
  }
}

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
    const params = decodedParams(hit[1]);
    return params ? { kind: "found", route: hit[0], params } : { kind: "none" };
  };
}
