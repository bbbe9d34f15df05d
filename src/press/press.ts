import { type Article, readingMinutes, summaryOf } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, encodeArticleDocument, type Related } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { encodeFront } from "#edition/front.ts";
import { type Headline, headlineOf } from "#edition/headline.ts";
import type { ListIndex } from "#edition/list-index.ts";
import { encodeManifest, type ManifestHead } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import { type Collation, collate } from "./collate.ts";
import { printFeeds } from "./feeds.ts";
import { type BeginHash, FileLedger } from "./file-ledger.ts";
import { layOutFront } from "./front-page.ts";
import { type Listings, listIndexOf, listingsOf, printLists } from "./lists.ts";
import { type AppColours, printForMachines } from "./machines.ts";
import { printSearch, printSearchInSteps } from "./print-search.ts";
import { relate } from "./related.ts";
import { alternatesOf, storiesOf } from "./translations.ts";

export type Edition = {
  /** The articles that can be read in it, oldest first, each with the slug that it is printed under. */
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
  /** Embargoed articles, which a later press will print. */
  readonly held: Collation["held"];
  /** What every page shows of it, which its manifest begins with. */
  readonly head: ManifestHead;
  /** Made one by one as they are asked for; the manifest last. */
  readonly files: Iterable<EditionFile>;
  /** All of them but the search index, of which the manifest tells nothing then. */
  readonly withoutSearch: Iterable<EditionFile>;
  /** The search index alone; nothing now and then, where the work may rest for something else to be done. */
  readonly search: Iterable<EditionFile | undefined>;
};

/** What an edition is printed with. */
export type Means = {
  /** Without them the web app manifest names none. */
  readonly colours?: AppColours;
  /** Where the machine has a faster one than this program brings along. */
  readonly beginHash?: BeginHash;
};

/**
 * Lays out an edition. A pure function: same articles, newsroom and `now` (milliseconds since 1970, which only decides
 * what is still embargoed), same bytes.
 */
export function press(copy: readonly Article[], newsroom: Newsroom, now: number, means: Means = {}): Edition {
  const collation = collate(copy, now);
  const contents = contentsOf(collation, newsroom);
  return {
    articles: collation.articles,
    spiked: collation.spiked,
    held: collation.held,
    head: contents.head,
    files: { [Symbol.iterator]: () => counted(contents, newsroom, means, printSearch) },
    withoutSearch: { [Symbol.iterator]: () => counted(contents, newsroom, means, () => []) },
    search: {
      [Symbol.iterator]: () => {
        return printSearchInSteps(collation.articles.toReversed(), contents.headlines.toReversed());
      },
    },
  };
}

/** The articles of an edition, and what its files tell of them, oldest first. */
type Contents = {
  readonly collation: Collation;
  readonly listings: Listings;
  readonly headlines: readonly Headline[];
  readonly sections: ListIndex;
  readonly head: ManifestHead;
};

function contentsOf(collation: Collation, newsroom: Newsroom): Contents {
  const { articles } = collation;
  const listings = listingsOf(articles);
  const headlines = articles.map(headlineOf);
  const sections = listIndexOf("sections", listings, headlines, newsroom);
  const newest = headlines.at(-1)?.published;
  const head = {
    newsroom,
    articles: articles.length,
    ...(newest && { newest }),
    sections: sections.lists.map(({ slug, name, count }) => ({ slug, name, count })),
  };
  return { collation, listings, headlines, sections, head };
}

/** Passes on every file and ends with the manifest, which tells of all of them. */
function* counted(
  { collation, listings, headlines, sections, head }: Contents,
  newsroom: Newsroom,
  { colours, beginHash }: Means,
  search: (newestFirst: readonly Article[], headlines: readonly Headline[]) => Iterable<EditionFile>,
): Generator<EditionFile> {
  const ledger = new FileLedger(beginHash);
  const { articles } = collation;
  const newestFirst = headlines.toReversed();
  const front = layOutFront(newestFirst, sections, newsroom);
  const parts = [
    [{ path: editionPaths.front, content: encodeFront(front) }],
    // First, since pages can be printed of them while the rest is laid out.
    printArticles(collation, headlines, listings, newsroom),
    printLists(articles, listings, headlines, newsroom),
    printFeeds(articles, newsroom),
    search(articles.toReversed(), newestFirst),
    printForMachines(articles, listings, newsroom, colours),
  ];
  for (const part of parts) {
    for (const file of part) {
      ledger.enter(file);
      yield file;
    }
  }
  const manifest = encodeManifest({ edition: ledger.edition(), ...head, files: ledger.folders() });
  yield { path: editionPaths.manifest, content: manifest };
}

function* printArticles(
  { articles, withdrawn }: Collation,
  headlines: readonly Headline[],
  listings: Listings,
  newsroom: Newsroom,
): Generator<EditionFile> {
  const stories = storiesOf(articles);
  const relatedTo = relate(articles, stories);
  const placeInSection = new Map<number, number>();
  for (const { articles: inSection } of listings.sections.values())
    for (const [place, at] of inSection.entries()) placeInSection.set(at, place);
  for (const [at, article] of articles.entries()) {
    const inSection = listings.sections.get(article.section.slug)?.articles ?? [];
    const place = placeInSection.get(at) ?? 0;
    const previous = headlines[inSection[place - 1] ?? -1];
    const next = headlines[inSection[place + 1] ?? -1];
    const related = relatedTo(at).flatMap(({ index, reason }): Related[] => {
      const headline = headlines[index];
      return headline ? [{ headline, reason }] : [];
    });
    const neighbours = { ...(previous && { previous }), ...(next && { next }) };
    const alternates = alternatesOf(at, articles, stories);
    yield {
      path: editionPaths.article(article.slug),
      content: encodeArticleDocument(documentOf(withoutFolder(article), { related, neighbours, alternates }), newsroom),
    };
  }
  for (const article of withdrawn) {
    yield {
      path: editionPaths.article(article.slug),
      content: encodeArticleDocument(documentOf(tombstone(article), lonely), newsroom),
    };
  }
}

type Surroundings = Pick<ArticleDocument, "related" | "neighbours" | "alternates">;

const lonely: Surroundings = { related: [], neighbours: {}, alternates: [] };

function documentOf(article: Article, surroundings: Surroundings): ArticleDocument {
  return { article, summary: summaryOf(article), minutes: readingMinutes(article.body), ...surroundings };
}

/** In which folder or on which server the copy lay is nobody's business: its name is enough. */
function withoutFolder({ provenance, ...article }: Article): Article {
  const file = provenance.file.replace(/[?#].*$/u, "").split(/[\\/]/u);
  return { ...article, provenance: { ...provenance, file: file.at(-1) ?? "" } };
}

/** What is left of a withdrawn article: that it was there, and why it is not any more. */
function tombstone({
  id,
  slug,
  headline,
  headlineDerived,
  section,
  published,
  updated,
  language,
  direction,
  release,
}: Article): Article {
  return {
    id,
    slug,
    headline,
    headlineDerived,
    section,
    published,
    ...(updated && { updated }),
    language,
    direction,
    release,
    bylines: [],
    topics: [],
    places: [],
    body: [],
    pictures: [],
    corrections: [],
    sources: [],
    provenance: { kind: "json-feed", file: "" },
  };
}
