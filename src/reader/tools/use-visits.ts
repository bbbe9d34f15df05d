import { useSyncExternalStore } from "react";
import { storedVisits, storeVisits, type Visits } from "../reading-history.ts";
import { markRead } from "./use-reading-record.ts";

const nothing: Visits = {};
let seen: Visits | undefined;
const listeners = new Set<() => void>();

/** What was read up to the moment when the page was opened, and how it is changed. */
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
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) seen = undefined;
  };
}
