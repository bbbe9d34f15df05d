import { useEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { instantOfEpoch } from "#domain/instant.ts";
import type { OfflineTelling } from "#edition/offline.ts";
import { editionPaths } from "#edition/paths.ts";
import { printedTime } from "#ui/print-time.ts";
import type { WayWords } from "#words/ways/english.ts";
import { useFrame } from "../frame-context.ts";
import { askWorker } from "./ask-offline.ts";
import { useNewVersion } from "./use-new-version.ts";

/** Says that there is no connection, since when the page has been stored, and that a newer version of the site is ready. */
export function OfflineNotes({ words }: { words: WayWords }) {
  const { clock } = useFrame();
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const storedAt = useStoredAt(isOnline);
  const useIt = useNewVersion();
  const [dismissed, setDismissed] = useState("");
  const { plain } = words;
  const copy = storedAt && words.fill("copyStored", { time: printedTime(instantOfEpoch(storedAt), clock) });
  const note = [!isOnline && plain.youAreOffline, copy, useIt && plain.newVersion].filter(Boolean).join(" ");
  const isShown = note !== "" && note !== dismissed;
  return (
    <div className="offline-note no-print" data-offline hidden={!isShown} {...words.attributes}>
      <output>{isShown && note}</output>
      {useIt && (
        <button type="button" className="control control-main" onClick={useIt}>
          {plain.useNewVersion}
        </button>
      )}
      <button type="button" className="control" onClick={() => setDismissed(note)}>
        {plain.dismiss}
      </button>
    </div>
  );
}

function subscribeOnline(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Since when what the page shows has been stored, in milliseconds since 1970; undefined for what came from the network. */
function useStoredAt(isOnline: boolean): number | undefined {
  const { pathname } = useLocation();
  const [stored, setStored] = useState<ReadonlyMap<string, number>>(new Map());
  const [first] = useState(pathname);
  useEffect(() => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return undefined;
    const note = (path: string, at: number) => setStored((known) => new Map(known).set(path, at));
    const hear = ({ data }: MessageEvent<OfflineTelling>) => {
      if (data.kind === "from-store") note(data.path, data.at);
    };
    serviceWorker.addEventListener("message", hear);
    serviceWorker.startMessages();
    const { controller } = serviceWorker;
    if (controller)
      void askWorker<{ kind: "served"; at?: number }>(controller, { kind: "served" }).then(
        ({ at }) => at && note(fileOfPage(first), at),
      );
    return () => serviceWorker.removeEventListener("message", hear);
  }, [first]);
  // What came from the network since then is fresh.
  return isOnline && !stored.has(fileOfPage(pathname)) ? undefined : stored.get(fileOfPage(pathname));
}

/** The edition's file that a page mainly shows. */
function fileOfPage(pathname: string): string {
  const [, slug] = /^\/articles\/([^/]+)/u.exec(pathname) ?? [];
  if (slug) return editionPaths.article(slug);
  return pathname === "/" ? editionPaths.front : `lists${pathname.replace(/\/$/u, "")}/latest.json`;
}
