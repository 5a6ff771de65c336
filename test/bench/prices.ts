/**
 * DynamoDB on demand in eu-central-1, in US dollars per million request units, without tax: the prices
 * since November 2024, from memory on 2026-11-23. Check them at aws.amazon.com/dynamodb/pricing before
 * a figure leaves the house.
 */
export const PRICES = {
  currency: "USD",
  readUnits: 0.1525,
  writeUnits: 0.7625,
} as const;

/**
 * How often a year things happen in the region: nine municipalities, 15 Digiclubs, 240,000 people. Guesses
 * on the high side, without the minute that the edge keeps a public page.
 */
export const TIMES_A_YEAR = {
  "start page": 100_000,
  agenda: 60_000,
  "agenda of a municipality": 100_000,
  moment: 100_000,
  digiclubs: 30_000,
  /** 300 subscribers, every six hours. */
  "calendar feed": 440_000,
  "API, occurrences": 20_000,
} as const;

/** Each night, and after each of two deployments a week. */
export const LOADERS_A_YEAR = 365 + 104;
