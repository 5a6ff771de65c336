/** What somebody can agree to. Refusing never refuses help: it only changes what we do. */
export const CONSENTS = ["may-call", "desk-may-see", "may-refer"] as const;
export type ConsentId = (typeof CONSENTS)[number];

/** What the municipality is shown: what a referral needs concerns the referrer, and would tell of one. */
export const SHOWN_CONSENTS = ["may-call", "desk-may-see"] as const satisfies readonly ConsentId[];
export type ShownConsent = (typeof SHOWN_CONSENTS)[number];

export const isShown = (agreed: Agreed): agreed is Agreed & { readonly consent: ShownConsent } =>
  SHOWN_CONSENTS.some((consent) => consent === agreed.consent);

/** Which wording of each is read out today; a new wording gets the next number, the old one stays. */
export const CURRENT_VERSION = {
  "may-call": 1,
  "desk-may-see": 1,
  "may-refer": 1,
} as const satisfies Record<ConsentId, number>;

/** One thing that somebody agreed to: a fact that is added and never changed. */
export type Agreed = {
  readonly consent: ConsentId;
  /** The wording that was read out. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** What is agreed to now, in today's wording. */
export const agreedNow = (consents: readonly ConsentId[], at: number): Agreed[] =>
  CONSENTS.filter((consent) => consents.includes(consent)).map((consent) => ({
    consent,
    version: CURRENT_VERSION[consent],
    at,
  }));

export const hasAgreed = (agreed: readonly Agreed[], to: ConsentId): boolean =>
  agreed.some(({ consent }) => consent === to);
