import type { Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, decodeArticleDocument } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { overviewTitle } from "#edition/list-titles.ts";
import { articleHead, filedHead, frontHead, listHead, type PageHead, pageHead } from "#edition/page-head.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";
import { newsArticle, webSite } from "#edition/structured-data.ts";

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
export function pagesOf({ path, content }: EditionFile & { readonly content: string }, newsroom: Newsroom): Page[] {
  if (path === editionPaths.front) return [{ path: "", head: frontHead(newsroom), data: webSite(newsroom) }];
  if (path.startsWith("articles/")) {
    const document = decodeArticleDocument(content, path);
    return document ? articlePages(document, newsroom) : [];
  }
  const head = listHead(newsroom, decodeHeadlineList(content, path));
  return [{ path: decodeURIComponent(head.path), head }];
}

/** An article's page, and the one with its copy as filed when there is one. */
function articlePages({ article }: ArticleDocument, newsroom: Newsroom): Page[] {
  const head = articleHead(newsroom, article);
  const path = decodeURIComponent(head.path);
  if (article.release.kind === "withdrawn") return [{ path, head }];
  const page: Page = { path, head, data: newsArticle(article, newsroom) };
  if (article.provenance.kind !== "wire-text") return [page];
  const filed = filedHead(newsroom, article);
  return [page, { path: decodeURIComponent(filed.path), head: filed }];
}

/** Pages that every site has, whatever its copy. */
export function standingPages(newsroom: Newsroom): Page[] {
  const page = (path: string, title: string, description: string): Page => ({
    path,
    head: pageHead(newsroom, { title, description, path }),
  });
  return [
    { ...page(addresses.search, "Search", `Search ${newsroom.name}.`), isForApp: true },
    {
      ...page(addresses.open, "Open a file", "Read a JSON Feed or a wire story as a newsroom, without uploading it."),
      isForApp: true,
    },
    ...listKinds.map((kind) =>
      page(addresses.overview(kind), overviewTitle(kind), `${overviewTitle(kind)} in ${newsroom.name}.`),
    ),
    notFoundPage(newsroom),
  ];
}

/** The pages of a site whose articles are only known in the reader's browser. */
export function livePages(newsroom: Newsroom): Page[] {
  return [{ path: "", head: frontHead(newsroom) }, ...standingPages(newsroom)].map((page) => ({
    ...page,
    isForApp: true,
  }));
}

/** Stands for every address that names nothing, so that it has no address of its own; the app knows better what is there. */
function notFoundPage({ url: _url, ...newsroom }: Newsroom): Page {
  const title = "Page not found";
  const head = pageHead(newsroom, { title, description: "There is no page at this address.", path: "404.html" });
  return { path: "404.html", head, isForApp: true };
}

/** The file that a page lies in. */
export function pageFile(path: string): string {
  return path === "404.html" ? path : `${path}${path === "" ? "" : "/"}index.html`;
}
