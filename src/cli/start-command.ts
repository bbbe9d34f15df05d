import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { pressCommand } from "./press-command.ts";
import { portOf, serveSite } from "./serve-command.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Presses the bundled demo edition and serves it. */
export async function start(terminal: Terminal): Promise<ExitCode> {
  const port = portOf(terminal.environment["PORT"]);
  const here = (path: string) => relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url)));
  const out = here("node_modules/.cache/dateline/demo");
  const pressed = await pressCommand({ positionals: [here("public/feed.json")], options: { out } }, terminal);
  return pressed === 0 ? serveSite(out, port, terminal) : pressed;
}
