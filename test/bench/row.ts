import type { LocalStack } from "../../infra/local/stack.ts";
import type { DatabaseCall, ObservedDatabase } from "./observed-database.ts";

/** What a measure may be at most: the figure itself, or its ratio to the reference. */
export type Budget = { readonly of: "measured" | "ratio"; readonly atMost: number };

export type Reference = { readonly what: string; readonly value: number };

export type Measured = {
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  readonly budget?: Budget;
  readonly reference?: Reference;
  /** What a reader must know to judge the figure. */
  readonly note?: string;
};

/** One line of the benchmark; `holds` is absent where there is no budget. */
export type Row = Measured & { readonly ratio?: number; readonly holds?: boolean };

/** The app as the benchmark built it. */
export type Build = {
  readonly root: string;
  /** Folder of the bundles, and of the app synthesized from them. */
  readonly dist: string;
  readonly assembly: string;
};

/** What happened at the database while one step of the first deployment ran. */
export type Deployed = { readonly step: string; readonly calls: readonly DatabaseCall[] };

/** What the measures share: the built app, running, its region loaded. */
export type Bench = Build & {
  readonly stack: LocalStack;
  readonly observed: ObservedDatabase;
  readonly deployed: readonly Deployed[];
};

export type Measure = (bench: Bench) => Promise<readonly Row[]>;

/** Completes a line with its ratio and whether it holds. */
export function row(line: Measured): Row {
  const { budget, measured, reference } = line;
  const ratio = reference && reference.value > 0 ? measured / reference.value : undefined;
  const judged = budget?.of === "ratio" ? ratio : measured;
  return {
    ...line,
    ...(ratio === undefined ? {} : { ratio }),
    ...(budget ? { holds: judged !== undefined && judged <= budget.atMost } : {}),
  };
}

const sorted = (values: readonly number[]): number[] => values.toSorted((one, two) => one - two);

/** The value below which this part (0 to 1) of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const found = sorted(values)[Math.floor((values.length - 1) * part)];
  if (found === undefined) throw new RangeError("nothing was measured");
  return found;
}
