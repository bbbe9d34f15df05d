import type { ListKind } from "#edition/paths.ts";

/** What an embed shows of one article. */
export const storyKinds = ["card", "article", "related", "timeline"] as const;
export type StoryKind = (typeof storyKinds)[number];

/** The lists whose headlines can be embedded. */
export const embeddedLists = ["sections", "topics", "places", "authors"] as const satisfies readonly ListKind[];
export type EmbeddedList = (typeof embeddedLists)[number];

/** How many headlines of a list are shown. */
export const listedHeadlines = 6;

/** What is embedded: something of a story, the headlines of a list, or a search box. */
export type Embedded = { readonly kind: StoryKind | EmbeddedList; readonly slug: string } | { readonly kind: "search" };

export const embedThemes = ["auto", "light", "dark"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** Where the files of embeds lie, relative to the site's root. */
export const embedPaths = {
  page: (embedded: Embedded) =>
    embedded.kind === "search" ? "embed/v1/search.html" : `embed/v1/${embedded.kind}/${embedded.slug}.html`,
  missing: "embed/v1/missing.html",
  live: "embed/v1/live.html",
  liveScript: "embed/v1/live.js",
  /** The newest version of the optional script, and one that never changes. */
  script: "embed/v1.js",
  pinnedScript: (hash: string) => `embed/v1-${hash}.js`,
  oembed: (slug: string) => `oembed/${slug}.json`,
} as const;

/** A file's path as it stands in an address. */
export function addressOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
