import { useEffect, useRef } from "react";
import { type Command, commandOf, signOf, storedShortcuts } from "./shortcuts.ts";

/** How long the first of two keys is remembered, in milliseconds. */
const patience = 1_500;

/** Runs commands by their keys, wherever on the page they are pressed, except where they are typed. */
export function useShortcuts(run: (command: Command) => void): void {
  const before = useRef<{ readonly key: string; readonly at: number } | undefined>(undefined);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isNotForUs(event)) return;
      const key = signOf(event);
      const earlier = event.timeStamp - (before.current?.at ?? 0) < patience ? before.current?.key : undefined;
      const command = commandOf(storedShortcuts(), key, earlier);
      before.current = command === "prefix" ? { key, at: event.timeStamp } : undefined;
      if (!command || command === "prefix") return;
      if (command === "back" && !canGoBack()) return;
      event.preventDefault();
      run(command);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}

function isNotForUs(event: KeyboardEvent): boolean {
  const { target, defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return true;
  if (document.documentElement.dataset["shortcuts"] === "off") return true;
  if (document.querySelector("dialog[open], details.disclosure[open]")) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto));
}

const typedInto = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=file])";

/** Within the site: Escape never leaves it. */
function canGoBack(): boolean {
  return ((window.history.state as { idx?: number } | null)?.idx ?? 0) > 0;
}
