import { setTimeout as pause } from "node:timers/promises";
import { BatchGetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { asId, newId } from "@digihulp/kernel";
import { openSessions, openTable } from "@digihulp/store";
import { occurrenceId } from "../../services/agenda/src/domain/occurrence.ts";
import type { Occurrence } from "../../services/agenda/src/domain/occurrence.ts";
import { agendaTable } from "../../services/agenda/src/store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  DAYS_BEFORE,
  deskScope,
  plan,
} from "../../services/agenda/src/use-cases/attendance-examples.ts";
import { bookClient } from "../../services/agenda/src/use-cases/book-client.ts";
import { quantile, row, type Bench, type Row } from "./row.ts";

const ROUNDS = 60;
const WARM_UP = 10;

const desk = aMember("desk-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const person = aPerson(1);

/** The inputs of the two calls, as JSON. */
type Sent = { load?: string; commit?: string };

/** The table behind the wall, with the rights of the agenda's own function. */
function agendaBehindTheWall({ stack }: Bench) {
  const web = stack.application.functions.find(({ environment }) =>
    Boolean(environment["PEOPLE_TABLE"] && environment["SERVICE"] === "agenda"),
  );
  const role = web?.environment["DATA_ROLE_TENANT"];
  const name = web?.environment["TABLE_NAME"];
  if (!web || !role || !name) throw new Error("the agenda's function has no tenant role");
  const { accessKeyId, secretAccessKey, sessionToken } = stack.wall.credentialsFor(web.roleArn);
  Object.assign(process.env, {
    AWS_REGION: stack.application.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL_DYNAMODB: stack.wall.endpoint,
    AWS_ENDPOINT_URL_STS: stack.wall.endpoint,
  });
  const sessions = openSessions({ tenant: role });
  const table = openTable({ definition: agendaTable(name), sessions, now: Date.now });
  return { table, client: sessions.clientFor(scope) };
}

/** Remembers what the last command sent, to send the same two calls for another moment. */
function remember(client: DynamoDBClient): Sent {
  const sent: Sent = {};
  client.middlewareStack.add(
    (next) => (args) => {
      const { input } = args;
      if ("RequestItems" in input) sent.load = JSON.stringify(input);
      else if ("TransactItems" in input) sent.commit = JSON.stringify(input);
      return next(args);
    },
    { step: "initialize", name: "remember", override: true },
  );
  return sent;
}

/** The same call for another moment: ids of events and of answers must differ, nothing else does. */
const forOther = (input: string, from: Occurrence, to: Occurrence) =>
  JSON.parse(
    input
      .replaceAll(from.id, to.id)
      .replaceAll(/evt_[0-9A-Z]+/g, newId("evt", Date.now()))
      .replaceAll(/"(answer)"/g, `"$1 ${to.id}"`),
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A desk command against its two DynamoDB calls alone, in turn, through the same wall. */
export async function deskCommands(bench: Bench): Promise<readonly Row[]> {
  const { table, client } = agendaBehindTheWall(bench);
  const sent = remember(client);
  const book = bookClient({ table });
  const moment = async (name: string): Promise<Occurrence> => {
    const id = occurrenceId(asId("ser", name), DAYS_BEFORE.date);
    const occurrence = aDropIn({ id });
    await plan(table, occurrence);
    return occurrence;
  };
  const commands: number[] = [];
  const calls: number[] = [];
  for (let turn = 0; turn < ROUNDS + WARM_UP; turn += 1) {
    const [one, other] = [await moment(`command-${turn}`), await moment(`calls-${turn}`)];
    const command = { occurrence: one.id, person, asked: asked(desk, DAYS_BEFORE, `key-${turn}`) };
    const took = await timed(() => book(scope, command));
    const { load, commit } = sent;
    if (!load || !commit) throw new Error("the command made other calls than these two");
    const [read, write] = [forOther(load, one, other), forOther(commit, one, other)];
    const alone = await timed(async () => {
      await client.send(new BatchGetItemCommand(read));
      await client.send(new TransactWriteItemsCommand(write));
    });
    if (turn >= WARM_UP) {
      commands.push(took);
      calls.push(alone);
    }
    await pause(1);
  }
  return [
    row({
      what: "a desk command (plan somebody in), median",
      unit: "ms",
      measured: quantile(commands, 0.5),
      reference: { what: "its two DynamoDB calls alone", value: quantile(calls, 0.5) },
      budget: { of: "ratio", atMost: 1.3 },
      note: `1 batch read + 1 transaction, ${ROUNDS} in turn, through the wall`,
    }),
  ];
}
