import type { Brand, CalendarDate, ClockTime } from "@digihulp/kernel";

/** A Digibank: the partnership of one region, for example `leie-schelde`. */
export type RegionId = Brand<string, "RegionId">;
/** A municipality inside its region, for example `deinze`. */
export type MunicipalityId = Brand<string, "MunicipalityId">;
/** A tenant: `<region>.<municipality>`, the first part of every key it owns. */
export type TenantId = Brand<`${string}.${string}`, "TenantId">;
/** A place where people get digital help. */
export type DigiclubId = Brand<string, "DigiclubId">;
/** A subject that people ask about. */
export type ThemeId = Brand<string, "ThemeId">;
/** An organisation that takes part. */
export type OrganisationId = Brand<string, "OrganisationId">;

export type Municipality = {
  readonly id: MunicipalityId;
  readonly name: string;
  readonly nis: string;
  readonly postcodes: readonly string[];
};

export const DIGICLUB_KINDS = [
  "library",
  "service-centre",
  "community-house",
  "social-grocery",
] as const;
export type DigiclubKind = (typeof DIGICLUB_KINDS)[number];

export type Digiclub = {
  readonly id: DigiclubId;
  readonly municipality: MunicipalityId;
  readonly kind: DigiclubKind;
  readonly name: string;
  readonly audience?: string;
  readonly operator?: OrganisationId;
};

export const PILLARS = ["access", "skills", "guidance"] as const;
export type Pillar = (typeof PILLARS)[number];

export type Theme = { readonly id: ThemeId; readonly name: string; readonly pillar: Pillar };

export type Organisation = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly task?: string;
  /** A kind of organisation rather than one: it has no sign-in of its own. */
  readonly isCategory?: true;
};

export type MomentKind = "drop-in" | "drop-in-with-workshop";

/** Weekly on one weekday, or the listed dates and no others. */
export type Rhythm =
  | { readonly every: "week"; readonly start: CalendarDate; readonly weekday: number }
  | { readonly every: "date"; readonly dates: readonly CalendarDate[] };

/** A series that the partnership itself made known. */
export type KnownSeries = {
  readonly id: string;
  readonly digiclub: DigiclubId;
  readonly kind: MomentKind;
  readonly title: string;
  readonly about?: string;
  readonly bring: readonly string[];
  readonly themes: readonly ThemeId[];
  readonly room?: string;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly rhythm: Rhythm;
};

export type Programme = {
  readonly id: string;
  readonly name: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
  readonly isClosed: boolean;
  readonly goals: {
    readonly uniqueEndUsers: number | null;
    readonly devicesInStock: number;
    readonly digiclubs: number;
    readonly monthsBetweenGroupMoments: number;
  };
  readonly loanTerms: {
    readonly periodMonths: number;
    readonly checksPerPeriod: number;
    readonly latestReturn: CalendarDate | null;
    readonly notReturnedEuro: number;
  };
};

/** One Digibank as reviewed code: everything about a region that is not a person or a day's work. */
export type RegionDefinition = {
  readonly id: RegionId;
  readonly name: string;
  readonly portalName: string;
  readonly slogan: string;
  readonly coordinator: OrganisationId;
  readonly email: string;
  /** The public help number; null while none is known. */
  readonly phone: string | null;
  /** One sentence above every page of a stage, for example that its people are invented. */
  readonly notice?: string;
  readonly funders: readonly string[];
  readonly municipalities: readonly Municipality[];
  readonly digiclubs: readonly Digiclub[];
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
  readonly programmes: readonly Programme[];
  readonly series: readonly KnownSeries[];
};
