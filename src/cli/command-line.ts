import { parseArgs } from "node:util";
import { nearestOf } from "#domain/nearest.ts";
import { type BuiltApp, builtApp } from "./build-app.ts";
import { check } from "./check-command.ts";
import { type CommandName, commandNames, helpFor } from "./help.ts";
import { hintAtKeptOptions } from "./kept-by-npm.ts";
import { pressCommand } from "./press-command.ts";
import { serve } from "./serve-command.ts";
import { start } from "./start-command.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import type { Typed } from "./typed.ts";

const optionsOf = {
  press: {
    out: { type: "string" },
    url: { type: "string" },
    newsroom: { type: "string" },
    pages: { type: "string" },
    "share-pictures": { type: "string" },
    compress: { type: "boolean" },
    strict: { type: "boolean" },
    json: { type: "boolean" },
    now: { type: "string" },
  },
  check: { newsroom: { type: "string" }, json: { type: "boolean" } },
  serve: { port: { type: "string" } },
  start: {},
} as const satisfies Record<CommandName, Record<string, { type: "string" | "boolean" }>>;

/**
 * Runs `dateline` as typed and gives its exit code. Speaks every problem itself; throws only for bugs. `app` gives the reader
 * that press puts into sites.
 */
export async function runCommandLine(
  typed: readonly string[],
  terminal: Terminal,
  app: BuiltApp = builtApp,
): Promise<ExitCode> {
  try {
    const [word, ...rest] = typed;
    if (word === undefined || word === "--help" || word === "-h" || word === "help") {
      terminal.say(helpFor(isCommand(rest[0]) ? rest[0] : undefined));
      return word === undefined ? 2 : 0;
    }
    if (!isCommand(word))
      throw new CommandProblem(`There is no command “${word}”.${meant(word, commandNames)} See --help.`);
    if (rest.includes("--help") || rest.includes("-h")) {
      terminal.say(helpFor(word));
      return 0;
    }
    const hint = hintAtKeptOptions(word, Object.keys(optionsOf[word]), rest, terminal.environment);
    if (hint !== undefined) terminal.warn(`dateline: ${hint}`);
    return await run(word, parseTyped(word, rest), terminal, app);
  } catch (problem) {
    if (terminal.interrupted.aborted) {
      terminal.warn("dateline: Interrupted, before anything was changed.");
      return 130;
    }
    if (!(problem instanceof CommandProblem)) throw problem;
    terminal.warn(`dateline: ${problem.message}`);
    return 2;
  }
}

function run(command: CommandName, typed: Typed, terminal: Terminal, app: BuiltApp): Promise<ExitCode> {
  switch (command) {
    case "press":
      return pressCommand(typed, terminal, app);
    case "check":
      return check(typed, terminal);
    case "serve":
      return serve(typed, terminal);
    case "start":
      return start(terminal, app);
  }
}

function isCommand(word: string | undefined): word is CommandName {
  return commandNames.some((name) => name === word);
}

function parseTyped(command: CommandName, words: readonly string[]): Typed {
  const options: Record<string, { type: "string" | "boolean" }> = optionsOf[command];
  for (const word of words) {
    if (word === "--") break;
    const name = /^--?([^=]+)/u.exec(word)?.[1];
    if (name && !Object.hasOwn(options, name)) {
      throw new CommandProblem(
        `“${command}” has no option “${word}”.${meant(name, Object.keys(options), "--")} See: npm run dateline -- ${command} --help`,
      );
    }
  }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { positionals, options: values as Typed["options"] };
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message.split(". ")[0] : String(problem);
    throw new CommandProblem(`${reason}. See: npm run dateline -- ${command} --help`);
  }
}

function meant(word: string, known: readonly string[], prefix = ""): string {
  const nearest = nearestOf(word, known);
  return nearest === undefined ? "" : ` Did you mean “${prefix}${nearest}”?`;
}
