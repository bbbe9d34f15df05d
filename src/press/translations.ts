import type { Article } from "#domain/article.ts";
import type { Language } from "#domain/language.ts";
import type { Alternate } from "#edition/article-document.ts";

/** The articles that tell one story in several languages, by their indexes, oldest first. */
type Story = readonly number[];

/** Stories by the index of each of their articles. An article that nobody translated stands in none. */
export type Stories = ReadonlyMap<number, Story>;

/**
 * Groups originals and their translations, translations of translations too, whether or not the original itself is in the
 * edition.
 */
export function storiesOf(articles: readonly Article[]): Stories {
  const original = new Map<string, string>();
  const firstOf = (id: string) => {
    let first = id;
    for (let next = original.get(first); next !== undefined; next = original.get(first)) first = next;
    // What led there step by step leads there at once from now on.
    for (let at = id, next = original.get(at); next !== undefined; at = next, next = original.get(at))
      original.set(at, first);
    return first;
  };
  for (const { id, translationOf } of articles) {
    if (translationOf === undefined) continue;
    const [one, other] = [firstOf(id), firstOf(translationOf)];
    if (one !== other) original.set(one, other);
  }
  const groups = new Map<string, number[]>();
  if (original.size > 0) {
    for (const [at, { id }] of articles.entries()) {
      const first = firstOf(id);
      const group = groups.get(first);
      if (group) group.push(at);
      else groups.set(first, [at]);
    }
  }
  const stories = new Map<number, Story>();
  for (const group of groups.values()) if (group.length > 1) for (const at of group) stories.set(at, group);
  return stories;
}

export function isSameStory(stories: Stories, one: number, other: number): boolean {
  const story = stories.get(one);
  return story !== undefined && story === stories.get(other);
}

/**
 * In which other languages the story of an article can be read: the original first, then by language. Where two tell it in
 * one language, the original, else the older, since links may lead there.
 */
export function alternatesOf(at: number, articles: readonly Article[], stories: Stories): readonly Alternate[] {
  const own = articles[at];
  const told = (stories.get(at) ?? []).flatMap((one) => articles[one] ?? []);
  const isTranslation = ({ translationOf }: Article) => Number(translationOf !== undefined);
  const byLanguage = new Map<string, Article>();
  for (const article of told.toSorted((one, other) => isTranslation(one) - isTranslation(other)))
    if (article.language !== own?.language && !byLanguage.has(article.language))
      byLanguage.set(article.language, article);
  return [...byLanguage.values()]
    .sort((one, other) => isTranslation(one) - isTranslation(other) || (one.language < other.language ? -1 : 1))
    .map(({ language, direction, slug, headline }) => {
      return { language, languageName: nameOf(language), direction, slug, headline };
    });
}

/** What a language is called by those who speak it: "اردو". A browser does not know that of every language; the press does. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
}
