import type { OrganisationId, RegionId, TenantId } from "@digihulp/region";

/** Whose rows a session may touch: a closed set, each with a data role of its own. */
export const SCOPE_KINDS = ["tenant", "organisation", "public", "region", "session"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

class ScopeProof {
  readonly #proof = true;
  readonly kind: ScopeKind;
  /** Value of the session tag, and first part of every key this scope reaches. */
  readonly tag: string;
  readonly region: RegionId;

  constructor(kind: ScopeKind, tag: string, region: RegionId) {
    this.kind = kind;
    this.tag = tag;
    this.region = region;
  }

  static isProof(value: unknown): value is ScopeProof {
    return typeof value === "object" && value !== null && #proof in value && value.#proof;
  }
}

/** Proof that access was decided. Only this package makes one; the store demands one. */
export type Scope = ScopeProof;

/** Whether a value is a scope that this package made, and not a lookalike. */
export const isScope = (value: unknown): value is Scope => ScopeProof.isProof(value);

/** What a permission is about, and so whose rows it opens. */
export type Resource =
  | { readonly kind: "public"; readonly region: RegionId }
  | { readonly kind: "tenant"; readonly region: RegionId; readonly tenant: TenantId }
  | {
      readonly kind: "organisation";
      readonly region: RegionId;
      readonly organisation: OrganisationId;
    }
  | { readonly kind: "region"; readonly region: RegionId }
  | { readonly kind: "session"; readonly region: RegionId };

function tagOf(resource: Resource): string {
  switch (resource.kind) {
    case "tenant":
      return resource.tenant;
    case "organisation":
      return `org-${resource.organisation}`;
    case "region":
      return `region-${resource.region}`;
    case "public":
    case "session":
      return resource.kind;
    default:
      return resource satisfies never;
  }
}

/** Makes the scope of a resource; not exported from the package: `decide` is the only way to one. */
export const scopeOf = (resource: Resource): Scope =>
  new ScopeProof(resource.kind, tagOf(resource), resource.region);
