import { type Article, bodyText, creditsOf, type Named, summaryOf } from "#domain/article.ts";
import { dayOf } from "#domain/instant.ts";
import { slugOf } from "#domain/slug.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import type { Headline } from "#edition/headline.ts";
import { editionPaths } from "#edition/paths.ts";
import { encodeSearchCard } from "#edition/search-card.ts";
import { encodeSearchFiles } from "#edition/search-files.ts";
import { buildInSteps, type SearchDocument } from "#search/build-index.ts";
import type { FacetValue } from "#search/protocol.ts";

/** An index that is larger is not listed, for nobody is to keep it whole. */
const mostKept = 4_000_000;

/** Prints the search index of articles, given newest first with their headlines. */
export function* printSearch(newestFirst: readonly Article[], headlines: readonly Headline[]): Generator<EditionFile> {
  for (const file of printSearchInSteps(newestFirst, headlines)) if (file) yield file;
}

/** As printSearch, and yields nothing now and then, where the work may rest for something else to be done. */
export function* printSearchInSteps(
  newestFirst: readonly Article[],
  headlines: readonly Headline[],
): Generator<EditionFile | undefined> {
  const documents = newestFirst.flatMap((article, at): SearchDocument[] => {
    const headline = headlines[at];
    return headline ? [documentOf(article, headline)] : [];
  });
  const names: string[] = [];
  let bytes = 0;
  for (const file of buildInSteps(documents)) {
    if (file) {
      names.push(file.name);
      bytes += file.content.length;
    }
    yield file && { path: editionPaths.search(file.name), content: file.content };
  }
  if (bytes > mostKept) return;
  yield { path: editionPaths.searchFiles, content: encodeSearchFiles(names) };
}

function documentOf(article: Article, headline: Headline): SearchDocument {
  const credits = creditsOf(article);
  const names = [...article.bylines, ...article.places, ...article.topics].map(({ name }) => name);
  const captions = article.pictures.flatMap(({ caption, credit }) => [caption, credit]);
  return {
    fields: {
      headline: [article.kicker, article.headline].filter(Boolean).join(" · "),
      lead: summaryOf(article, 400),
      body: [article.dateline?.printed, bodyText(article.body), ...captions, ...names].filter(Boolean).join("\n"),
    },
    facets: {
      section: [article.section].map(valueOf),
      topic: article.topics.map(valueOf),
      place: article.places.map(valueOf),
      author: article.bylines.map(valueOf),
      credit: credits.map((name) => ({ value: slugOf(name) ?? name, name })),
    },
    day: dayOf(article.published),
    stored: encodeSearchCard(headline),
  };
}

function valueOf({ slug, name }: Named): FacetValue {
  return { value: slug, name };
}
