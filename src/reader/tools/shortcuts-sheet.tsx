import type { ToolWords } from "#words/tools/english.ts";
import { Sheet, type SheetProps } from "./sheet.tsx";
import { type Command, commands, storedShortcuts } from "./shortcuts.ts";

/** What keys do, as they are set. */
export function ShortcutsSheet({ words, onClose }: SheetProps) {
  const { plain } = words;
  const shortcuts = storedShortcuts();
  return (
    <Sheet title={plain.shortcuts} words={words} onClose={onClose}>
      <p className="meta pt-3">{plain.shortcutsFor}</p>
      <dl className="shortcuts">
        {(Object.keys(commands) as Command[]).map((command) => (
          <div key={command}>
            <dt>{plain[commands[command].label]}</dt>
            <dd>
              <kbd>{sayKeys(shortcuts[command], words)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

/** "j", "g, then h" */
export function sayKeys(keys: string, words: ToolWords): string {
  const [first = keys, second] = keys.split(" ");
  if (second) return words.fill("keyThenKey", { first, second });
  return keys === "Escape" ? "Esc" : keys;
}
