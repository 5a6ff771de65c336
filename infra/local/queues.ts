import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson, TemplateError, type Json } from "./json.ts";

/** The template's queues: one file each, one message on a line. */
export type Queues = {
  names: string[];
  send(queue: string, message: Json): void;
  /** Everything that was ever sent, oldest first. */
  messages(queue: string): Json[];
};

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

export function openQueues(folder: string, names: string[]): Queues {
  const fileOf = (queue: string): string => {
    if (!names.includes(queue)) throw new TemplateError(`the template has no queue ${queue}`);
    return join(folder, `${queue}.jsonl`);
  };
  return {
    names,
    send(queue, message) {
      const file = fileOf(queue);
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, `${JSON.stringify(message)}\n`);
    },
    messages: (queue) => contentOf(fileOf(queue)).split("\n").filter(Boolean).map(parseJson),
  };
}
