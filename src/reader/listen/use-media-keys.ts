import { useEffect } from "react";
import type { ReadAloud, Reading } from "./read-aloud.ts";

/** Lets the keys of headsets and keyboards, and the device's own player, steer what is read. */
export function useMediaKeys(aloud: ReadAloud, kind: Reading["kind"], title: string, artist: string): void {
  useEffect(() => {
    const { mediaSession } = navigator as { readonly mediaSession?: MediaSession };
    if (!mediaSession) return undefined;
    const actions: Readonly<Partial<Record<MediaSessionAction, () => void>>> = {
      play: aloud.play,
      pause: aloud.pause,
      stop: aloud.pause,
      previoustrack: () => aloud.go(-1),
      nexttrack: () => aloud.go(1),
    };
    const entries = Object.entries(actions) as [MediaSessionAction, () => void][];
    if (typeof MediaMetadata !== "undefined") mediaSession.metadata = new MediaMetadata({ title, artist });
    for (const [action, act] of entries) mediaSession.setActionHandler(action, act);
    return () => {
      mediaSession.metadata = null;
      mediaSession.playbackState = "none";
      for (const [action] of entries) mediaSession.setActionHandler(action, null);
    };
  }, [aloud, title, artist]);
  useEffect(() => {
    const { mediaSession } = navigator as { readonly mediaSession?: MediaSession };
    if (mediaSession) mediaSession.playbackState = kind === "playing" ? "playing" : "paused";
  }, [kind]);
}
