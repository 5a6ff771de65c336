import type { Result } from "@digihulp/kernel";

// Each lost race means that another desk won one, so a moment of twelve places is settled well within
// this: five times the store's three decisions.
const MOST_ROUNDS = 5;

/** Tries a command anew while others keep changing the same rows. */
export async function settled<Value, Refusal extends { readonly kind: string }>(
  command: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  let outcome = await command();
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    if (outcome.ok || outcome.refusal.kind !== "changed-meanwhile") return outcome;
    outcome = await command();
  }
  return outcome;
}
