import { startStack } from "../../infra/local/stack.ts";
import { observeDatabase } from "./observed-database.ts";
import type { Bench, Build, Deployed } from "./row.ts";

/** Starts the app in memory and loads its region, as a first deployment does. */
export async function startBench(build: Build, signal: AbortSignal): Promise<Bench> {
  const observed = await observeDatabase();
  const deployed: Deployed[] = [];
  const starting = () =>
    startStack({
      assembly: build.assembly,
      database: Promise.resolve(observed.database),
      quiet: true,
      signal,
      step: async (step, work) => {
        const { result, calls } = await observed.during(work);
        if (calls.length > 0) deployed.push({ step, calls });
        return result;
      },
    });
  const { result: stack, calls } = await observed.during(starting);
  deployed.push({ step: "deployment and all that it sets going", calls });
  return { ...build, stack, observed, deployed };
}
