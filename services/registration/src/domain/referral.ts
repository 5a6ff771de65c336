import type { MunicipalityId, OrganisationId, TenantId } from "@digihulp/region";
import type { PersonId, QuestionId } from "./ids.ts";
import type { AskedTheme } from "./intake.ts";
import type { QuestionState } from "./question.ts";

/** Somebody whom an organisation referred, as its own list keeps it: ids and a state, no name. */
export type Referral = {
  readonly question: QuestionId;
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly municipality: MunicipalityId;
  readonly theme: AskedTheme;
  readonly state: QuestionState;
  readonly createdAt: number;
  readonly version: number;
};

/** Where an organisation may refer somebody to today. */
export type Destination = {
  readonly municipality: MunicipalityId;
  readonly name: string;
  readonly tenant: TenantId;
};

/** An organisation and what became of somebody it referred. */
export type ReferralTold = { readonly organisation: OrganisationId; readonly referral: Referral };
