import { useSyncExternalStore } from "react";
import { savesData } from "#ui/saves-data.ts";
import { holdPictures, showPictures } from "../hold-pictures.ts";
import { type ChosenSettings, obeySettings, type SettingName, settingsKey, storedSettings } from "../obey-settings.ts";

type Kept = { readonly settings: ChosenSettings; readonly isStored: boolean };

const usual: Kept = { settings: {}, isStored: true };
let kept: Kept | undefined;
const listeners = new Set<() => void>();

/** What the reader has chosen, and whether the browser keeps it. */
export function useChosenSettings(): Kept {
  return useSyncExternalStore(subscribe, current, () => usual);
}

/** Notes a choice, or with none the usual one, for this page at once and for every other page as it opens. */
export function choose(name: SettingName, choice: string | undefined): void {
  const { [name]: _before, ...others } = current().settings;
  store(choice === undefined ? others : { ...others, [name]: choice });
}

export function resetSettings(): void {
  store({});
}

function current(): Kept {
  kept ??= { settings: withBrowsers(storedSettings()), isStored: true };
  return kept;
}

function store(settings: ChosenSettings): void {
  let isStored = true;
  try {
    localStorage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    isStored = false;
  }
  show({ settings, isStored });
}

function show(next: Kept): void {
  obeySettings(next.settings);
  kept = { ...next, settings: withBrowsers(next.settings) };
  if (savesData()) holdPictures();
  else showPictures(document);
  for (const listener of listeners) listener();
}

/** Data that the browser was told to save is saved until the reader says otherwise. */
function withBrowsers(settings: ChosenSettings): ChosenSettings {
  return savesData() ? { pictures: "tapped", ...settings } : settings;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", changedElsewhere);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", changedElsewhere);
  };
}

/** In another tab. */
function changedElsewhere({ key }: StorageEvent): void {
  if (key === settingsKey) show({ settings: storedSettings(), isStored: true });
}
