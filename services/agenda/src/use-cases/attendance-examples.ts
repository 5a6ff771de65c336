import { decide, job, membershipOfGroup, scopeForJob } from "@digihulp/access";
import type { Actor, MemberId, Permission, Resource, Scope } from "@digihulp/access";
import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import type { WallTime } from "@digihulp/kernel";
import { municipalityId, REGIONS, tenantId } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import type { Attributes, Table } from "@digihulp/store";
import type { PersonId } from "../domain/booking.ts";
import { anOccurrence } from "../domain/examples.ts";
import { occurrenceId } from "../domain/occurrence.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import type { Seats } from "../domain/seats.ts";
import { occurrenceItem } from "../store/occurrence-item.ts";
import { seatsItem } from "../store/seats-item.ts";
import type { Asked } from "./booking-command.ts";

const found = <Thing>(thing: Thing | undefined): Thing => {
  if (thing === undefined) throw new Error("the example does not exist");
  return thing;
};

export const aRegion: RegionDefinition = found(REGIONS[0]);

/** A Friday; the example moment goes on from 14 to 16. */
export const ON_THE_DAY: WallTime = { date: calendarDate("2026-11-27"), time: clockTime("14:20") };
export const DAYS_BEFORE: WallTime = { date: calendarDate("2026-11-23"), time: clockTime("10:00") };

const isMemberId = (text: string): text is MemberId => text !== "";
const memberId = (text: string): MemberId => found([text].find(isMemberId));

/** A member in one of the region's groups, such as `desk-destelbergen-bibliotheek`. */
export const aMember = (group: string): Actor => ({
  kind: "member",
  member: memberId(`sub-of-${group}`),
  membership: found(membershipOfGroup(aRegion, group)),
  grants: [],
});

export const tenantNamed = (municipality: string): Resource => ({
  kind: "tenant",
  region: aRegion.id,
  tenant: tenantId(aRegion.id, municipalityId(municipality)),
});

/** The scope in which a desk of the municipality works, decided as a request decides it. */
export function deskScope(actor: Actor, municipality: string, permission: Permission): Scope {
  const resource = tenantNamed(municipality);
  const decision = decide(actor, { permission, resource, facts: { today: ON_THE_DAY.date } });
  if (!decision.allowed) throw new Error(decision.reason);
  return decision.scope;
}

export const aPerson = (at: number): PersonId => asId("per", `PERSON${at}`);

/** An open drop-in on the day of the examples, changed where the test says so. */
export const aDropIn = (changes: Partial<Occurrence> = {}): Occurrence => {
  const series = asId("ser", "examples");
  const date = changes.date ?? ON_THE_DAY.date;
  return anOccurrence({
    id: occurrenceId(series, date),
    series,
    date,
    from: clockTime("14:00"),
    until: clockTime("16:00"),
    kind: "drop-in",
    title: "Digiclub",
    ...changes,
  });
};

/** Puts a moment in the agenda, with places of its own when the test needs a certain number. */
export async function plan(table: Table, occurrence: Occurrence, seats?: Seats): Promise<void> {
  const planner = job("extend-series");
  const scope = scopeForJob(planner, "series:plan", tenantNamed(occurrence.municipality));
  const outcome = await table.within(scope).commit({
    writes: [
      { kind: "create", item: occurrenceItem(occurrence) },
      ...(seats ? [{ kind: "create" as const, item: seatsItem(occurrence.id, seats, 1) }] : []),
    ],
    event: { name: "occurrences-planned", actor: planner, subject: occurrence.id, detail: {} },
  });
  if (outcome.kind !== "done") throw new Error("the example stands there already");
}

export const asked = (actor: Actor, now: WallTime, idempotencyKey?: string): Asked => ({
  actor,
  now,
  idempotencyKey,
});

/** What stands in the table about places: the counter, and the bookings that it should count. */
export function places(rows: readonly Attributes[]) {
  const bookings = rows.filter(({ type }) => type === "booking");
  const of = (state: string): number => bookings.filter((row) => row["state"] === state).length;
  return {
    taken: rows.find(({ type }) => type === "seats")?.["taken"] ?? 0,
    standing: bookings.length - of("cancelled"),
    present: of("present"),
  };
}

/** Names of the events that commands wrote, in order. */
export const happened = (rows: readonly Attributes[]): unknown[] =>
  rows
    .filter(({ type, name }) => type === "event" && name !== "occurrences-planned")
    .toSorted((a, b) => Number(a["at"]) - Number(b["at"]))
    .map(({ name }) => name);
