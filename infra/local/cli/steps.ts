import { performance } from "node:perf_hooks";

export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

const WIDTH = 44;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(5)} s`;
}

/** Does a piece of work and prints how long it took. */
export const step: Step = async (name, work) => {
  const started = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(WIDTH)}${seconds(performance.now() - started)}`);
  return result;
};
