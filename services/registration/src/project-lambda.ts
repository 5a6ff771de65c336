import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { job, scopeForJob } from "@digihulp/access";
import { eventFrom } from "@digihulp/events";
import { regionById } from "@digihulp/region";
import { openSessions, openTable, rowFromStream } from "@digihulp/store";
import { environment } from "@digihulp/web/environment";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { referralTold } from "./domain/referral-told.ts";
import { referrals } from "./store/referrals.ts";
import { registrationTable } from "./store/registration-table.ts";
import { projectReferral } from "./use-cases/project-referral.ts";

const env = environment(process.env);
const table = openTable({
  definition: registrationTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const project = projectReferral({ referrals: referrals(table) });
const processor = new BatchProcessor(EventType.DynamoDBStreams);

async function record({ dynamodb }: DynamoDBRecord): Promise<void> {
  const event = eventFrom(rowFromStream(dynamodb?.NewImage));
  const told = referralTold(event, regionById(event.region));
  if (!told) return;
  const scope = scopeForJob(job("project-referral"), "referral:project", {
    kind: "organisation",
    region: event.region,
    organisation: told.organisation,
  });
  await project(scope, told);
}

/** Reads this service's own events from its stream; only the records that failed come back. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(event, record, processor);
