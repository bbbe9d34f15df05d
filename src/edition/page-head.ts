import type { Article } from "#domain/article.ts";
import { type Direction, directionOf, type Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Words } from "#words/words.ts";
import type { ArticleDocument } from "./article-document.ts";
import { type HeadlineList, siteAddress } from "./headline-list.ts";
import { listDescription, listTitle, overviewTitle, pageOf } from "./list-titles.ts";
import { addresses, type ListKind } from "./paths.ts";

/** What stands in the head of a page: for search engines, link previews, the tab and the reader's language. */
export type PageHead = {
  readonly title: string;
  /** The title without the newsroom's name. */
  readonly subject: string;
  readonly description: string;
  /** The page's path from the site's root: "articles/harbour-repairs". */
  readonly path: string;
  /** Where the page is to be found, when the newsroom says where it lives or the article lives elsewhere. */
  readonly canonical?: string;
  readonly language: Language;
  readonly direction: Direction;
};

type Subject = {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly language?: Language;
  readonly direction?: Direction;
};

/** The head of a front, list, search or other page. The newsroom's name ends the title. */
export function pageHead(newsroom: Newsroom, subject: Subject): PageHead {
  const canonical = newsroom.url ? siteAddress(newsroom, subject.path) : undefined;
  const language = subject.language ?? newsroom.language;
  return {
    title: subject.title === newsroom.name ? subject.title : `${subject.title} – ${newsroom.name}`,
    subject: subject.title,
    description: subject.description,
    path: subject.path,
    ...(canonical && { canonical }),
    language,
    direction: subject.direction ?? directionOf(language),
  };
}

export function frontHead(newsroom: Newsroom): PageHead {
  return pageHead(newsroom, {
    title: newsroom.name,
    description: newsroom.tagline ?? newsroom.name,
    path: addresses.front,
  });
}

export function listHead(newsroom: Newsroom, list: HeadlineList, words: Words): PageHead {
  const name = listTitle(list, newsroom);
  return pageHead(newsroom, {
    title: list.page === "latest" ? name : words.fill("titleOfPage", { title: name, page: pageOf(list, words) }),
    description: listDescription(list, newsroom, words),
    path: addresses.list(list.kind, list.slug, list.page),
  });
}

/** The page that lists all sections, all topics, ... */
export function overviewHead(newsroom: Newsroom, kind: ListKind, words: Words): PageHead {
  const title = overviewTitle(kind, words);
  const description = words.fill("overviewOf", { overview: title, newsroom: newsroom.name });
  return pageHead(newsroom, { title, description, path: addresses.overview(kind) });
}

/** The search page, before or while something is searched for. */
export function searchHead(newsroom: Newsroom, query: string, words: Words): PageHead {
  return pageHead(newsroom, {
    title: query === "" ? words.plain.search : words.fill("searchTitle", { query }),
    description: words.fill("searchIn", { newsroom: newsroom.name }),
    path: addresses.search,
  });
}

export function openHead(newsroom: Newsroom, { plain }: Words): PageHead {
  return pageHead(newsroom, { title: plain.openFile, description: plain.openFileFor, path: addresses.open });
}

export function settingsHead(newsroom: Newsroom, words: Words): PageHead {
  return ownHead(newsroom, words.plain.settings, addresses.settings, words);
}

export function savedHead(newsroom: Newsroom, words: Words): PageHead {
  return ownHead(newsroom, words.plain.saved, addresses.saved, words);
}

export function offlineHead(newsroom: Newsroom, words: Words): PageHead {
  return ownHead(newsroom, words.plain.offline, addresses.offline, words);
}

export function catchUpHead(newsroom: Newsroom, words: Words): PageHead {
  return ownHead(newsroom, words.plain.catchUp, addresses.catchUp, words);
}

/** A page that every reader has for themselves. */
function ownHead(newsroom: Newsroom, title: string, path: string, words: Words): PageHead {
  return pageHead(newsroom, {
    title,
    description: words.fill("overviewOf", { overview: title, newsroom: newsroom.name }),
    path,
  });
}

export function notFoundHead(newsroom: Newsroom, { plain }: Words): PageHead {
  return pageHead(newsroom, { title: plain.pageMissing, description: plain.pageMissingAdvice, path: "404.html" });
}

export function articleHead(
  newsroom: Newsroom,
  { article, summary }: Pick<ArticleDocument, "article" | "summary">,
): PageHead {
  const description = article.release.kind === "withdrawn" ? article.release.reason : summary;
  const { headline: title, language, direction } = article;
  const head = pageHead(newsroom, { title, description, path: addresses.article(article.slug), language, direction });
  const canonical = article.canonicalUrl ?? head.canonical;
  return { ...head, ...(canonical && { canonical }) };
}

/** The page that shows an article's copy as it was filed. */
export function filedHead(
  newsroom: Newsroom,
  { headline, slug, language, direction }: Article,
  words: Words,
): PageHead {
  const title = words.fill("filedTitle", { headline });
  return pageHead(newsroom, { title, description: title, path: addresses.filed(slug), language, direction });
}
