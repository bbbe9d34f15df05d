import type { Instant } from "#domain/instant.ts";
import { type Direction, directionOf, type Language } from "#domain/language.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import type { Run, SearchAnswer } from "#search/protocol.ts";
import type { Headline } from "./headline.ts";

/** What a search result shows of an article besides a passage: the search index stores it with each article. */
export type SearchCard = Pick<
  Headline,
  "slug" | "headline" | "kicker" | "section" | "place" | "published" | "language" | "direction"
>;

/** An article that a search found. */
export type FoundStory = SearchCard & {
  /** Its headline, with what the search found marked. */
  readonly parts: readonly Run[];
  /** True when it was only found by a corrected word. */
  readonly isCorrected: boolean;
};

export type FoundStories = SearchAnswer<FoundStory>;

/** About two lines of an article around what a search found in it; none when its text could not be had. */
export type Passage = { readonly slug: string; readonly runs: readonly Run[] };

/** As it is stored: what follows from the rest is left out, because every search loads many of them. */
type StoredCard = {
  readonly h: string;
  readonly k?: string;
  /** Slug and name of the section. */
  readonly s: readonly [Slug, string];
  readonly p?: string;
  readonly d: Instant;
  readonly l: Language;
  readonly slug?: Slug;
  readonly direction?: Direction;
};

export function encodeSearchCard({
  slug,
  headline,
  kicker,
  section,
  place,
  published,
  language,
  direction,
}: Headline): StoredCard {
  return {
    h: headline,
    ...(kicker && { k: kicker }),
    s: [section.slug, section.name],
    ...(place && { p: place }),
    d: published,
    l: language,
    ...(slug !== slugOf(headline) && { slug }),
    ...(direction !== directionOf(language) && { direction }),
  };
}

export function decodeSearchCard(stored: unknown): SearchCard {
  // The index gives back, under a sum of its own, what the press stored.
  const { h, k, s, p, d, l, slug, direction } = stored as StoredCard;
  return {
    slug: slug ?? slugOf(h) ?? ("" as Slug),
    headline: h,
    ...(k && { kicker: k }),
    section: { slug: s[0], name: s[1] },
    ...(p && { place: p }),
    published: d,
    language: l,
    direction: direction ?? directionOf(l),
  };
}
