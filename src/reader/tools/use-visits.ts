import { useSyncExternalStore } from "react";
import { storedVisits, storeVisits, type Visits, visitsKey } from "../reading-history.ts";
import { markRead } from "./use-reading-record.ts";

const nothing: Visits = {};
let seen: Visits | undefined;
const listeners = new Set<() => void>();

/** What was read up to the moment when the page was opened, or was changed since, here or in another tab, and how it is changed. */
export function useVisits(): readonly [Visits, (visits: Visits) => void] {
  return [useSyncExternalStore(subscribe, current, () => nothing), change];
}

function current(): Visits {
  seen ??= storedVisits();
  return seen;
}

function change(visits: Visits): void {
  storeVisits(visits);
  markRead(visits);
  seen = visits;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", changedElsewhere);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    seen = undefined;
    window.removeEventListener("storage", changedElsewhere);
  };
}

/** In another tab. */
function changedElsewhere({ key }: StorageEvent): void {
  // None is named where all was cleared.
  if (key !== visitsKey && key !== null) return;
  seen = storedVisits();
  markRead(seen);
  for (const listener of listeners) listener();
}
