import { bodyText } from "#domain/article.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { editionPaths } from "#edition/paths.ts";
import type { Passage } from "#edition/search-card.ts";
import { passageOf } from "#search/passage.ts";

/**
 * Passages of articles around the words that a search found. `load` gives the text of a file of the edition: the article's own,
 * so that it is there already when the reader opens it. One that cannot be had has no runs.
 */
export function passagesOf(
  slugs: readonly string[],
  words: readonly string[],
  load: (path: string) => Promise<string | undefined>,
): Promise<readonly Passage[]> {
  return Promise.all(
    slugs.map(async (slug): Promise<Passage> => {
      const path = editionPaths.article(slug);
      const text = textIn(await load(path), path);
      return { slug, runs: text === undefined ? [] : passageOf(text, words) };
    }),
  );
}

function textIn(file: string | undefined, path: string): string | undefined {
  if (file === undefined) return undefined;
  try {
    const article = decodeArticleDocument(file, path)?.article;
    return article && [article.standfirst, bodyText(article.body)].filter(Boolean).join("\n");
  } catch (problem) {
    if (problem instanceof EditionProblem) return undefined;
    throw problem;
  }
}
