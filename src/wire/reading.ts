import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";

/** Who reads the copy, and when it came in: the date of copy that has none. */
export type Desk = { readonly newsroom: Newsroom; readonly received: Instant };

export type Reading = {
  readonly articles: readonly Article[];
  /** Copy that was set aside, and why. */
  readonly spiked: readonly CopyProblem[];
  /** Copy that was read although something in it was missing or wrong. */
  readonly notes: readonly CopyProblem[];
  /** The next page of a feed, as an absolute address when the feed has one. */
  readonly nextUrl?: string;
  /** What a feed calls itself. */
  readonly title?: string;
};
