import { type KeyboardEvent, useState, useSyncExternalStore } from "react";
import type { ToolWords } from "#words/tools/english.ts";
import {
  type Command,
  canChange,
  changed,
  commands,
  type Shortcuts,
  signOf,
  storedShortcuts,
  storeShortcuts,
  usualShortcuts,
} from "./shortcuts.ts";
import { sayKeys } from "./shortcuts-sheet.tsx";

/** A key for every command, of the reader's own choice. */
export function KeySettings({ words }: { words: ToolWords }) {
  const shortcuts = useSyncExternalStore(subscribe, current, () => usualShortcuts);
  const [asked, setAsked] = useState<Command>();
  const [said, setSaid] = useState("");
  const { plain } = words;
  const nameOf = (command: Command) => plain[commands[command].label];
  const answer = (command: Command, event: KeyboardEvent) => {
    const key = signOf(event.nativeEvent);
    if (asked !== command || key === "Tab" || key === "Shift") return;
    event.preventDefault();
    if (key === "Escape") return setAsked(undefined);
    const change = changed(shortcuts, command, key);
    switch (change.kind) {
      case "impossible":
        return setSaid(plain.oneSign);
      case "taken":
        return setSaid(words.fill("keyTaken", { key, command: nameOf(change.by) }));
      case "changed":
        set(change.shortcuts);
        setAsked(undefined);
        return setSaid(
          words.fill("keyChanged", { command: nameOf(command), key: sayKeys(change.shortcuts[command], words) }),
        );
    }
  };
  return (
    <section className="saved-part">
      <h2 className="slab-name">{plain.shortcuts}</h2>
      <p className="meta">{plain.shortcutsFor}</p>
      <dl className="shortcuts">
        {(Object.keys(commands) as Command[]).filter(canChange).map((command) => (
          <div key={command}>
            <dt>{nameOf(command)}</dt>
            <dd>
              <button
                type="button"
                className="control"
                aria-pressed={asked === command}
                onClick={() => setAsked(asked === command ? undefined : command)}
                onKeyDown={(event) => answer(command, event)}
                onBlur={() => setAsked(undefined)}
              >
                <span className="visually-hidden">{words.fill("changeKey", { command: nameOf(command) })}</span>{" "}
                {asked === command ? plain.pressKey : <kbd>{sayKeys(shortcuts[command], words)}</kbd>}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <output>{said}</output>
      <p>
        <button type="button" className="control" onClick={() => set(usualShortcuts)}>
          {plain.resetKeys}
        </button>
      </p>
    </section>
  );
}

let shown: Shortcuts | undefined;
const listeners = new Set<() => void>();

function current(): Shortcuts {
  shown ??= storedShortcuts();
  return shown;
}

function set(shortcuts: Shortcuts): void {
  storeShortcuts(shortcuts);
  shown = shortcuts;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    shown = undefined;
  };
}
