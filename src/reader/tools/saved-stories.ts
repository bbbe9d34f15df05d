import { useSyncExternalStore } from "react";
import type { Headline } from "#edition/headline.ts";
import { setMarks } from "../reading-marks.ts";
import { type Keep, openKeep } from "./keep.ts";

export type SavedStory = {
  readonly story: Headline;
  /** Milliseconds since 1970. */
  readonly saved: number;
};

/** By slug. */
export type SavedStories = ReadonlyMap<string, SavedStory>;

let keep: Keep<SavedStory> | undefined;
let stories: SavedStories | undefined;
const listeners = new Set<() => void>();
/** Changed in the browser's storage with what is saved, which other pages of the site hear of without being kept awake for it. */
const changedKey = "dateline-saved-changed";

/** Undefined until the device has told. */
export function useSavedStories(): SavedStories | undefined {
  return useSyncExternalStore(
    subscribe,
    () => stories,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Looks up what is saved of a site; `base` is where it lies on its host. */
export async function loadSaved(base: string): Promise<void> {
  if (!keep) {
    keep = openKeep(`dateline ${base}`);
    window.addEventListener("storage", ({ key }) => key === changedKey && void showAnew());
    window.addEventListener("pageshow", ({ persisted }) => persisted && void showAnew());
  }
  show(await keep.all());
}

/** After another page has changed it. */
async function showAnew(): Promise<void> {
  opened().forget();
  show(await opened().all());
}

function tellOthers(): void {
  try {
    localStorage.setItem(changedKey, String(performance.timeOrigin + performance.now()));
  } catch {
    // They find out when they are opened anew.
  }
}

function opened(): Keep<SavedStory> {
  if (!keep) throw new Error("What is saved has not been looked up.");
  return keep;
}

export function isSaved(slug: string): boolean {
  return stories?.has(slug) ?? false;
}

/** Whether the device keeps them. */
export async function saveStories(saved: readonly SavedStory[]): Promise<boolean> {
  const keep = opened();
  const kept = Promise.all(saved.map((one) => keep.put(one.story.slug, one)));
  show(await keep.all());
  const areKept = (await kept).every(Boolean);
  if (areKept) tellOthers();
  return areKept;
}

export async function removeStory(slug: string): Promise<void> {
  const keep = opened();
  const removed = keep.remove(slug);
  show(await keep.all());
  await removed;
  tellOthers();
}

function show(next: SavedStories): void {
  stories = new Map(next);
  setMarks({ saved: new Set(stories.keys()) });
  for (const listener of listeners) listener();
}
