import type { ToolWords } from "#words/tools/english.ts";

/** What a key can do, in the order in which it is told of. */
export const commands = {
  next: { label: "commandNext", keys: "j" },
  previous: { label: "commandPrevious", keys: "k" },
  open: { label: "commandOpen", keys: "o" },
  save: { label: "commandSave", keys: "s" },
  search: { label: "commandSearch", keys: "/" },
  help: { label: "commandHelp", keys: "?" },
  front: { label: "commandFront", keys: "g h" },
  saved: { label: "commandSaved", keys: "g s" },
  settings: { label: "commandSettings", keys: "g t" },
  back: { label: "commandBack", keys: "Escape" },
} as const satisfies Readonly<Record<string, { readonly label: keyof ToolWords["plain"]; readonly keys: string }>>;

export type Command = keyof typeof commands;

/** One key, or two one after the other ("g h"), for each command. */
export type Shortcuts = Readonly<Record<Command, string>>;

/** The key that others follow. */
const prefix = "g";
const storageKey = "dateline-keys";
const names = Object.keys(commands) as Command[];
const usual = Object.fromEntries(names.map((name) => [name, commands[name].keys])) as Shortcuts;

/** As the reader has set them, as far as that can be read. */
export function storedShortcuts(): Shortcuts {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Record<string, unknown>> | null;
    const own = names.flatMap((name) => {
      const keys = stored?.[name];
      return typeof keys === "string" && isPossible(keys) ? [[name, keys] as const] : [];
    });
    return { ...usual, ...Object.fromEntries(own) };
  } catch {
    return usual;
  }
}

export function storeShortcuts(shortcuts: Shortcuts): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(shortcuts));
  } catch {
    // They hold until the page is closed.
  }
}

export type Change =
  | { readonly kind: "changed"; readonly shortcuts: Shortcuts }
  | { readonly kind: "taken"; readonly by: Command }
  | { readonly kind: "impossible" };

/** Gives a command another key. Of one with two keys the second is changed. No two commands have the same. */
export function changed(shortcuts: Shortcuts, command: Command, key: string): Change {
  const keys = shortcuts[command].startsWith(`${prefix} `) ? `${prefix} ${key}` : key;
  if (!isPossible(keys)) return { kind: "impossible" };
  const by = names.find((name) => name !== command && shortcuts[name] === keys);
  return by ? { kind: "taken", by } : { kind: "changed", shortcuts: { ...shortcuts, [command]: keys } };
}

/** Escape always leads back. */
export function canChange(command: Command): boolean {
  return command !== "back";
}

export const usualShortcuts = usual;

/** A sign by itself or after the prefix, which is no shortcut by itself. Space stays the browser's. */
function isPossible(keys: string): boolean {
  if (keys === "Escape") return true;
  return keys !== prefix && /^(?:g )?[^\s\p{C}]$/u.test(keys);
}

/** What a key press means: a command, the first of two keys, or nothing. `before` is the key that was pressed just before. */
export function commandOf(
  shortcuts: Shortcuts,
  key: string,
  before: string | undefined,
): Command | "prefix" | undefined {
  const pressed = before === prefix ? `${prefix} ${key}` : key;
  return (
    names.find((name) => shortcuts[name] === pressed) ?? (key === prefix && before !== prefix ? "prefix" : undefined)
  );
}

/** The sign of a key; on a keyboard of another script the one that stands in its place on a Latin one. */
export function signOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  const [, letter] = /^Key([A-Z])$/u.exec(code) ?? [];
  return letter && !/^[\u0020-\u007e]+$/u.test(key) ? letter.toLowerCase() : key;
}
