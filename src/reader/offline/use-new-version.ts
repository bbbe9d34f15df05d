import { useEffect, useState } from "react";
import type { OfflineAnswer } from "#edition/offline.ts";
import { askWorker } from "./ask-offline.ts";

/**
 * Watches for a newer offline worker that waits. When it belongs to the very app that this page runs, it may begin: no page
 * changes by it. Otherwise the reader decides: what is given takes the new one and loads the page anew, once.
 */
export function useNewVersion(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    let isGone = false;
    void navigator.serviceWorker?.getRegistration().then((registration) => {
      if (!registration || isGone) return;
      const look = () => {
        const { waiting: worker } = registration;
        if (worker) void meet(worker).then((isOther) => setWaiting(isOther && !isGone ? worker : undefined));
      };
      // One may have been found before this page looks.
      const follow = () => registration.installing?.addEventListener("statechange", look);
      look();
      follow();
      registration.addEventListener("updatefound", follow);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (!waiting) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    void askWorker(waiting, { kind: "take-over" });
  };
}

/** Whether a worker that waits is for another app than the one in this page. */
async function meet(worker: ServiceWorker): Promise<boolean> {
  const [script = ""] = document.querySelector<HTMLElement>("[data-scripts]")?.dataset["scripts"]?.split(" ") ?? [];
  const { isKnown } = await askWorker<Extract<OfflineAnswer, { kind: "knows" }>>(worker, {
    kind: "knows",
    file: new URL(script, location.href).href,
  });
  if (isKnown) void askWorker(worker, { kind: "take-over" });
  return !isKnown;
}
