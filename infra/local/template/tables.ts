import type { JsonObject } from "../json.ts";
import type { Template } from "./template.ts";

/** The properties of a table in the template's own words, its physical name included. */
export type TableDefinition = { TableName: string } & JsonObject;

export function readTables(template: Template): TableDefinition[] {
  return template
    .resources("AWS::DynamoDB::GlobalTable")
    .map((table) => ({ ...table.properties.raw, TableName: table.name }));
}
