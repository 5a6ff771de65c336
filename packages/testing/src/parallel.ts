/** Runs the same work so many times at once and answers what each came to, in order. */
export const inParallel = <Value>(
  times: number,
  work: (at: number) => Promise<Value>,
): Promise<Value[]> => Promise.all(Array.from({ length: times }, (_, at) => work(at)));

/** How often each answer came. */
export function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
