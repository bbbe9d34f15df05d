import type { Slug } from "#domain/slug.ts";

/** The kinds of list that an edition prints. Months are slugs like "2025-05". */
export const listKinds = ["sections", "topics", "places", "authors", "credits", "months"] as const;
export type ListKind = (typeof listKinds)[number];

/** A full page is numbered from the oldest and never changes again; "latest" holds the newest and grows. */
export type PageNumber = number | "latest";

/** Where each file of an edition lies, relative to its root. The only place that knows. */
export const editionPaths = {
  manifest: "manifest.json",
  front: "front.json",
  feed: "feed.json",
  feedPage: (page: number) => `feeds/${page}.json`,
  list: (kind: ListKind, slug: string, page: PageNumber) => `lists/${kind}/${slug}/${page}.json`,
  listIndex: (kind: ListKind) => `lists/${kind}/index.json`,
  article: (slug: Slug | string) => `articles/${slug}.json`,
  search: (name: string) => `search/${name}`,
  /** The names of all of an index that is small enough to be kept whole. */
  searchFiles: "search/files.json",
  /** Feeds of a search that newsroom.json names. */
  searchFeed: (slug: string) => `searches/${slug}/feed.json`,
  searchRss: (slug: string) => `searches/${slug}/rss.xml`,
  /** Feeds of the site, or of a section, which lie beside its page. */
  rss: (section?: string) => `${section === undefined ? "" : `sections/${section}/`}rss.xml`,
  atom: (section?: string) => `${section === undefined ? "" : `sections/${section}/`}atom.xml`,
  /** A sitemap may only tell of what lies beside or below it: so all of them lie at the root. */
  sitemap: "sitemap.xml",
  sitemapPart: (number: number) => `sitemap-${number}.xml`,
  newsSitemap: "news-sitemap.xml",
  robots: "robots.txt",
  appManifest: "manifest.webmanifest",
} as const;

/** Where a reader finds each page, relative to the site's root. Shared by the press, which prints links, and the reader. */
export const addresses = {
  front: "",
  article: (slug: string) => `articles/${encodeURIComponent(slug)}`,
  /** The copy that an article came from, as it was filed. */
  filed: (slug: string) => `articles/${encodeURIComponent(slug)}/filed`,
  /** The latest page has the bare address; older ones their number. */
  list: (kind: ListKind, slug: string, page: PageNumber = "latest") =>
    (kind === "months" ? `archive/${slug.replace("-", "/")}` : `${kind}/${encodeURIComponent(slug)}`) +
    (page === "latest" ? "" : `/${page}`),
  /** The page that lists all lists of a kind. */
  overview: (kind: ListKind) => (kind === "months" ? "archive" : kind),
  search: "search",
  searchFor: (query: string) => `search?q=${encodeURIComponent(query)}`,
  open: "open",
  settings: "settings",
  saved: "saved",
  offline: "offline",
  catchUp: "catch-up",
  /** The page that makes embeds. */
  embed: "embed",
  embedGuide: "embed/guide",
} as const;
