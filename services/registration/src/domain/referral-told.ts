import { tenantId } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import * as z from "zod/mini";
import { askedAt } from "./ids.ts";
import type { ReferralTold } from "./referral.ts";
import { isQuestionEvent, QuestionTold } from "./told.ts";

/** An event of this service, as far as it is looked at. */
export type OwnEvent = {
  readonly name: string;
  /** Tag of the tenant it happened in. */
  readonly scope: string;
  readonly detail: unknown;
};

/**
 * What an event tells an organisation about somebody it referred; undefined for an event that is about
 * something else. Throws for a tenant that the region does not have.
 */
export function referralTold(event: OwnEvent, region: RegionDefinition): ReferralTold | undefined {
  if (!isQuestionEvent(event.name)) return undefined;
  const { referredBy, question, person, theme, state, version } = z.parse(
    QuestionTold,
    event.detail,
  );
  if (referredBy === undefined) return undefined;
  const municipality = region.municipalities.find(
    ({ id }) => tenantId(region.id, id) === event.scope,
  )?.id;
  if (!municipality) throw new RangeError("an event of a tenant that is not in the region");
  const tenant = tenantId(region.id, municipality);
  const createdAt = askedAt(question);
  const where = { question, person, tenant, municipality };
  return { organisation: referredBy, referral: { ...where, theme, state, createdAt, version } };
}
