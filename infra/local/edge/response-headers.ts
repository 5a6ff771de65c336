import { withoutHeader, type Header } from "../http.ts";
import type { ResponseHeadersPolicy } from "../template/response-headers.ts";

/** Removes and sets what the policy says; without override the origin's own value stays. */
export function applyPolicy(
  headers: Header[],
  policy: ResponseHeadersPolicy | undefined,
): Header[] {
  if (!policy) return headers;
  let result = withoutHeader(headers, ...policy.remove);
  for (const { name, value, overrides } of policy.set) {
    if (!overrides && result.some(([given]) => given === name)) continue;
    result = [...withoutHeader(result, name), [name, value]];
  }
  return result;
}
