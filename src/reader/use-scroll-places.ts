import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Place } from "./navigation.ts";

const storeKey = "dateline-scroll";
const mostPlaces = 200;

/**
 * Scrolls as a browser does between pages: to the top of a new one or to what its address names, and on Back to where the page
 * was left, in this tab for as long as it lives. Gives what is to be called before a place is left,
 * with the key of the next one when that is within the page.
 */
export function useScrollPlaces({ location: { key, hash }, action, keepsScroll }: Place): (within?: string) => void {
  const shown = useRef(key);
  const places = useRef<Map<string, number> | undefined>(undefined);
  const leave = useCallback((within?: string) => {
    places.current ??= storedPlaces();
    places.current.set(shown.current, window.scrollY);
    // The page is the same, and is at its new place before it has been drawn for that.
    if (within !== undefined) shown.current = within;
  }, []);

  useLayoutEffect(() => {
    shown.current = key;
    if (keepsScroll) return;
    places.current ??= storedPlaces();
    const left = action === "POP" ? places.current.get(key) : undefined;
    const named = hash === "" ? null : document.getElementById(decoded(hash.slice(1)));
    if (left === undefined && named) named.scrollIntoView();
    else window.scrollTo(0, left ?? 0);
  }, [key, hash, action, keepsScroll]);

  // The browser knows where a page was that it loads again; within the app it does not.
  useEffect(() => {
    const takeOver = () => {
      window.history.scrollRestoration = "manual";
    };
    const handBack = () => {
      leave();
      store(places.current);
      window.history.scrollRestoration = "auto";
    };
    takeOver();
    window.addEventListener("pageshow", takeOver);
    window.addEventListener("pagehide", handBack);
    return () => {
      window.removeEventListener("pageshow", takeOver);
      window.removeEventListener("pagehide", handBack);
    };
  }, [leave]);
  return leave;
}

function storedPlaces(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(storeKey) ?? "[]") as [string, number][]);
  } catch {
    return new Map();
  }
}

/** Without a store, places are forgotten with the page. */
function store(places: ReadonlyMap<string, number> | undefined): void {
  try {
    sessionStorage.setItem(storeKey, JSON.stringify([...(places ?? [])].slice(-mostPlaces)));
  } catch {}
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
