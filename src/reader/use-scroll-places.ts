import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Place } from "./navigation.ts";

const storeKey = "dateline-scroll";
const mostPlaces = 200;

/**
 * How far down a page stood, in pixels, and what was looked at in its window then: by that it is found again where lines have
 * broken otherwise since, in other letters or another width.
 */
type ScrollPlace = { readonly y: number; readonly mark?: Mark | undefined };
/** A block of the page by its number among them and how it begins, and how far below the window's top it stood. */
type Mark = { readonly at: number; readonly beginning: string; readonly top: number };

/**
 * Scrolls as a browser does between pages: to the top of a new one or to what its address names, and on Back to where the page
 * was left, in this tab for as long as it lives. Gives what is to be called before a place is left, with the key of the next one
 * when that is within the page.
 */
export function useScrollPlaces({ location: { key, hash }, action, keepsScroll }: Place): (within?: string) => void {
  const shown = useRef(key);
  const places = useRef<Map<string, ScrollPlace> | undefined>(undefined);
  const leave = useCallback((within?: string) => {
    places.current ??= storedPlaces();
    places.current.set(shown.current, { y: window.scrollY, mark: lookedAt() });
    // The page is the same, and is at its new place before it has been drawn for that.
    if (within !== undefined) shown.current = within;
  }, []);

  useLayoutEffect(() => {
    shown.current = key;
    if (keepsScroll) return undefined;
    places.current ??= storedPlaces();
    const left = action === "POP" ? places.current.get(key) : undefined;
    const named = hash === "" ? null : document.getElementById(decoded(hash.slice(1)));
    if (left) return scrollBack(left);
    if (named) named.scrollIntoView();
    else window.scrollTo(0, 0);
    return undefined;
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

const blockSelector = "main :is(h1, h2, h3, p)";

function blocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(blockSelector)];
}

function beginningOf(block: HTMLElement): string {
  return block.textContent.slice(0, 40);
}

/** The block of the link that is followed, or else the first one in the window. */
function lookedAt(): Mark | undefined {
  const all = blocks();
  const followed = document.activeElement?.closest<HTMLElement>(blockSelector);
  const block = followed && isInWindow(followed) ? followed : all.find(isInWindow);
  return block && { at: all.indexOf(block), beginning: beginningOf(block), top: topOf(block) };
}

function isInWindow(block: HTMLElement): boolean {
  return topOf(block) >= 0 && topOf(block) < window.innerHeight;
}

function topOf(block: HTMLElement): number {
  return block.getBoundingClientRect().top;
}

const moves = ["wheel", "touchstart", "pointerdown", "keydown"];

/** Scrolls to a place, and once more when letters come late, until the reader moves on or what is returned is called. */
function scrollBack({ y, mark }: ScrollPlace): () => void {
  const findMark = () => {
    const marked = mark && blocks()[mark.at];
    if (!marked || beginningOf(marked) !== mark.beginning) return;
    const moved = topOf(marked) - mark.top;
    if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
  };
  const stop = () => {
    document.fonts?.removeEventListener("loadingdone", findMark);
    for (const move of moves) window.removeEventListener(move, stop);
  };
  window.scrollTo(0, y);
  findMark();
  document.fonts?.addEventListener("loadingdone", findMark);
  for (const move of moves) window.addEventListener(move, stop, { passive: true });
  return stop;
}

function storedPlaces(): Map<string, ScrollPlace> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(storeKey) ?? "[]") as [string, ScrollPlace][]);
  } catch {
    return new Map();
  }
}

/** Without a store, places are forgotten with the page. */
function store(places: ReadonlyMap<string, ScrollPlace> | undefined): void {
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
