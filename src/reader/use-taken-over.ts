import { useEffect } from "react";
import { fetchFaces } from "./fetch-faces.ts";
import { fetchLetters } from "./letters.ts";

/**
 * Tells the document that the app has taken the page over. Links are followed inside it from now on, so the browser need no
 * longer fetch whole pages ahead; and all of the page is laid out, so that its places hold.
 */
export function useTakenOver(): void {
  useEffect(() => {
    keepingPlace(() => {
      document.documentElement.dataset["app"] = "running";
    });
    document.querySelector('script[type="speculationrules"]')?.remove();
    fetchFaces();
    void fetchLetters();
  }, []);
}

/** Parts above what is read that nobody has seen get their true heights by a change; what is read stays where it is. */
function keepingPlace(change: () => void): void {
  const parts = [...document.querySelectorAll(".far-below")];
  const read = parts.find((part) => part.getBoundingClientRect().bottom > 0);
  const place = () => read?.getBoundingClientRect().top ?? parts.at(-1)?.getBoundingClientRect().bottom ?? 0;
  const before = place();
  change();
  const moved = place() - before;
  if (moved !== 0) window.scrollBy(0, moved);
}
