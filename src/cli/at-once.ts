import { availableParallelism } from "node:os";

/** Does the work for each of the values, as many at once as the machine has cores. Stops at the first failure. */
export async function atOnce<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<void>,
  most = availableParallelism(),
): Promise<void> {
  const left = values.values();
  const worker = async () => {
    for (const value of left) await work(value);
  };
  await Promise.all(Array.from({ length: Math.min(most, values.length) }, worker));
}
