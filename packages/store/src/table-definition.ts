/** An index: its key attributes, and whose keys it holds. */
export type IndexDefinition = {
  readonly partition: string;
  /** Absent when the partition key alone finds the item. */
  readonly sort?: string;
  /** `public` indexes project public attributes only and are keyed `public#<region>#...`. */
  readonly reach: "own" | "public";
};

export type TableDefinition = {
  readonly name: string;
  readonly indexes: Readonly<Record<string, IndexDefinition>>;
};

/** Where an item stands in an index; the scope's part of the key is added by the store. */
export type IndexPlace = { readonly partition: readonly string[]; readonly sort?: string };
