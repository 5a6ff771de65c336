/** Origins that exist only on AWS, and where the same thing answers locally. */
export type AddressBook = ReadonlyMap<string, string>;

/** Replaces every origin of the book in a text, such as a function's setting. */
export function replaceOrigins(text: string, book: AddressBook): string {
  let result = text;
  for (const [origin, local] of book) result = result.replaceAll(origin, local);
  return result;
}
