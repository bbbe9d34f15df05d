import { type RefObject, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** Keeps a <details> that serves as a menu closed when it should be: after Escape (focus returns to it), and on a new page. */
export function useClosedDetails(): RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    const menu = details.current;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu?.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    menu?.addEventListener("keydown", close);
    return () => menu?.removeEventListener("keydown", close);
  }, []);

  useEffect(() => {
    if (key && details.current) details.current.open = false;
  }, [key]);

  return details;
}
