import type { Scope } from "@digihulp/access";
import type { DomainEvent } from "@digihulp/events";
import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { OrganisationId, TenantId } from "@digihulp/region";
import * as z from "zod/mini";
import type { OrganisationGrants } from "../store/organisation-grants.ts";

type Deps = { readonly grants: OrganisationGrants };

const isText = (value: unknown): value is OrganisationId => typeof value === "string";
const isTenant = (value: unknown): value is TenantId =>
  typeof value === "string" && value.includes(".");
const date = z.custom<CalendarDate>(isCalendarDate);

const Detail = z.object({
  organisation: z.custom<OrganisationId>(isText),
  from: date,
  until: z.nullable(date),
  version: z.number(),
});

/**
 * Brings an organisation's list of grants up to date with one event of a municipality. Repeated events and
 * events in another order end the same: each grant keeps its newest version, and ended is ended.
 */
export const projectGrants =
  ({ grants }: Deps) =>
  async (scope: Scope, event: DomainEvent): Promise<void> => {
    if (event.name !== "grant-given" && event.name !== "grant-ended") return;
    const { organisation, from, until, version } = z.parse(Detail, event.detail);
    // Whose grant it is says the scope that the event happened in, and nothing that was typed.
    const tenant = z.parse(z.custom<TenantId>(isTenant), event.scope);
    const isEnded = event.name === "grant-ended";
    const grant = { id: event.subject, tenant, organisation, from, until, isEnded, version };
    await grants.note(scope, grant);
    await grants.assemble(scope, organisation);
  };
