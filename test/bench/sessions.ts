import { view } from "./pages.ts";
import { row, type Bench, type Row } from "./row.ts";

/** One page of each service that anyone reads; nobody may have asked for it before. */
const FIRST_PAGES = ["/digiclubs?keer=eerst", "/agenda?keer=eerst"];

/** How many sessions a fresh function takes before it can read, and a warm one. */
export async function sessions(bench: Bench): Promise<readonly Row[]> {
  let assumed = 0;
  bench.stack.wall.onCall(({ action }) => {
    if (action === "sts:AssumeRole") assumed += 1;
  });
  const during = async (path: string): Promise<number> => {
    assumed = 0;
    await view(bench, path);
    return assumed;
  };
  const rows: Row[] = [];
  for (const path of FIRST_PAGES) {
    const page = path.replace(/\?.*/, "");
    const fresh = await during(path);
    const warm = await during(`${path}-opnieuw`);
    rows.push(
      row({ what: `AssumeRole calls, ${page}, fresh function`, unit: "", measured: fresh }),
      row({
        what: `AssumeRole calls, ${page}, warm function`,
        unit: "",
        measured: warm,
        budget: { of: "measured", atMost: 0 },
      }),
    );
  }
  return rows;
}
