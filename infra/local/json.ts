export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

/** Reads the properties of one resource; every complaint names the resource and the property. */
export class Fields {
  readonly raw: JsonObject;
  readonly where: string;

  constructor(raw: JsonObject, where: string) {
    this.raw = raw;
    this.where = where;
  }

  text(key: string): string {
    return this.optionalText(key) ?? this.fail(key, "is missing");
  }

  optionalText(key: string): string | undefined {
    const value = this.raw[key];
    if (value === undefined || typeof value === "string") return value;
    return this.fail(key, "is not a text");
  }

  number(key: string, fallback?: number): number {
    return this.optionalNumber(key) ?? fallback ?? this.fail(key, "is missing");
  }

  optionalNumber(key: string): number | undefined {
    const value = this.raw[key];
    if (value === undefined || typeof value === "number") return value;
    return this.fail(key, "is not a number");
  }

  flag(key: string, fallback = false): boolean {
    const value = this.raw[key] ?? fallback;
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    return this.fail(key, "is not a yes or no");
  }

  fields(key: string): Fields {
    return this.optionalFields(key) ?? this.fail(key, "is missing");
  }

  optionalFields(key: string): Fields | undefined {
    const value = this.raw[key];
    if (value === undefined) return undefined;
    return isObject(value) ? this.inner(key, value) : this.fail(key, "is not an object");
  }

  list(key: string): Json[] {
    const value = this.raw[key] ?? [];
    return Array.isArray(value) ? value : this.fail(key, "is not a list");
  }

  texts(key: string): string[] {
    return this.list(key).map((value) =>
      typeof value === "string" ? value : this.fail(key, "holds something else than texts"),
    );
  }

  each(key: string): Fields[] {
    return this.list(key).map((value, index) =>
      isObject(value) ? this.inner(`${key}[${index}]`, value) : this.fail(key, "holds no objects"),
    );
  }

  /** Refuses a property that the runner would otherwise silently ignore. */
  only(...known: string[]): this {
    const unknown = Object.keys(this.raw).find((key) => !known.includes(key));
    if (unknown !== undefined) this.fail(unknown, "is not run locally");
    return this;
  }

  fail(key: string, complaint: string): never {
    throw new TemplateError(`${this.where}: ${key} ${complaint}`);
  }

  private inner(key: string, value: JsonObject): Fields {
    return new Fields(value, `${this.where}.${key}`);
  }
}
