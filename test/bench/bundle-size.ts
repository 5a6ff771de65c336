import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { row, type Bench, type Row } from "./row.ts";

const KB = 1000;
const MOST_KB = 450;

/** What only a write or a document needs; the recurrence library is for planning alone. */
const HEAVY =
  /node_modules\/(?:.*\/)?(pdfkit|pdf-lib|@myriaddreamin|write-excel-file|exceljs|libphonenumber-js|rrule-temporal)\//;

const Meta = z.object({
  outputs: z.record(
    z.string(),
    z.object({ bytes: z.number(), inputs: z.record(z.string(), z.unknown()) }),
  ),
});

/** dist/functions/agenda-web/index.cjs is agenda-web. */
const nameOf = (output: string): string => /([^/]+)\/index\.cjs$/.exec(output)?.[1] ?? "";

/** The size of every function; and what the hot path carries that it must not. */
export async function bundleSizes({ dist }: Bench): Promise<readonly Row[]> {
  const { outputs } = Meta.parse(JSON.parse(readFileSync(join(dist, "meta.json"), "utf8")));
  const bundles = Object.entries(outputs)
    .map(([output, { bytes, inputs }]) => ({ name: nameOf(output), bytes, inputs }))
    .filter(({ name }) => name !== "");
  const sizes = bundles.map(({ name, bytes }) =>
    row({
      what: `bundle ${name}`,
      unit: "KB",
      measured: bytes / KB,
      budget: { of: "measured", atMost: MOST_KB },
    }),
  );
  const heavy = bundles
    .filter(({ name }) => name.endsWith("-web"))
    .flatMap(({ inputs }) => Object.keys(inputs).flatMap((path) => HEAVY.exec(path)?.[1] ?? []));
  const carried = row({
    what: "PDF, XLSX, phone and recurrence libraries in the hot path",
    unit: "",
    measured: new Set(heavy).size,
    budget: { of: "measured", atMost: 0 },
    ...(heavy.length > 0 ? { note: [...new Set(heavy)].join(", ") } : {}),
  });
  return [...sizes, carried];
}
