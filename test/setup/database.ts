import type { TestProject } from "vitest/node";
import { startDatabase } from "../../infra/local/wall/database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    dynamodb: string;
  }
}

/** One DynamoDB Local in memory for all integration tests; each test makes tables of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDatabase({});
  project.provide("dynamodb", database.endpoint);
  return () => database.stop();
}
