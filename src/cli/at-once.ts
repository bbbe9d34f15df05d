import { availableParallelism } from "node:os";

/** Does the work for each of the values, as many at once as the machine has cores. After a failure nothing more is begun. */
export async function atOnce<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const left = values.values();
  let hasFailed = false;
  const worker = async () => {
    for (const value of left) {
      if (hasFailed) return;
      try {
        await work(value);
      } catch (problem) {
        hasFailed = true;
        throw problem;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), values.length) }, worker));
}
