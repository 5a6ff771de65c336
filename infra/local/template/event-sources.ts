import { parseJson, type Fields, type Json } from "../json.ts";
import { functionName } from "./functions.ts";
import type { Resource, Template } from "./template.ts";

export type MappingDefinition = {
  name: string;
  functionName: string;
  /** ARN of the stream as the template knows it; its label is made when the table is. */
  streamArn: string;
  tableName: string;
  startAt: "TRIM_HORIZON" | "LATEST";
  batchSize: number;
  bisects: boolean;
  reportsItemFailures: boolean;
  /** -1: until the record is too old. */
  retries: number;
  /** -1: as long as the stream keeps it. */
  maximumAgeSeconds: number;
  /** Name of the queue that learns of records given up. */
  onFailure: string | undefined;
  patterns: Json[];
};

const STREAM_ARN = /^arn:aws:dynamodb:[^:]+:\d+:table\/([^/]+)\/stream\/[^/]+$/;

function startAt(properties: Fields): "TRIM_HORIZON" | "LATEST" {
  const text = properties.text("StartingPosition");
  if (text === "TRIM_HORIZON" || text === "LATEST") return text;
  return properties.fail("StartingPosition", `${text} is not run locally`);
}

function patterns(properties: Fields): Json[] {
  const criteria = properties.optionalFields("FilterCriteria");
  return (criteria?.each("Filters") ?? []).map((filter) => parseJson(filter.text("Pattern")));
}

/** The last part of a queue's ARN. */
export function queueName(arn: string, where: Fields): string {
  const [prefix, , service, , , name] = arn.split(":");
  if (prefix !== "arn" || service !== "sqs" || name === undefined) {
    return where.fail("Destination", `${arn} is no queue`);
  }
  return name;
}

function onFailure(properties: Fields): string | undefined {
  const target = properties.optionalFields("DestinationConfig")?.optionalFields("OnFailure");
  return target && queueName(target.text("Destination"), target);
}

function readMapping(mapping: Resource): MappingDefinition {
  const properties = mapping.properties.only(
    "BatchSize",
    "BisectBatchOnFunctionError",
    "DestinationConfig",
    "Enabled",
    "EventSourceArn",
    "FilterCriteria",
    "FunctionName",
    "FunctionResponseTypes",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "ParallelizationFactor",
    "StartingPosition",
    "Tags",
  );
  const streamArn = properties.text("EventSourceArn");
  const tableName = STREAM_ARN.exec(streamArn)?.[1];
  return {
    name: mapping.name,
    functionName: functionName(properties.text("FunctionName")),
    streamArn,
    tableName: tableName ?? properties.fail("EventSourceArn", "is no stream of a table"),
    startAt: startAt(properties),
    batchSize: properties.number("BatchSize", 100),
    bisects: properties.flag("BisectBatchOnFunctionError"),
    reportsItemFailures: properties
      .texts("FunctionResponseTypes")
      .includes("ReportBatchItemFailures"),
    retries: properties.number("MaximumRetryAttempts", -1),
    maximumAgeSeconds: properties.number("MaximumRecordAgeInSeconds", -1),
    onFailure: onFailure(properties),
    patterns: patterns(properties),
  };
}

export function readMappings(template: Template): MappingDefinition[] {
  return template
    .resources("AWS::Lambda::EventSourceMapping")
    .filter((mapping) => mapping.properties.flag("Enabled", true))
    .map(readMapping);
}
