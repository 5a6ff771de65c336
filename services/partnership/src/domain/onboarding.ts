import { accept } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { Digiclub, Municipality } from "@digihulp/region";

/** A municipality with its Digiclubs, as the region's reviewed code has them. */
export type TenantDefinition = {
  readonly municipality: Municipality;
  readonly digiclubs: readonly Digiclub[];
};

/** One thing to write: new, or in place of the version that was read. */
export type Step<Thing> = { readonly thing: Thing; readonly readVersion: number | undefined };

export type Onboarding = {
  readonly kind: "tenant-onboarded" | "tenant-changed" | "nothing-to-do";
  readonly municipality: Step<Municipality> | undefined;
  readonly digiclubs: readonly Step<Digiclub>[];
};

export type Stored = { readonly version: number; readonly attributes: Record<string, unknown> };

const same = (definition: object, stored: Stored): boolean =>
  Object.entries(definition).every(
    ([name, value]) => JSON.stringify(stored.attributes[name]) === JSON.stringify(value),
  );

function step<Thing extends object>(thing: Thing, stored: Stored | undefined): Step<Thing>[] {
  if (!stored) return [{ thing, readVersion: undefined }];
  return same(thing, stored) ? [] : [{ thing, readVersion: stored.version }];
}

/**
 * What onboarding a tenant changes, given what is stored already (the municipality first, then its
 * Digiclubs in the order of the definition). Doing it twice changes nothing.
 */
export function onboarding(
  { municipality, digiclubs }: TenantDefinition,
  [tenant, ...clubs]: readonly (Stored | undefined)[],
): Result<Onboarding, never> {
  const [forTenant] = step(municipality, tenant);
  const forClubs = digiclubs.flatMap((digiclub, at) => step(digiclub, clubs[at]));
  const isSame = !forTenant && forClubs.length === 0;
  const changed = tenant ? "tenant-changed" : "tenant-onboarded";
  return accept({
    kind: isSame ? "nothing-to-do" : changed,
    municipality: forTenant,
    digiclubs: forClubs,
  });
}
