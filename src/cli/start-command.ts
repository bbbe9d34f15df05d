import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuiltApp } from "./build-app.ts";
import { pressCommand } from "./press-command.ts";
import { portOf, serveSite } from "./serve-command.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Presses the bundled demo edition and serves it. */
export async function start(terminal: Terminal, builtApp: BuiltApp): Promise<ExitCode> {
  const port = portOf(terminal.environment["PORT"]);
  const here = (path: string) => relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url)));
  const out = here("node_modules/.cache/dateline/demo");
  const demo = { positionals: [here("public/feed.json")], options: { out } };
  const pressed = await pressCommand(demo, terminal, builtApp);
  return pressed === 0 ? serveSite(out, port, terminal) : pressed;
}
