import { useSyncExternalStore } from "react";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { FoundStories, FoundStory } from "#edition/search-card.ts";

/** A search that a reader keeps, and what was found by it at the last look. */
export type KeptSearch = {
  readonly query: string;
  /** Slugs of the newest articles that were found, newest first. */
  readonly seen: readonly string[];
  /** When the oldest of them was published, when there were more; what is older is not new. */
  readonly since?: Instant;
};

type Kept = { readonly searches: readonly KeptSearch[]; readonly isStored: boolean };

/** As many of the newest articles are remembered, and looked through for new ones. */
export const newestLookedAt = 50;

const mostKept = 50;
const none: Kept = { searches: [], isStored: true };
const stores = new Map<string, Kept>();
const listeners = new Set<() => void>();

/** The searches that are kept for a site, by the path of its root, and whether the browser stores them. */
export function useKeptSearches(base: string): Kept {
  return useSyncExternalStore(
    subscribe,
    () => current(base),
    () => none,
  );
}

/** Keeps a search, or notes what was found by it now. The latest stands first. */
export function keepSearch(base: string, query: string, newest: FoundStories): void {
  const { hits, total } = newest;
  const oldest = hits.at(-1);
  const kept: KeptSearch = {
    query,
    seen: hits.map(({ slug }) => slug),
    ...(oldest && total > hits.length && { since: oldest.published }),
  };
  const { searches } = current(base);
  const isKnown = searches.some((one) => one.query === query);
  const next = isKnown ? searches.map((one) => (one.query === query ? kept : one)) : [kept, ...searches];
  store(base, next.slice(0, mostKept));
}

export function forgetSearch(base: string, query: string): void {
  store(
    base,
    current(base).searches.filter((one) => one.query !== query),
  );
}

/** What of the newest articles was not there at the last look. */
export function newSince({ seen, since }: KeptSearch, hits: readonly FoundStory[]): readonly FoundStory[] {
  const known = new Set(seen);
  return hits.filter(
    ({ slug, published }) => !known.has(slug) && (since === undefined || epochOf(published) >= epochOf(since)),
  );
}

function keyOf(base: string): string {
  return `dateline-searches ${base}`;
}

function current(base: string): Kept {
  const known = stores.get(base) ?? { searches: stored(base), isStored: true };
  stores.set(base, known);
  return known;
}

/** None where storage is denied or holds something else. */
function stored(base: string): readonly KeptSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(base)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is KeptSearch {
  const { query, seen, since } = (value ?? {}) as Partial<Record<keyof KeptSearch, unknown>>;
  return typeof query === "string" && Array.isArray(seen) && (since === undefined || typeof since === "string");
}

function store(base: string, searches: readonly KeptSearch[]): void {
  let isStored = true;
  try {
    localStorage.setItem(keyOf(base), JSON.stringify(searches));
  } catch {
    isStored = false;
  }
  stores.set(base, { searches, isStored });
  for (const listener of listeners) listener();
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
function changedElsewhere(): void {
  stores.clear();
  for (const listener of listeners) listener();
}
