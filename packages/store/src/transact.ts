import { TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type {
  CancellationReason,
  DynamoDBClient,
  TransactWriteItem,
} from "@aws-sdk/client-dynamodb";

/** What became of a transaction: done, or which of its items could not be written and what stood there. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "condition"; readonly at: number; readonly reason: CancellationReason }
  | { readonly kind: "contention" };

export type Pause = (attempt: number) => Promise<void>;

// DynamoDB cancels when another transaction holds the item; the SDK does not try that again.
const PASSING = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
]);
const MOST_ATTEMPTS = 4;
const LONGEST_PAUSE = 40;

/** Waits a random part of 40, 80, 160 milliseconds. */
export const jitter: Pause = (attempt) =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * LONGEST_PAUSE * 2 ** attempt);
  });

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = error.CancellationReasons ?? [];
  const at = reasons.findIndex(({ Code }) => Code === "ConditionalCheckFailed");
  const reason = reasons[at];
  if (reason) return { kind: "condition", at, reason };
  if (reasons.some(({ Code }) => Code !== undefined && PASSING.has(Code)))
    return { kind: "contention" };
  throw error;
}

/**
 * Sends one transaction; contention and throttling are tried again, four times in all, with jitter.
 * Throws what is neither a lost condition nor contention.
 */
export async function transact(
  client: DynamoDBClient,
  items: readonly TransactWriteItem[],
  pause: Pause = jitter,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...items] }));
      return { kind: "done" };
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind === "condition" || attempt === MOST_ATTEMPTS) return outcome;
      await pause(attempt);
    }
  }
}
