import { each, form, once } from "./call.ts";
import type { CallsOf, Ids, Said } from "./call.ts";
import { whoMay, whoMayAtHome } from "./rights.ts";
import type { Thing } from "./world.ts";

const atHome = whoMayAtHome("grants");
const grants = (thing: Thing) => whoMay("grants", thing);
const grant = ({ grant: id }: Ids): Said => ({ params: { id } });

export const grantCalls: CallsOf = (world) => ({
  "GET /beheer/toegang": once(atHome),
  "POST /beheer/toegang": once(atHome, {
    body: form({ organisatie: "cvo", vanaf: "2026-12-01" }),
  }),
  "POST /beheer/toegang/:id/einde": each(world)(grants, grant),
  "GET /api/partnership/grants": once(atHome),
  "POST /api/partnership/grants": once(atHome, {
    body: { organisation: "beego", from: "2026-12-01" },
  }),
  "POST /api/partnership/grants/:id/end": each(world)(grants, grant),
});
