import { useLayoutEffect } from "react";
import { useNavigate } from "react-router";

/**
 * Follows links to pages of the site inside the app, and sends its forms there, wherever in the document they stand. `base` is
 * the path of the site's root on its host. What a reader opens in a new tab, files, places within the page and other sites are
 * left to the browser.
 */
export function useFollowedLinks(base: string): void {
  const navigate = useNavigate();

  // Before the page is seen: a link that is followed at once must not leave the app.
  useLayoutEffect(() => {
    const go = ({ pathname, search, hash, href }: URL | HTMLAnchorElement) =>
      void navigate(
        { pathname: `/${pathname.slice(base.length)}`, search, hash },
        { replace: href === window.location.href },
      );
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.defaultPrevented || !isPlainClick(event) || !leadsToPage(link, base)) return;
      event.preventDefault();
      go(link);
    };
    const send = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== "get") return;
      const entries = [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]);
      const url = new URL(form.action);
      url.search = new URLSearchParams(entries).toString();
      if (url.origin !== window.location.origin || !url.pathname.startsWith(base)) return;
      event.preventDefault();
      go(url);
    };
    document.addEventListener("click", follow);
    document.addEventListener("submit", send);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("submit", send);
    };
  }, [navigate, base]);
}

function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

function leadsToPage(link: HTMLAnchorElement, base: string): boolean {
  const { origin, pathname, search, hash, target, download } = link;
  const here = window.location;
  if (!link.hasAttribute("href") || origin !== here.origin || target !== "" || download !== "") return false;
  if (!pathname.startsWith(base) || /\.\w+$/u.test(pathname)) return false;
  return hash === "" || pathname !== here.pathname || search !== here.search;
}
