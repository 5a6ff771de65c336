import { asList, asRecord, field, isRecord } from "./shape.ts";

/** The capacity units in a reply; undefined when the caller did not ask for them. */
export function capacityUnitsOf(reply: Buffer | string): number | undefined {
  const text = reply.toString();
  if (!text.includes('"ConsumedCapacity"')) return undefined;
  const consumed = field(asRecord(JSON.parse(text)), "ConsumedCapacity");
  const units = asList(consumed)
    .filter(isRecord)
    .map((one) => Number(field(one, "CapacityUnits") ?? 0));
  return units.length === 0 ? undefined : units.reduce((sum, one) => sum + one, 0);
}
