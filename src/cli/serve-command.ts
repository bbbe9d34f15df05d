import type { Server } from "node:http";
import { resolve } from "node:path";
import { readRecord } from "./site-record.ts";
import { staticServer } from "./static-server.ts";
import { CommandProblem, codeOf, type ExitCode, type Terminal } from "./terminal.ts";
import type { Typed } from "./typed.ts";

const usualPort = 4173;

export async function serve({ positionals, options }: Typed, terminal: Terminal): Promise<ExitCode> {
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined)
    throw new CommandProblem("Say which folder to serve: npm run dateline -- serve <folder>");
  return serveSite(folder, portOf(options["port"] ?? terminal.environment["PORT"]), terminal);
}

/** Serves a site until it is interrupted. */
export async function serveSite(folder: string, port: number, terminal: Terminal): Promise<ExitCode> {
  const record = await readRecord(folder);
  if (!record)
    throw new CommandProblem(
      `${folder} is not a pressed site. Make one: npm run dateline -- press <copy> --out ${folder}`,
    );
  const server = staticServer(resolve(folder), record.basePath);
  await listen(server, port);
  terminal.interrupted.addEventListener("abort", () => server.close());
  terminal.say(`Serving ${folder} at http://localhost:${port}${record.basePath}  (Ctrl-C ends it)`);
  return 0;
}

export function portOf(typed: string | boolean | undefined): number {
  if (typed === undefined || typed === "") return usualPort;
  const port = Number(typed);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CommandProblem(`The port was “${String(typed)}”; expected a number from 1 to 65535.`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (problem) => fail(listeningProblem(problem, port)));
    server.listen(port, () => done());
  });
}

function listeningProblem(problem: unknown, port: number): unknown {
  switch (codeOf(problem)) {
    case "EADDRINUSE":
      return new CommandProblem(
        `Port ${port} is in use. End the program that uses it, or choose another: --port ${port + 1} (or PORT=${port + 1}).`,
      );
    case "EACCES":
      return new CommandProblem(
        `Port ${port} may not be used by you. Choose one above 1023, such as --port ${usualPort}.`,
      );
    default:
      return problem;
  }
}
