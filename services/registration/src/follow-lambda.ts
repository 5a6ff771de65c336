import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { job, scopeForJob } from "@digihulp/access";
import { eventFrom } from "@digihulp/events";
import { regionById, tenantsOf } from "@digihulp/region";
import { openSessions, openTable, rowFromStream } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { stepTold } from "./domain/agenda-told.ts";
import { registrationTable } from "./store/registration-table.ts";
import { followQuestion } from "./use-cases/follow-question.ts";

const env = environment(process.env);
const table = openTable({
  definition: registrationTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const follow = followQuestion({ table });
const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function record({ dynamodb }: DynamoDBRecord): Promise<void> {
  const event = eventFrom(rowFromStream(dynamodb?.NewImage));
  const told = stepTold(event);
  if (!told) return;
  const tenant = tenantsOf(regionById(event.region)).find((known) => known === event.scope);
  if (!tenant) throw new Error("an event of the agenda outside every tenant");
  const scope = scopeForJob(job("follow-question"), "question:follow", {
    kind: "tenant",
    region: event.region,
    tenant,
  });
  const outcome = await follow(scope, told);
  if (!outcome.ok) throw new Error(`a question could not be followed: ${outcome.refusal.kind}`);
}

// One after the other: the events of one question would only race each other.
const options = { processInParallel: false };

/** Reads the agenda's events from its stream; only the records that failed come back. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(event, record, processor, options);
