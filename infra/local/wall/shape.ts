export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const asRecord = (value: unknown): Json => (isRecord(value) ? value : {});

/** Reads a field of parsed JSON without ever reaching Object.prototype. */
export const field = (record: Json, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

export const unique = (values: Iterable<string>): string[] => [...new Set(values)].sort();
