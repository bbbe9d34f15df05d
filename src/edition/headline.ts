import { type Article, type Named, picturesOf, readingMinutes, summaryOf } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Direction, Language } from "#domain/language.ts";
import type { Picture } from "#domain/picture.ts";
import type { Slug } from "#domain/slug.ts";

/** What lists, fronts, related panels and search results know of an article: enough to draw its line, never its body. */
export type Headline = {
  readonly id: string;
  readonly slug: Slug;
  readonly headline: string;
  readonly kicker?: string;
  /** The standfirst, or the beginning of the text. */
  readonly summary: string;
  readonly section: Named;
  /** The dateline's place: "Rawalpindi". */
  readonly place?: string;
  readonly published: Instant;
  readonly updated?: Instant;
  readonly language: Language;
  readonly direction: Direction;
  /** The first picture that has a file. */
  readonly picture?: Picture;
  readonly minutes: number;
};

export function headlineOf(article: Article): Headline {
  const picture = picturesOf(article).find(({ url }) => url !== undefined);
  return {
    id: article.id,
    slug: article.slug,
    headline: article.headline,
    ...(article.kicker && { kicker: article.kicker }),
    summary: summaryOf(article),
    section: article.section,
    ...(article.dateline && { place: article.dateline.place }),
    published: article.published,
    ...(article.updated && { updated: article.updated }),
    language: article.language,
    direction: article.direction,
    ...(picture && { picture }),
    minutes: readingMinutes(article.body),
  };
}
