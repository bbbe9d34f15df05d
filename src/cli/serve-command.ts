import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import { decodeManifest } from "#edition/manifest.ts";
import type { Typed } from "./command-line.ts";
import { codeOf } from "./gather-copy.ts";
import { basePathOf } from "./press-command.ts";
import { staticServer } from "./static-server.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import { isSite } from "./write-site.ts";

const usualPort = 4173;

export async function serve({ positionals, options }: Typed, terminal: Terminal): Promise<ExitCode> {
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined)
    throw new CommandProblem("Say which folder to serve: npm run dateline -- serve <folder>");
  if (!(await isSite(folder)))
    throw new CommandProblem(
      `${folder} is not a pressed site. Make one: npm run dateline -- press <copy> --out ${folder}`,
    );
  return serveSite(folder, portOf(options["port"] ?? terminal.environment["PORT"]), terminal);
}

/** Serves a site until the process ends. */
export async function serveSite(folder: string, port: number, terminal: Terminal): Promise<ExitCode> {
  const basePath = await sitePath(folder);
  const server = staticServer(resolve(folder), basePath);
  await listen(server, port);
  terminal.say(`Serving ${folder} at http://localhost:${port}${basePath}  (Ctrl-C ends it)`);
  return 0;
}

export function portOf(typed: string | boolean | undefined): number {
  if (typed === undefined || typed === "") return usualPort;
  const port = Number(typed);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CommandProblem(`The port was “${String(typed)}”; expected a number from 1 to 65535.`);
}

async function sitePath(folder: string): Promise<string> {
  const path = join(folder, "manifest.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text !== undefined) return basePathOf(decodeManifest(text, path).newsroom);
  const settings = JSON.parse(await readFile(join(folder, "newsroom.json"), "utf8")) as { url?: string };
  return settings.url ? new URL(settings.url).pathname : "/";
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (problem) => {
      const taken = codeOf(problem) === "EADDRINUSE";
      fail(
        taken
          ? new CommandProblem(
              `Port ${port} is in use. End the program that uses it, or choose another: --port ${port + 1} (or PORT=${port + 1}).`,
            )
          : problem,
      );
    });
    server.listen(port, () => done());
  });
}
