// A browser reads a backslash as a slash and leaves out tabs and line breaks before it looks where to
// go, so only printable ASCII passes, and no second slash may follow the first.
const OWN_PATH = /^\/(?![/\\])[!-[\]-~]*$/;
const DOORS = /^\/(?:aanmelden|afmelden)(?![\w-])/;
const LONGEST = 2000;

/** A path of our own site to go to after signing in; undefined for what leads elsewhere or in a circle. */
export const ownPath = (given: string | null | undefined): string | undefined =>
  given && given.length <= LONGEST && OWN_PATH.test(given) && !DOORS.test(given)
    ? given
    : undefined;
