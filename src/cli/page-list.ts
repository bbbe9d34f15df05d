import type { Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, decodeArticleDocument } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import {
  articleHead,
  filedHead,
  frontHead,
  listHead,
  notFoundHead,
  openHead,
  overviewHead,
  type PageHead,
  searchHead,
} from "#edition/page-head.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";
import { newsArticle, webSite } from "#edition/structured-data.ts";
import type { Words } from "#words/words.ts";

/** A page of the site: where it lies ("articles/harbour-repairs", "" for the front), and what stands in its head. */
export type Page = {
  readonly path: string;
  readonly head: PageHead;
  /** For search engines, as schema.org has it. */
  readonly data?: object;
  /** The app starts as soon as the page opens: there is nothing to read in it without. */
  readonly isForApp?: boolean;
};

/** Whether a file of the edition makes pages: an article, a page of a list, the front. */
export function makesPages(path: string): boolean {
  return path === editionPaths.front || /^(?:articles|lists\/[^/]+\/[^/]+)\/[^/]+\.json$/u.test(path);
}

/** The pages that a file of the edition makes. */
export function pagesOf(
  { path, content }: EditionFile & { readonly content: string },
  newsroom: Newsroom,
  words: Words,
): Page[] {
  if (path === editionPaths.front) return [{ path: "", head: frontHead(newsroom), data: webSite(newsroom) }];
  if (path.startsWith("articles/")) {
    const document = decodeArticleDocument(content, path);
    return document ? articlePages(document, newsroom, words) : [];
  }
  const head = listHead(newsroom, decodeHeadlineList(content, path), words);
  return [{ path: decodeURIComponent(head.path), head }];
}

/** An article's page, and the one with its copy as filed when there is one. */
function articlePages({ article }: ArticleDocument, newsroom: Newsroom, words: Words): Page[] {
  const head = articleHead(newsroom, article);
  const path = decodeURIComponent(head.path);
  if (article.release.kind === "withdrawn") return [{ path, head }];
  const page: Page = { path, head, data: newsArticle(article, newsroom) };
  if (article.provenance.kind !== "wire-text") return [page];
  const filed = filedHead(newsroom, article, words);
  return [page, { path: decodeURIComponent(filed.path), head: filed }];
}

/** Pages that every site has, whatever its copy. */
export function standingPages(newsroom: Newsroom, words: Words): Page[] {
  // The page for every address that names nothing has no address of its own; the app knows better what is there.
  const { url: _url, ...nowhere } = newsroom;
  return [
    { path: addresses.search, head: searchHead(newsroom, "", words), isForApp: true },
    { path: addresses.open, head: openHead(newsroom, words), isForApp: true },
    ...listKinds.map((kind) => ({ path: addresses.overview(kind), head: overviewHead(newsroom, kind, words) })),
    { path: "404.html", head: notFoundHead(nowhere, words), isForApp: true },
  ];
}

/** The pages of a site whose articles are only known in the reader's browser. */
export function livePages(newsroom: Newsroom, words: Words): Page[] {
  return [{ path: "", head: frontHead(newsroom) }, ...standingPages(newsroom, words)].map((page) => ({
    ...page,
    isForApp: true,
  }));
}

/** The file that a page lies in. */
export function pageFile(path: string): string {
  return path === "404.html" ? path : `${path}${path === "" ? "" : "/"}index.html`;
}
