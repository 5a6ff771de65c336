import { at, breaches, list, name, ofType, type Resource, text } from "./resources.ts";

/** What a table must have to lose nothing; protection against deletion where it holds data of people. */
export const tablesAreSafe =
  ({ protectedToo }: { protectedToo: boolean }) =>
  (resources: Resource[]): string[] =>
    ofType(resources, "AWS::DynamoDB::GlobalTable").flatMap((table) => {
      const { properties } = table;
      const replicas = list(properties["Replicas"]);
      const every = (...path: string[]) =>
        replicas.length > 0 && replicas.every((replica) => at(replica, ...path) === true);
      const lacking = {
        "no recovery to a point in time": !every(
          "PointInTimeRecoverySpecification",
          "PointInTimeRecoveryEnabled",
        ),
        "no protection against deletion": protectedToo && !every("DeletionProtectionEnabled"),
        "no stream": !text(at(properties, "StreamSpecification", "StreamViewType")).startsWith(
          "NEW",
        ),
        "no expiry": at(properties, "TimeToLiveSpecification", "AttributeName") !== "expiresAt",
        "provisioned capacity": properties["BillingMode"] !== "PAY_PER_REQUEST",
      };
      return breaches(table, lacking);
    });

/** What anyone may read is projected by name; nothing private slips into a public index. */
export function publicIndexesListTheirAttributes(resources: Resource[]): string[] {
  return ofType(resources, "AWS::DynamoDB::GlobalTable").flatMap((table) =>
    list(table.properties["GlobalSecondaryIndexes"])
      .filter((index) => text(at(index, "IndexName")).startsWith("public"))
      .filter((index) => at(index, "Projection", "ProjectionType") !== "INCLUDE")
      .map((index) => `${name(table)} projects everything into ${text(at(index, "IndexName"))}`),
  );
}
