import type { Row } from "./row.ts";

const HEAD = ["what", "measured", "reference", "ratio", "budget", "holds"];

/** Two decimals where they say something, none in large figures. */
function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2);
}

function budgetOf({ budget, unit }: Row): string {
  if (!budget) return "";
  return budget.of === "ratio"
    ? `<= ${budget.atMost} x`
    : `<= ${figure(budget.atMost)} ${unit}`.trim();
}

function cellsOf(row: Row): string[] {
  const { holds, measured, ratio, reference, unit, what } = row;
  return [
    what,
    `${figure(measured)} ${unit}`.trim(),
    reference ? `${figure(reference.value)} (${reference.what})` : "",
    ratio === undefined ? "" : `${ratio.toFixed(2)} x`,
    budgetOf(row),
    holds === undefined ? "" : holds ? "yes" : "NO",
  ];
}

/** The rows as a table for a terminal, with the notes under it. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? "").length)));
  const [head = "", ...body] = lines.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const notes = rows.flatMap(({ note, what }) => (note ? [`- ${what}: ${note}`] : []));
  return [head, "-".repeat(head.length), ...body, "", ...notes].join("\n");
}
