import type { CopyProblem } from "#domain/copy-problem.ts";

/** Nothing of the copy could be read. */
export class SpikedCopy extends Error {
  override readonly name = "SpikedCopy";
  readonly problems: readonly CopyProblem[];

  constructor(problems: readonly CopyProblem[]) {
    super("Nothing of the copy could be read.");
    this.problems = problems;
  }
}
