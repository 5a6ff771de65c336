import { job } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import { accept } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { decideAndCommit } from "@digihulp/store";
import type { Attributes, CommitRefusal, Decided, Item, Table, Write } from "@digihulp/store";
import { onboarding } from "../domain/onboarding.ts";
import type { Onboarding, Step, Stored, TenantDefinition } from "../domain/onboarding.ts";
import {
  digiclubItem,
  digiclubKey,
  tenantItem,
  tenantKey,
  versionOf,
} from "../store/tenant-items.ts";

type Deps = { readonly table: Table };

const stored = (row: Attributes | undefined): Stored | undefined =>
  row && { version: versionOf(row), attributes: { ...row } };

function write<Thing>(
  { thing, readVersion }: Step<Thing>,
  item: (thing: Thing, version: number) => Item,
): Write {
  return readVersion === undefined
    ? { kind: "create", item: item(thing, 1) }
    : { kind: "replace", item: item(thing, readVersion + 1), readVersion };
}

function change(plan: Onboarding, definition: TenantDefinition): Decided<Onboarding["kind"]> {
  if (plan.kind === "nothing-to-do") return { answer: plan.kind };
  const { municipality, digiclubs } = plan;
  return {
    answer: plan.kind,
    change: {
      writes: [
        ...(municipality ? [write(municipality, tenantItem)] : []),
        ...digiclubs.map((digiclub) => write(digiclub, digiclubItem)),
      ],
      event: {
        name: plan.kind,
        actor: job("onboard-tenant"),
        subject: definition.municipality.id,
        detail: { digiclubs: digiclubs.map(({ thing }) => thing.id) },
      },
    },
  };
}

/** Puts a municipality and its Digiclubs in place, as the region's reviewed code has them. */
export const onboardTenant =
  ({ table }: Deps) =>
  (
    scope: Scope,
    definition: TenantDefinition,
  ): Promise<Result<Onboarding["kind"], CommitRefusal>> =>
    decideAndCommit<Onboarding["kind"], never>(table.within(scope), {
      reads: [tenantKey, ...definition.digiclubs.map(({ id }) => digiclubKey(id))],
      decide: (rows) => {
        const plan = onboarding(definition, rows.map(stored));
        return plan.ok ? accept(change(plan.value, definition)) : plan;
      },
      parseAnswer: () => "nothing-to-do",
    });
