import type { CopyProblem } from "#domain/copy-problem.ts";
import { sayCopyProblem } from "./say.ts";

/** What was wrong with copy is told to whoever made it, in English as on the command line. */
export function CopyProblems({ problems }: { problems: readonly CopyProblem[] }) {
  return (
    <ul className="meta grid gap-2" lang="en" dir="ltr">
      {problems.map((problem, at) => (
        <li key={at}>{sayCopyProblem(problem)}</li>
      ))}
    </ul>
  );
}
