import type { Terminal } from "./terminal.ts";

/**
 * What to say when npm took options for its own, because no "--" stood before them: it does not pass them on, and only tells of
 * them in the environment. Undefined when it kept none.
 */
export function hintAtKeptOptions(
  command: string,
  known: readonly string[],
  typed: readonly string[],
  environment: Terminal["environment"],
): string | undefined {
  const isTyped = (option: string) => typed.some((word) => word === option || word.startsWith(`${option}=`));
  const kept = known
    .filter((name) => environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined)
    .map((name) => `--${name}`)
    .filter((option) => !isTyped(option));
  if (kept.length === 0) return undefined;
  const options = kept.join(" and ");
  return `npm kept ${options} for itself. Type “--” before what is meant for Dateline: npm run dateline -- ${command} … ${kept.join(" … ")} …`;
}
