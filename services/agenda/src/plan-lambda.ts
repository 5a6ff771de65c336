import { job, scopeForJob } from "@digihulp/access";
import { addDays, brusselsWallTime } from "@digihulp/kernel";
import { findDigiclub, regionById, tenantId } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import { DAYS_AHEAD } from "./domain/period.ts";
import { seriesOf } from "./domain/series.ts";
import { agendaTable } from "./store/agenda-table.ts";
import { extendSeries } from "./use-cases/extend-series.ts";

const env = environment(process.env);
const region = regionById(env.regionId);
const table = openTable({
  definition: agendaTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const extend = extendSeries({ table, now: Date.now });

/** Runs after each deployment and each night: brings every known series up to its horizon. */
export async function handler(): Promise<Record<string, number>> {
  const until = addDays(brusselsWallTime(Date.now()).date, DAYS_AHEAD);
  const added: Record<string, number> = {};
  for (const known of region.series) {
    const digiclub = findDigiclub(region, known.digiclub);
    if (!digiclub) throw new Error(`${known.id} has no Digiclub`);
    const scope = scopeForJob(job("extend-series"), "series:plan", {
      kind: "tenant",
      region: region.id,
      tenant: tenantId(region.id, digiclub.municipality),
    });
    const outcome = await extend(scope, { series: seriesOf(region, known), until });
    if (!outcome.ok) throw new Error(`${known.id} could not be planned: ${outcome.refusal.kind}`);
    added[known.id] = outcome.value;
  }
  return added;
}
