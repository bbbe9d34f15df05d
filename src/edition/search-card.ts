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

export function searchCardOf({
  slug,
  headline,
  kicker,
  section,
  place,
  published,
  language,
  direction,
}: Headline): SearchCard {
  return {
    slug,
    headline,
    ...(kicker && { kicker }),
    section,
    ...(place && { place }),
    published,
    language,
    direction,
  };
}
