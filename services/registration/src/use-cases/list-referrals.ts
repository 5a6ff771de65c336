import type { Scope } from "@digihulp/access";
import type { PersonCard, PersonCards } from "@digihulp/people";
import type { TenantId } from "@digihulp/region";
import type { Referral } from "../domain/referral.ts";
import type { Referrals } from "../store/referrals.ts";

type Deps = { readonly referrals: Referrals; readonly cards: PersonCards };

export type ListReferrals = {
  /** The scope of a tenant's referred people, for as long as the tenant grants it. */
  readonly scopeOf: (tenant: TenantId) => Scope | undefined;
};

/** Where a grant ended, a row keeps when and what, and neither who nor how it stands. */
export type ListedReferral =
  | { readonly access: "granted"; readonly referral: Referral; readonly card: PersonCard }
  | { readonly access: "ended"; readonly referral: Omit<Referral, "state" | "person"> };

function withoutPerson(row: Referral): ListedReferral {
  const { state: _state, person: _person, ...referral } = row;
  return { access: "ended", referral };
}

/** Whom an organisation referred, newest first: its own list, and names from where it may see them. */
export const listReferrals =
  ({ referrals, cards }: Deps) =>
  async (scope: Scope, { scopeOf }: ListReferrals): Promise<ListedReferral[]> => {
    const rows = await referrals.list(scope);
    const tenants = [...new Set(rows.map(({ tenant }) => tenant))];
    const known = await Promise.all(
      tenants.map(async (tenant) => {
        const granted = scopeOf(tenant);
        const people = rows.filter((row) => row.tenant === tenant).map(({ person }) => person);
        return granted ? [...(await cards.of(granted, people))] : [];
      }),
    );
    const names = new Map(known.flat());
    return rows.map((referral) => {
      const card = names.get(referral.person);
      return card ? { access: "granted", referral, card } : withoutPerson(referral);
    });
  };
