import { execFileSync } from "node:child_process";
import type { LocalStack } from "../../infra/local/stack.ts";

const commandOf = (id: number): string =>
  execFileSync("ps", ["-ww", "-o", "args=", "-p", String(id)], { encoding: "utf8" });

/** Ends every process of one function at once, as a machine that fails would; answers their ids. */
export function killFunction(stack: LocalStack, functionName: string): number[] {
  const found = stack.application.functions.find(({ name }) => name === functionName);
  if (!found) throw new Error(`there is no function ${functionName}`);
  const ids = stack.processIds().filter((id) => commandOf(id).includes(found.code));
  for (const id of ids) process.kill(id, "SIGKILL");
  return ids;
}
