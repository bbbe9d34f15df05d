import { type Article, creditsOf, type Named } from "#domain/article.ts";
import { monthOf } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { slugOf } from "#domain/slug.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import type { Headline } from "#edition/headline.ts";
import { encodeHeadlineList, type HeadlineList } from "#edition/headline-list.ts";
import { encodeListIndex, type ListIndex } from "#edition/list-index.ts";
import { editionPaths, type ListKind, listKinds } from "#edition/paths.ts";
import { fullPagesOf, type PageSize, paginate } from "./paginate.ts";

const listPage: PageSize = { full: 50, least: 20 };

/** One list: its name as the newest of its articles prints it, and the indexes of its articles, oldest first. */
type Listing = { readonly name: string; readonly articles: readonly number[] };
export type Listings = Readonly<Record<ListKind, ReadonlyMap<string, Listing>>>;

/** Sorts articles, given oldest first, into the lists that they stand in. */
export function listingsOf(articles: readonly Article[]): Listings {
  const listings: Record<ListKind, Map<string, { name: string; articles: number[] }>> = {
    sections: new Map(),
    topics: new Map(),
    places: new Map(),
    authors: new Map(),
    credits: new Map(),
    months: new Map(),
  };
  for (const [at, article] of articles.entries()) {
    for (const kind of listKinds) {
      for (const { slug, name } of namesFor(kind, article)) {
        const listing = listings[kind].get(slug);
        if (!listing) listings[kind].set(slug, { name, articles: [at] });
        else if (listing.articles.at(-1) !== at) {
          listing.name = name;
          listing.articles.push(at);
        }
      }
    }
  }
  return listings;
}

function namesFor(kind: ListKind, article: Article): readonly { readonly slug: string; readonly name: string }[] {
  switch (kind) {
    case "sections":
      return [article.section];
    case "topics":
      return article.topics;
    case "places":
      return article.places;
    case "authors":
      return article.bylines;
    case "credits":
      return creditsOf(article).flatMap(namedOf);
    case "months":
      return [{ slug: monthOf(article.published), name: monthOf(article.published) }];
  }
}

function namedOf(name: string): Named[] {
  const slug = slugOf(name);
  return slug ? [{ name, slug }] : [];
}

/**
 * All pages of all lists, and for each kind the list of its lists. A full page tells of itself and of those below it, under
 * the name that the newest article on it prints: so it stays the same file when the list grows.
 */
export function* printLists(
  articles: readonly Article[],
  listings: Listings,
  headlines: readonly Headline[],
  newsroom: Newsroom,
): Generator<EditionFile> {
  for (const kind of listKinds) {
    for (const [slug, listing] of listings[kind]) {
      const all = listing.articles.length;
      for (const { page, values } of paginate(listing.articles, listPage)) {
        const newest = articles[values[0] ?? -1];
        const name = newest && namesFor(kind, newest).find((named) => named.slug === slug)?.name;
        const list: HeadlineList = {
          kind,
          slug,
          name: name ?? listing.name,
          page,
          count: page === "latest" ? all : page * listPage.full,
          fullPages: page === "latest" ? fullPagesOf(all, listPage) : page,
          headlines: values.flatMap((at) => headlines[at] ?? []),
        };
        yield { path: editionPaths.list(kind, slug, page), content: encodeHeadlineList(list, newsroom) };
      }
    }
    yield {
      path: editionPaths.listIndex(kind),
      content: encodeListIndex(listIndexOf(kind, listings, headlines, newsroom)),
    };
  }
}

export function listIndexOf(
  kind: ListKind,
  listings: Listings,
  headlines: readonly Headline[],
  newsroom: Newsroom,
): ListIndex {
  const lists = [...listings[kind]].flatMap(([slug, { name, articles }]) => {
    const newest = headlines[articles.at(-1) ?? -1];
    return newest ? [{ slug, name, count: articles.length, newest: newest.published }] : [];
  });
  const collator = new Intl.Collator(newsroom.language);
  const order = newsroom.sections.map(({ slug }) => slug as string);
  const place = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  switch (kind) {
    case "months":
      return { kind, lists: lists.sort((one, other) => (one.slug < other.slug ? 1 : -1)) };
    case "sections":
      return {
        kind,
        lists: lists.sort(
          (one, other) => place(one.slug) - place(other.slug) || collator.compare(one.name, other.name),
        ),
      };
    case "topics":
    case "places":
    case "authors":
    case "credits":
      return {
        kind,
        lists: lists.sort((one, other) => collator.compare(one.name, other.name) || (one.slug < other.slug ? -1 : 1)),
      };
  }
}
