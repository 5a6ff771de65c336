import type {
  AttributeDefinition,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
  StreamViewType,
} from "@aws-sdk/client-dynamodb";
import { asList, asRecord, field, isRecord, type Json } from "./shape.ts";

/** The properties of an AWS::DynamoDB::GlobalTable, with every intrinsic resolved. */
export type TableProperties = Readonly<Record<string, unknown>>;

export type TableShape = {
  name: string;
  keySchema: KeySchemaElement[];
  attributes: AttributeDefinition[];
  globalIndexes: GlobalSecondaryIndex[];
  localIndexes: LocalSecondaryIndex[];
  stream: StreamViewType | undefined;
  expiryAttribute: string | undefined;
};

function text(record: Json, name: string): string {
  const value = field(record, name);
  if (typeof value !== "string") throw new Error(`a table's ${name} is no text`);
  return value;
}

function member<Member extends string>(value: string, members: readonly Member[]): Member {
  const found = members.find((one) => one === value);
  if (found === undefined) throw new Error(`${value} is none of ${members.join(", ")}`);
  return found;
}

const keyTypes = ["HASH", "RANGE"] as const;
const attributeTypes = ["S", "N", "B"] as const;
const views = ["KEYS_ONLY", "NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE"] as const;

const records = (record: Json, name: string): Json[] =>
  asList(field(record, name)).filter(isRecord);

function keySchema(record: Json): KeySchemaElement[] {
  return records(record, "KeySchema").map((element) => ({
    AttributeName: text(element, "AttributeName"),
    KeyType: member(text(element, "KeyType"), keyTypes),
  }));
}

function projection(index: Json): Projection {
  const given = asRecord(field(index, "Projection"));
  const type = member(text(given, "ProjectionType"), ["ALL", "INCLUDE", "KEYS_ONLY"]);
  if (type !== "INCLUDE") return { ProjectionType: type };
  const names = asList(field(given, "NonKeyAttributes")).filter((name) => typeof name === "string");
  return { ProjectionType: type, NonKeyAttributes: names };
}

function indexesOf(properties: Json, name: string): GlobalSecondaryIndex[] {
  return records(properties, name).map((index) => ({
    IndexName: text(index, "IndexName"),
    KeySchema: keySchema(index),
    Projection: projection(index),
  }));
}

function streamOf(properties: Json): StreamViewType | undefined {
  const stream = field(properties, "StreamSpecification");
  return isRecord(stream) ? member(text(stream, "StreamViewType"), views) : undefined;
}

function expiryOf(properties: Json): string | undefined {
  const expiry = asRecord(field(properties, "TimeToLiveSpecification"));
  return field(expiry, "Enabled") === true ? text(expiry, "AttributeName") : undefined;
}

/** Reads what DynamoDB Local can carry; billing, replicas, backups and tags have no counterpart. */
export function readTable(properties: TableProperties): TableShape {
  return {
    name: text(properties, "TableName"),
    keySchema: keySchema(properties),
    attributes: records(properties, "AttributeDefinitions").map((attribute) => ({
      AttributeName: text(attribute, "AttributeName"),
      AttributeType: member(text(attribute, "AttributeType"), attributeTypes),
    })),
    globalIndexes: indexesOf(properties, "GlobalSecondaryIndexes"),
    localIndexes: indexesOf(properties, "LocalSecondaryIndexes"),
    stream: streamOf(properties),
    expiryAttribute: expiryOf(properties),
  };
}
