import { fileURLToPath } from "node:url";
import { build } from "vite";

/** A guard in a script's source, and what stands in its place when it is taken out. */
export type Guard = readonly [guard: string | RegExp, without: string];

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A script of the widgets as the press builds it, without one of its guards when one is named. */
export async function builtScript(name: "embed-script" | "host-script", guard?: Guard): Promise<string> {
  const source = `src/widgets/${name}.ts`;
  let isFound = guard === undefined;
  const withoutGuard = {
    name: "without-guard",
    enforce: "pre" as const,
    transform: (code: string, id: string) => {
      if (!guard || !id.endsWith(`${name}.ts`)) return undefined;
      const changed = code.replace(...guard);
      isFound = changed !== code;
      return changed;
    },
  };
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [withoutGuard],
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: source,
        output: { codeSplitting: false, format: name === "host-script" ? "iife" : "es" },
      },
    },
  });
  if (!isFound) throw new Error(`${source} has no ${String(guard?.[0])}: the test knows an older one.`);
  const { output } = Array.isArray(built) ? built[0]! : (built as { output: readonly { code?: string }[] });
  const script = output.find((part): part is typeof part & { code: string } => "code" in part);
  if (!script) throw new Error(`${source} was not built.`);
  return script.code;
}
