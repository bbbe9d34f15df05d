import { useSyncExternalStore } from "react";

const minute = 60_000;

/**
 * The present minute, in milliseconds since 1970. Undefined while a page is printed, and for the one moment in which the
 * app takes a printed page over, so that it finds what was printed.
 */
export function useNow(now: () => number): number | undefined {
  return useSyncExternalStore(
    stays,
    () => Math.floor(now() / minute) * minute,
    () => undefined,
  );
}

/** Nothing is drawn anew only because time passes. */
function stays(): () => void {
  return () => undefined;
}
