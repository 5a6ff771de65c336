/** Public address of each static file; the build fills it in with names that change with the content. */
declare const STATIC_ASSETS: Record<string, string> | undefined;

/** The address of a static file, for example `site.css`; `/static/<name>` where nothing was built. */
export const asset = (name: string): string =>
  (typeof STATIC_ASSETS === "undefined" ? undefined : STATIC_ASSETS[name]) ?? `/static/${name}`;
