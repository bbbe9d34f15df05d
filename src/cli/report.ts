import { type CopyProblem, sayProblem } from "#domain/copy-problem.ts";
import type { Terminal } from "./terminal.ts";

const mostNotes = 12;

/** Every spiked piece of copy with its reason, then the notes; many notes of one kind are counted instead of listed. */
export function reportProblems(
  spiked: readonly CopyProblem[],
  notes: readonly CopyProblem[],
  terminal: Terminal,
): void {
  for (const problem of spiked) terminal.warn(`spiked  ${problem.file}  ${sayProblem(problem)}`);
  for (const problem of notes.slice(0, mostNotes)) terminal.warn(`note    ${problem.file}  ${sayProblem(problem)}`);
  if (notes.length > mostNotes) {
    terminal.warn(
      `note    … and ${notes.length - mostNotes} more. "npm run dateline -- check <copy> --json" lists them all.`,
    );
  }
}

export function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : several}`;
}
