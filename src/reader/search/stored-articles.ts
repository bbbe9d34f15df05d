import { queryOptions } from "@tanstack/react-query";
import { editionPaths } from "#edition/paths.ts";
import type { Edition } from "../edition-source.ts";

/** How many articles of the edition are stored on this device, whoever stored them: those are found in the browser's caches. */
export function storedArticlesQuery(edition: Edition) {
  return queryOptions({
    queryKey: [edition.key, "stored-articles"],
    queryFn: () => countStored(new URL(edition.base, window.location.href).href),
    staleTime: 10_000,
    retry: false,
    networkMode: "always",
  });
}

async function countStored(base: string): Promise<number> {
  const [before = "", after = ""] = editionPaths.article("*").split("*");
  const stored = new Set<string>();
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const address = url.replace(/[?#].*$/u, "");
      if (address.startsWith(base + before) && address.endsWith(after)) stored.add(address);
    }
  }
  return stored.size;
}
