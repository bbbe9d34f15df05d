import { type CopyProblem, sayProblem } from "#domain/copy-problem.ts";
import type { Terminal } from "./terminal.ts";

const fewNotes = 12;

/** Every spiked piece of copy with its reason, then every note. */
export function reportProblems(
  spiked: readonly CopyProblem[],
  notes: readonly CopyProblem[],
  terminal: Pick<Terminal, "warn">,
): void {
  for (const problem of spiked) terminal.warn(`spiked  ${problem.file}  ${sayProblem(problem)}`);
  for (const problem of notes) terminal.warn(`note    ${problem.file}  ${sayProblem(problem)}`);
}

/** Every spiked piece of copy, but of many notes only the first, how many more there are, and the command that says them all. */
export function reportInShort(
  spiked: readonly CopyProblem[],
  notes: readonly CopyProblem[],
  sayingAll: string,
  terminal: Pick<Terminal, "warn">,
): void {
  reportProblems(spiked, notes.slice(0, fewNotes), terminal);
  const left = notes.length - fewNotes;
  if (left > 0) terminal.warn(`note    … and ${count(left, "more note", "more notes")}. To see all:  ${sayingAll}`);
}

export function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : several}`;
}
