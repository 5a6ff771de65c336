import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { ServiceContext } from "./service-context.ts";

export type TableIndex = { name: string; partition: string; sort?: string; only?: string[] };

export type ServiceTableProps = { service: ServiceContext; indexes?: TableIndex[] };

/** Given, not generated: sessions and person cards are read by services that deploy before their owner. */
export const tableNameOf = ({ name }: Stage, service: string): string =>
  `digihulp-${name}-${service}`;

/** The one table of a service. */
export class ServiceTable extends TableV2 {
  constructor(scope: Construct, id: string, { service, indexes = [] }: ServiceTableProps) {
    super(scope, id, {
      tableName: tableNameOf(service.stage, service.name),
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billing: Billing.onDemand(),
      // A key of our own would add kms:Decrypt to every data role and a KMS call to the first
      // read of every session, and separate nobody from anybody: the same roles would hold both.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: "expiresAt",
      globalSecondaryIndexes: indexes.map(globalIndex),
      deletionProtection: service.stage.keepsData,
      removalPolicy: service.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  get streamArn(): string {
    if (this.tableStreamArn === undefined) throw new Error(`${this.node.path} has no stream.`);
    return this.tableStreamArn;
  }
}

function globalIndex({ name, partition, sort, only }: TableIndex): GlobalSecondaryIndexPropsV2 {
  return {
    indexName: name,
    partitionKey: { name: partition, type: AttributeType.STRING },
    ...(sort !== undefined && { sortKey: { name: sort, type: AttributeType.STRING } }),
    ...(only === undefined
      ? { projectionType: ProjectionType.ALL }
      : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: only }),
  };
}
