import type { Scope } from "@digihulp/access";
import type { ReferralTold } from "../domain/referral.ts";
import type { Referrals } from "../store/referrals.ts";

type Deps = { readonly referrals: Referrals };

/** Brings an organisation's list up to date with one event; repeated or late events change nothing. */
export const projectReferral =
  ({ referrals }: Deps) =>
  (scope: Scope, { referral }: ReferralTold): Promise<void> =>
    referrals.put(scope, referral);
