import { useEffect } from "react";
import { savesData } from "#ui/saves-data.ts";
import type { LoadView } from "./view.ts";

const signs = ["pointerover", "touchstart", "focusin"] as const;

/**
 * Loads the page that a link leads to as soon as a reader seems about to follow it, unless they save data. `base` is the path
 * of the site's root on its host. What does not come is asked for again when somebody goes there.
 */
export function usePrefetch(base: string, load: LoadView): void {
  useEffect(() => {
    if (savesData()) return undefined;
    let last: string | undefined;
    const look = (target: EventTarget | null) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      const isOurs = link?.origin === window.location.origin && link.pathname.startsWith(base);
      // A file has an ending, and a pointer that moves on within a link says nothing new.
      if (!isOurs || /\.\w+$/u.test(link.pathname) || link.pathname === last) return;
      last = link.pathname;
      void load(link);
    };
    const lookAt = ({ target }: Event) => look(target);
    for (const sign of signs) document.addEventListener(sign, lookAt, { passive: true });
    // The pointer may rest on one since before the app was there.
    look(document.querySelector("a[href]:hover"));
    return () => {
      for (const sign of signs) document.removeEventListener(sign, lookAt);
    };
  }, [base, load]);
}
