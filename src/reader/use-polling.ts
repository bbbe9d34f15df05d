import { useEffect } from "react";
import type { Poll } from "#edition/desk-protocol.ts";
import type { LiveFeed } from "./edition-source.ts";

const firstWait = 60_000;

/** Polls a live feed while the page is visible, waiting as long as each answer says. Stops when the feed is gone for good. */
export function usePolling(poll: LiveFeed["poll"], tell: (poll: Poll) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Date.now() + firstWait;
    let ended = false;
    const ask = async () => {
      timer = undefined;
      const polled = await poll();
      if (ended) return;
      tell(polled);
      const { wait } = polled;
      ended = wait === undefined;
      due = Date.now() + (wait ?? 0);
      plan();
    };
    const plan = () => {
      if (timer !== undefined || ended || document.visibilityState !== "visible") return;
      timer = setTimeout(() => void ask(), Math.max(0, due - Date.now()));
    };
    const visibilityChanged = () => {
      clearTimeout(timer);
      timer = undefined;
      plan();
    };
    document.addEventListener("visibilitychange", visibilityChanged);
    plan();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", visibilityChanged);
    };
  }, [poll, tell]);
}
