import { useSyncExternalStore } from "react";
import type { Headline } from "#edition/headline.ts";

/** What a reader has saved and read of an edition, as far as it is known: the tools look it up once the app runs. By slug. */
export type Marks = {
  readonly saved: ReadonlySet<string>;
  /** With the version that was read. */
  readonly read: ReadonlyMap<string, string>;
};

const none: Marks = { saved: new Set(), read: new Map() };
let marks = none;
const listeners = new Set<() => void>();

export function useMarks(): Marks {
  return useSyncExternalStore(
    subscribe,
    () => marks,
    () => none,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setMarks(changed: Partial<Marks>): void {
  marks = { ...marks, ...changed };
  for (const listener of listeners) listener();
}

/** An article that has been changed is one to be read again. */
export function versionOf({ published, updated }: Pick<Headline, "published" | "updated">): string {
  return updated ?? published;
}
