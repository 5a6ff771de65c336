import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { job, scopeForJob } from "@digihulp/access";
import { eventFrom } from "@digihulp/events";
import { openSessions, openTable, rowFromStream } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { partnershipTable } from "./store/partnership-table.ts";
import { upcomingMoments } from "./store/upcoming.ts";
import { projectUpcoming } from "./use-cases/project-upcoming.ts";

const env = environment(process.env);
const table = openTable({
  definition: partnershipTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const project = projectUpcoming({ upcoming: upcomingMoments(table) });
const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function record({ dynamodb }: DynamoDBRecord): Promise<void> {
  const event = eventFrom(rowFromStream(dynamodb?.NewImage));
  const scope = scopeForJob(job("project-upcoming"), "start-page:project", {
    kind: "public",
    region: event.region,
  });
  await project(scope, event);
}

/** Reads the agenda's events from its stream; only the records that failed come back. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(event, record, processor);
