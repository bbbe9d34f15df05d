import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { matchPath } from "react-router";
import { savesData } from "#ui/saves-data.ts";
import type { Edition } from "./edition-source.ts";
import { articleQuery, listQuery } from "./queries.ts";

const signs = ["pointerover", "touchstart", "focusin"] as const;

/**
 * Fetches what a link leads to as soon as a reader seems about to follow it, unless they save data. `root` is where the
 * edition's pages lie on the host.
 */
export function usePrefetch(edition: Edition, root: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (savesData()) return undefined;
    const prefetch = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (!link || link.origin !== window.location.origin || !link.pathname.startsWith(root)) return;
      const path = link.pathname.slice(root.length);
      const article = matchPath("articles/:slug", path)?.params.slug;
      const section = matchPath("sections/:slug", path)?.params.slug;
      if (article) void client.prefetchQuery(articleQuery(edition, article));
      if (section) void client.prefetchQuery(listQuery(edition, { kind: "sections", slug: section, page: "latest" }));
    };
    for (const sign of signs) document.addEventListener(sign, prefetch, { passive: true });
    return () => {
      for (const sign of signs) document.removeEventListener(sign, prefetch);
    };
  }, [client, edition, root]);
}
