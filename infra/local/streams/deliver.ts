import type { Outcome } from "../functions/outcome.ts";
import { isObject, type Json } from "../json.ts";
import type { MappingDefinition } from "../template/event-sources.ts";
import type { StreamRecord } from "./record.ts";

export type GivenUp = {
  records: StreamRecord[];
  condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
  invocations: number;
};

export type Delivery = {
  mapping: MappingDefinition;
  invoke(event: Json): Promise<Outcome>;
  /** Everything up to this record is dealt with. */
  checkpoint(record: StreamRecord): void;
  giveUp(given: GivenUp): void;
  /** Waits before the next try; rejects when the pump stops. */
  pause(milliseconds: number): Promise<void>;
  now(): number;
};

type Batch = { records: StreamRecord[]; failures: number; invocations: number };

/** A stream keeps a record for 24 hours; nothing is tried for longer. */
const STREAM_MILLISECONDS = 24 * 3_600_000;
const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

/** Index of the first record that failed; -1 when none did. */
function firstFailure(outcome: Outcome, batch: StreamRecord[], mapping: MappingDefinition): number {
  if (outcome.kind === "failure") return 0;
  if (!mapping.reportsItemFailures || !isObject(outcome.payload)) return -1;
  const failures = outcome.payload["batchItemFailures"] ?? [];
  if (!Array.isArray(failures)) return 0;
  const indexes = failures.map((failure) => {
    const sequence = isObject(failure) ? failure["itemIdentifier"] : undefined;
    return batch.findIndex((record) => record.sequence === sequence);
  });
  // An identifier that names no record fails the whole batch.
  return indexes.length === 0 ? -1 : Math.max(0, Math.min(...indexes));
}

function split({ records, failures, invocations }: Batch): Batch[] {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)].map((half) => ({
    records: half,
    failures,
    invocations,
  }));
}

class Deliverer {
  private readonly delivery: Delivery;

  constructor(delivery: Delivery) {
    this.delivery = delivery;
  }

  async run(records: StreamRecord[]): Promise<void> {
    const work: Batch[] = [{ records, failures: 0, invocations: 0 }];
    for (let batch = work.shift(); batch; batch = work.shift()) {
      work.unshift(...(await this.attempt(this.withoutOld(batch))));
    }
  }

  /** What is left to do after one try of a batch. */
  private async attempt(batch: Batch): Promise<Batch[]> {
    const { mapping, invoke } = this.delivery;
    if (batch.records.length === 0) return [];
    const outcome = await invoke({ Records: batch.records.map((record) => record.event) });
    const failed = firstFailure(outcome, batch.records, mapping);
    this.done(failed < 0 ? batch.records : batch.records.slice(0, failed));
    if (failed < 0) return [];
    const invocations = batch.invocations + 1;
    if (outcome.kind === "failure" && mapping.bisects && batch.records.length > 1) {
      return split({ ...batch, invocations });
    }
    const failures = failed > 0 ? 1 : batch.failures + 1;
    const records = batch.records.slice(failed);
    if (mapping.retries >= 0 && failures > mapping.retries) {
      this.giveUp({ records, condition: "RetryAttemptsExhausted", invocations });
      return [];
    }
    const wait = FIRST_PAUSE_MILLISECONDS * 2 ** (failures - 1);
    await this.delivery.pause(Math.min(wait, LONGEST_PAUSE_MILLISECONDS));
    return [{ records, failures, invocations }];
  }

  private withoutOld(batch: Batch): Batch {
    const { mapping, now } = this.delivery;
    const limit =
      mapping.maximumAgeSeconds < 0 ? STREAM_MILLISECONDS : mapping.maximumAgeSeconds * 1000;
    const isOld = (record: StreamRecord): boolean => now() - record.createdAt > limit;
    const old = batch.records.filter(isOld);
    if (old.length === 0) return batch;
    const { invocations } = batch;
    this.giveUp({ records: old, condition: "RecordAgeExceeded", invocations });
    return { ...batch, records: batch.records.filter((record) => !isOld(record)) };
  }

  private giveUp(given: GivenUp): void {
    this.delivery.giveUp(given);
    this.done(given.records);
  }

  private done(records: StreamRecord[]): void {
    const last = records.at(-1);
    if (last) this.delivery.checkpoint(last);
  }
}

/** Hands records to a function until each is taken, or given up by the mapping's own rules. */
export async function deliver(records: StreamRecord[], delivery: Delivery): Promise<void> {
  await new Deliverer(delivery).run(records);
}
