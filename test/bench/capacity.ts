import { READS, someMoment, view, type ReadName } from "./pages.ts";
import { LOADERS_A_YEAR, PRICES, TIMES_A_YEAR } from "./prices.ts";
import { requestUnits, type Units } from "./request-units.ts";
import { row, type Bench, type Row } from "./row.ts";

const MILLION = 1_000_000;
const UPPER_BOUND =
  "writes counted from item sizes: every index entry as if it changed, twice inside a transaction";

type UseCase = { readonly name: string; readonly units: Units; readonly timesAYear: number };

const NAMES = Object.keys(READS).filter((name): name is ReadName => name in READS);

async function pageViews(bench: Bench): Promise<UseCase[]> {
  const moment = await someMoment(bench);
  const tables = bench.stack.application.tables;
  const found: UseCase[] = [];
  for (const name of NAMES) {
    const path = READS[name](Date.now(), moment);
    const { calls } = await bench.observed.during(() => view(bench, path));
    found.push({ name, units: requestUnits(tables, calls), timesAYear: TIMES_A_YEAR[name] });
  }
  return found;
}

/** The first deployment with everything it sets going, then each loader again with nothing to do. */
async function loaders({ deployed, observed, stack }: Bench): Promise<UseCase[]> {
  const { application } = stack;
  const found = deployed.map(({ calls, step }) => ({
    name: `first ${step}`,
    units: requestUnits(application.tables, calls),
    timesAYear: 0,
  }));
  for (const { functionName, title } of application.afterDeploy) {
    const { calls } = await observed.during(async () => {
      await stack.invoke(functionName, {});
      await stack.drain();
    });
    const units = requestUnits(application.tables, calls);
    found.push({ name: `${title} again, nothing new`, units, timesAYear: LOADERS_A_YEAR });
  }
  return found;
}

const dollars = ({ reads, writes }: Units): number =>
  (reads * PRICES.readUnits + writes * PRICES.writeUnits) / MILLION;

function rowsOf({ name, units: { reads, writes } }: UseCase): Row[] {
  const asked = row({ what: `read units, ${name}`, unit: "", measured: reads });
  if (writes === 0) return [asked];
  const note = UPPER_BOUND;
  return [asked, row({ what: `write units, ${name}`, unit: "", measured: writes, note })];
}

/** What each use case consumes at DynamoDB, and what that costs the region in a year. */
export async function capacity(bench: Bench): Promise<readonly Row[]> {
  const all = [...(await pageViews(bench)), ...(await loaders(bench))];
  const yearly = all.reduce((sum, { units, timesAYear }) => sum + dollars(units) * timesAYear, 0);
  return [
    ...all.flatMap(rowsOf),
    row({
      what: "requests to DynamoDB, the region for a year",
      unit: PRICES.currency,
      measured: yearly,
      note: "prices and numbers of views stand in test/bench/prices.ts, both to be checked",
    }),
  ];
}
