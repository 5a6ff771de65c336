import type { Scope } from "@digihulp/access";
import { isId } from "@digihulp/kernel";
import type { MunicipalityId, TenantId } from "@digihulp/region";
import type { Attributes, Item, Key, Table } from "@digihulp/store";
import * as z from "zod/mini";
import { askedAt, isQuestionId } from "../domain/ids.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { AskedTheme } from "../domain/intake.ts";
import type { Referral } from "../domain/referral.ts";
import { QUESTION_STATES } from "../domain/told.ts";
import { waitingSort } from "./question-item.ts";

const PARTITION = ["referrals"];
export const MOST_LISTED = 100;

const isText = (value: unknown): value is string => typeof value === "string";
const isTheme = (value: unknown): value is AskedTheme => isText(value);

const StoredReferral = z.object({
  question: z.custom<QuestionId>(isQuestionId),
  person: z.custom<PersonId>(isId("per")),
  tenant: z.custom<TenantId>(isText),
  municipality: z.custom<MunicipalityId>(isText),
  theme: z.custom<AskedTheme>(isTheme),
  state: z.enum(QUESTION_STATES),
  createdAt: z.number(),
  version: z.number(),
});

const keyOf = (question: QuestionId): Key => ({
  partition: PARTITION,
  sort: waitingSort({ id: question, createdAt: askedAt(question) }),
});

const referralItem = ({ version, ...referral }: Referral): Item => ({
  key: keyOf(referral.question),
  type: "referral",
  version,
  attributes: referral,
});

const referralFrom = (row: Attributes): Referral => z.parse(StoredReferral, row);

/** What an organisation knows of whom it referred: its own list over all municipalities. */
export type Referrals = {
  /** The newest first: one round trip. */
  readonly list: (scope: Scope) => Promise<Referral[]>;
  readonly find: (scope: Scope, question: QuestionId) => Promise<Referral | undefined>;
  /** Puts what is newest; what is older, or told again, changes nothing. */
  readonly put: (scope: Scope, referral: Referral) => Promise<void>;
};

/** The read model behind a partner's list, fed by this service's own events. */
export const referrals = (table: Table): Referrals => ({
  list: async (scope) => {
    const { rows } = await table
      .within(scope)
      .query({ partition: PARTITION, newestFirst: true, limit: MOST_LISTED });
    return rows.map(referralFrom);
  },
  find: async (scope, question) => {
    const [row] = await table.within(scope).load([keyOf(question)]);
    return row && referralFrom(row);
  },
  put: (scope, referral) => table.within(scope).putNewer(referralItem(referral)),
});
