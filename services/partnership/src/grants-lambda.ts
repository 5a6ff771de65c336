import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { job, scopeForJob } from "@digihulp/access";
import { eventFrom } from "@digihulp/events";
import { openSessions, openTable, rowFromStream } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { organisationGrants } from "./store/organisation-grants.ts";
import { partnershipTable } from "./store/partnership-table.ts";
import { projectGrants } from "./use-cases/project-grants.ts";

const env = environment(process.env);
const table = openTable({
  definition: partnershipTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const project = projectGrants({ grants: organisationGrants(table) });
const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function record({ dynamodb }: DynamoDBRecord): Promise<void> {
  const event = eventFrom(rowFromStream(dynamodb?.NewImage));
  const resource = { kind: "session", region: event.region } as const;
  await project(scopeForJob(job("project-grants"), "session:keep", resource), event);
}

/** Reads the partnership's own events from its stream; only the records that failed come back. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(event, record, processor);
