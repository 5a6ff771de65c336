/** What a request says about itself, under lower-case key names; a key that is absent has no entry. */
export type Context = ReadonlyMap<string, readonly string[]>;

const multiValued = new Set(["aws:tagkeys", "dynamodb:attributes", "dynamodb:leadingkeys"]);

const singleValued = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  // Set only when an AWS service calls on somebody's behalf: absent for every caller of the wall.
  "aws:sourceaccount",
  "aws:sourcearn",
  "dynamodb:enclosingoperation",
  "dynamodb:returnvalues",
  "dynamodb:select",
]);

export type ContextKey = { name: string; multiValued: boolean };

/**
 * A condition key the wall can answer exactly. Every other key is refused when policies load: an
 * absent key satisfies ForAllValues and IfExists, so guessing would open the wall. This also keeps
 * clocks and addresses out, which is what makes a cached decision exact.
 */
export function contextKey(name: string): ContextKey {
  const lower = name.toLowerCase();
  if (multiValued.has(lower)) return { name: lower, multiValued: true };
  const tag = /^aws:(principaltag|requesttag)\/./.test(lower);
  if (tag || singleValued.has(lower)) return { name: lower, multiValued: false };
  throw new Error(`the condition key ${name} is not known to the wall`);
}
