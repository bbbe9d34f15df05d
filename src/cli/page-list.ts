import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, decodeArticleDocument } from "#edition/article-document.ts";
import { decodeHeadlineList, type HeadlineList, siteAddress } from "#edition/headline-list.ts";
import {
  articleHead,
  catchUpHead,
  filedHead,
  frontHead,
  listHead,
  notFoundHead,
  offlineHead,
  openHead,
  overviewHead,
  type PageHead,
  savedHead,
  searchHead,
  settingsHead,
} from "#edition/page-head.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";
import { articleProperties, type ShareProperties } from "#edition/share-properties.ts";
import { newsArticle, webSite } from "#edition/structured-data.ts";
import { addressOf, embedPaths } from "#widgets/embed-address.ts";
import { embedHead, guideHead } from "#widgets/embed-head.ts";
import type { EmbedWords } from "#words/embeds/english.ts";
import type { Words } from "#words/words.ts";

/** A page of the site: where it lies ("articles/harbour-repairs", "" for the front), and what stands in its head. */
export type Page = {
  readonly path: string;
  readonly head: PageHead;
  /** What networks and messengers are told of it, when it is more than of any page. */
  readonly properties?: ShareProperties;
  /** The feeds of the list that the page shows. */
  readonly feeds?: Feeds;
  /** Where the page is in each of its languages, its own among them. */
  readonly languages?: readonly { readonly language: Language; readonly path: string }[];
  /** Where others learn how to embed the page. */
  readonly oembed?: string;
  /** For search engines, as schema.org has it. */
  readonly data?: object;
  /** What of the app it needs beyond what every page needs. */
  readonly parts?: readonly PagePart[];
  /** The app starts as soon as the page opens: there is nothing to read in it without. */
  readonly isForApp?: boolean;
};

type Feeds = { readonly title: string; readonly rss: string; readonly atom: string };

/** Modules of the reader that only some pages need. */
export type PagePart =
  | "front-page"
  | "list-page"
  | "endless-list"
  | "overview-page"
  | "filed-page"
  | "search/search-page"
  | "open-page"
  | "tools/settings-page"
  | "tools/saved-page"
  | "offline/offline-page"
  | "catch-up/catch-up-page"
  | "embed-page"
  | "embed-guide-page";

/** Whether a file of the edition makes pages: an article, a page of a list, the front. */
export function makesPages(path: string): boolean {
  return path === editionPaths.front || /^(?:articles|lists\/[^/]+\/[^/]+)\/[^/]+\.json$/u.test(path);
}

/** A file of the edition that makes pages, as it is read; an article is undefined when there is nothing of it to show. */
export type PageSource =
  | { readonly kind: "front" }
  | { readonly kind: "article"; readonly document: ArticleDocument | undefined }
  | { readonly kind: "list"; readonly list: HeadlineList };

/** Reads a file that makes pages. It fails with an EditionProblem. */
export function pageSource(path: string, content: string): PageSource {
  if (path === editionPaths.front) return { kind: "front" };
  if (path.startsWith("articles/")) return { kind: "article", document: decodeArticleDocument(content, path) };
  return { kind: "list", list: decodeHeadlineList(content, path) };
}

/** The pages that a file of the edition makes. */
export function pagesOf(source: PageSource, newsroom: Newsroom, words: Words): Page[] {
  switch (source.kind) {
    case "front":
      return [frontPage(newsroom)];
    case "article":
      return source.document ? articlePages(source.document, newsroom, words) : [];
    case "list":
      return [listPage(source.list, newsroom, words)];
  }
}

function listPage(list: HeadlineList, newsroom: Newsroom, words: Words): Page {
  const head = listHead(newsroom, list, words);
  const isEndless = list.page === "latest" && list.fullPages > 0;
  return {
    path: decodeURIComponent(head.path),
    head,
    ...(list.kind === "sections" && { feeds: sectionFeeds(list) }),
    parts: isEndless ? ["list-page", "endless-list"] : ["list-page"],
  };
}

function sectionFeeds({ name, slug }: HeadlineList): Feeds {
  return { title: name, rss: editionPaths.rss(slug), atom: editionPaths.atom(slug) };
}

function frontPage(newsroom: Newsroom): Page {
  return { path: "", head: frontHead(newsroom), data: webSite(newsroom), parts: ["front-page"] };
}

/** An article's page, and the one with its copy as filed when there is one. */
function articlePages(document: ArticleDocument, newsroom: Newsroom, words: Words): Page[] {
  const { article, alternates } = document;
  const head = articleHead(newsroom, document);
  const path = decodeURIComponent(head.path);
  if (article.release.kind === "withdrawn") return [{ path, head }];
  const properties = articleProperties(newsroom, article, head);
  const page: Page = {
    path,
    head,
    properties,
    ...(alternates.length > 0 && {
      languages: [article, ...alternates].map(({ language, slug }) => ({ language, path: addresses.article(slug) })),
    }),
    ...(newsroom.url !== undefined && { oembed: siteAddress(newsroom, addressOf(embedPaths.oembed(article.slug))) }),
    data: newsArticle(article, newsroom),
  };
  if (article.provenance.kind !== "wire-text") return [page];
  const filed = filedHead(newsroom, article, words);
  return [page, { path: decodeURIComponent(filed.path), head: filed, parts: ["filed-page"] }];
}

/** What hosts answer with when an address names nothing that was printed. */
export const notFoundPath = "404.html";

/** Pages that every site has, whatever its copy. */
export function standingPages(newsroom: Newsroom, words: Words, embedWords: EmbedWords): Page[] {
  // The page for every address that names nothing has no address of its own; the app knows better what is there.
  const { url: _url, ...nowhere } = newsroom;
  return [
    { path: addresses.search, head: searchHead(newsroom, "", words), parts: ["search/search-page"], isForApp: true },
    { path: addresses.open, head: openHead(newsroom, words), parts: ["open-page"], isForApp: true },
    { path: addresses.saved, head: savedHead(newsroom, words), parts: ["tools/saved-page"], isForApp: true },
    {
      path: addresses.settings,
      head: settingsHead(newsroom, words),
      parts: ["tools/settings-page"],
      isForApp: true,
    },
    { path: addresses.catchUp, head: catchUpHead(newsroom, words), parts: ["catch-up/catch-up-page"], isForApp: true },
    { path: addresses.offline, head: offlineHead(newsroom, words), parts: ["offline/offline-page"], isForApp: true },
    {
      path: addresses.embed,
      head: embedHead(newsroom, embedWords),
      parts: ["embed-page"],
      isForApp: true,
    },
    {
      path: addresses.embedGuide,
      head: guideHead(newsroom, embedWords, embedWords.plain.guide),
      parts: ["embed-guide-page"],
    },
    ...listKinds.map((kind): Page => {
      return { path: addresses.overview(kind), head: overviewHead(newsroom, kind, words), parts: ["overview-page"] };
    }),
    { path: notFoundPath, head: notFoundHead(nowhere, words), isForApp: true },
  ];
}

/** The pages of a site whose articles are only known in the reader's browser. */
export function livePages(newsroom: Newsroom, words: Words, embedWords: EmbedWords): Page[] {
  return [frontPage(newsroom), ...standingPages(newsroom, words, embedWords)].map((page) => ({
    ...page,
    isForApp: true,
  }));
}

/** The file that a page lies in. */
export function pageFile(path: string): string {
  return path === "404.html" ? path : `${path}${path === "" ? "" : "/"}index.html`;
}
