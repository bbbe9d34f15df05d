/** Where a command speaks, and what it knows of the world outside: handed in, so that a test can stand in for it. */
export type Terminal = {
  /** What was asked for: results, and JSON for machines. */
  readonly say: (line: string) => void;
  /** Problems and progress. */
  readonly warn: (line: string) => void;
  /** Rewrites one line while work goes on; does nothing where nobody watches. */
  readonly progress: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted by Ctrl-C: work stops at the next file and leaves nothing half done. */
  readonly interrupted: AbortSignal;
};

/** 0 done, 1 some copy spiked under check or --strict, 2 bad usage or nothing readable, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Something that stops a command, with a message for the person who typed it. */
export class CommandProblem extends Error {
  override readonly name = "CommandProblem";
}

/** What the system calls a failure: "ENOENT". */
export function codeOf(problem: unknown): string {
  return problem instanceof Error && "code" in problem ? String(problem.code) : String(problem);
}

export function processTerminal(): Terminal {
  let drawn = 0;
  const erase = () => {
    if (drawn > 0) process.stderr.write(`\r${" ".repeat(drawn)}\r`);
    drawn = 0;
  };
  const interruption = new AbortController();
  // Once: who types Ctrl-C again does not want to wait.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interruption.abort());
  return {
    say: (line) => {
      erase();
      process.stdout.write(`${line}\n`);
    },
    warn: (line) => {
      erase();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      const shown = line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1));
      process.stderr.write(`\r${shown.padEnd(drawn)}`);
      drawn = shown.length;
    },
    environment: process.env,
    now: () => Date.now(),
    interrupted: interruption.signal,
  };
}
