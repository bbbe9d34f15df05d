import { useEffect } from "react";

/**
 * Tells the document that the app has taken the page over. Links are followed inside it from now on, so the browser need no
 * longer fetch whole pages ahead.
 */
export function useTakenOver(): void {
  useEffect(() => {
    document.documentElement.dataset["app"] = "running";
    document.querySelector('script[type="speculationrules"]')?.remove();
  }, []);
}
