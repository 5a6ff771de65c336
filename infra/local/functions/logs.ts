import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { isObject, parseJson } from "../json.ts";

export type Say = (line: string) => void;

/** The message of a log line that reports an error in JSON, as the structured logger writes it. */
function errorIn(line: string): string | undefined {
  if (!line.startsWith("{") || !line.includes('"ERROR"')) return undefined;
  try {
    const entry = parseJson(line);
    if (!isObject(entry) || entry["level"] !== "ERROR") return undefined;
    return typeof entry["message"] === "string" ? entry["message"] : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a function writes in `<folder>/<function>.log`, and says its errors aloud. */
export function openLog(folder: string, name: string, say: Say): (chunk: Buffer) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  let rest = "";
  return (chunk) => {
    appendFileSync(file, chunk);
    const lines = (rest + chunk.toString("utf8")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const error = errorIn(line);
      if (error !== undefined) say(`${name}: ${error}`);
    }
  };
}
