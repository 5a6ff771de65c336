export const handler = (): Promise<{ batchItemFailures: [] }> =>
  Promise.resolve({ batchItemFailures: [] });
