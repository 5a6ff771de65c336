import { raw } from "hono/html";

/**
 * Facts for search engines, as JSON-LD. A data block is never run, so `script-src 'self'` allows it;
 * every `<` is escaped, so no text inside can end the element.
 */
export const DataBlock = ({ json }: { readonly json: string }) => (
  <script type="application/ld+json">{raw(json.replaceAll("<", "\\u003c"))}</script>
);
