import { job, scopeForJob } from "@digihulp/access";
import { digiclubsOf, regionById, tenantId } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import { partnershipTable } from "./store/partnership-table.ts";
import { onboardTenant } from "./use-cases/onboard-tenant.ts";

const env = environment(process.env);
const region = regionById(env.regionId);
const table = openTable({
  definition: partnershipTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const onboard = onboardTenant({ table });

/** Runs after each deployment: puts every tenant of the region in place; doing it again is safe. */
export async function handler(): Promise<Record<string, string>> {
  const done: Record<string, string> = {};
  for (const municipality of region.municipalities) {
    const tenant = tenantId(region.id, municipality.id);
    const scope = scopeForJob(job("onboard-tenant"), "tenant:onboard", {
      kind: "tenant",
      region: region.id,
      tenant,
    });
    const digiclubs = digiclubsOf(region, municipality.id);
    const outcome = await onboard(scope, { municipality, digiclubs });
    if (!outcome.ok) throw new Error(`${tenant} could not be onboarded: ${outcome.refusal.kind}`);
    done[tenant] = outcome.value;
  }
  return done;
}
