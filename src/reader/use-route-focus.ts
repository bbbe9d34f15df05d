import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

/**
 * Moves focus as a browser does between pages: to the new page's heading (which is thereby read out), and on Back to the
 * link that was followed. The first page keeps the browser's own focus. A change of the query alone moves nothing.
 */
export function useRouteFocus(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const followed = useRef(new Map<string, string>());
  const shown = useRef<{ key: string; pathname: string } | undefined>(undefined);

  useEffect(() => {
    const remember = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link) followed.current.set(key, link.getAttribute("href") ?? "");
    };
    document.addEventListener("click", remember, true);
    return () => document.removeEventListener("click", remember, true);
  }, [key]);

  useEffect(() => {
    const before = shown.current;
    shown.current = { key, pathname };
    if (!before || before.key === key || before.pathname === pathname) return undefined;
    const href = type === "POP" ? followed.current.get(key) : undefined;
    let frame = 0;
    // A long list draws the stories around the window a few frames later.
    const focus = (patience: number) => {
      const opener = href === undefined ? undefined : linkTo(href);
      if (href !== undefined && !opener && patience > 0) frame = requestAnimationFrame(() => focus(patience - 1));
      else (opener ?? headingOrMain())?.focus({ preventScroll: true });
    };
    focus(30);
    return () => cancelAnimationFrame(frame);
  }, [key, pathname, type]);
}

function linkTo(href: string): HTMLElement | undefined {
  const links = document.querySelectorAll<HTMLElement>("main a[href]");
  return [...links].find((link) => link.getAttribute("href") === href);
}

function headingOrMain(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
}
