/** Ctrl-C reaches this process from the terminal and from the one that started it. */
const SAME_PRESS_MILLISECONDS = 500;

/** Aborts at the first wish to stop; a second press, later than the first, ends everything at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  const stop = (): void => {
    const now = performance.now();
    first ??= now;
    controller.abort();
    if (now - first > SAME_PRESS_MILLISECONDS) process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // The process that started this one has gone without a word.
  process.on("disconnect", () => controller.abort());
  return controller.signal;
}
