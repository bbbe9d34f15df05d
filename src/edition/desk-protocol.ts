import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Completion, SearchQuery } from "#search/protocol.ts";
import type { EditionProblem } from "./edition-problem.ts";
import type { FoundStories, Passage } from "./search-card.ts";

/** What a page asks of its desk worker. Each request is answered once, by its number. */
export type DeskRequest =
  /** A printed edition: only search is asked for, and `base` is where the edition's files lie. */
  | { readonly kind: "open-printed"; readonly base: string }
  /** Reads the feed that a newsroom.json names, and presses it. `address` is that file's own. */
  | { readonly kind: "open-live"; readonly settings: string; readonly address: string }
  /** Presses files that a reader chose, as the newsroom that their name gives. */
  | { readonly kind: "open-files"; readonly files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[] }
  /** Asks the feed again, politely. What it brings is kept aside until "turn-over". */
  | { readonly kind: "poll" }
  /** Puts what the last poll brought in place of the edition being read. */
  | { readonly kind: "turn-over" }
  | { readonly kind: "load"; readonly path: string }
  /** Loads what every search needs: asked for when a search field takes focus. */
  | { readonly kind: "open-search" }
  | { readonly kind: "search"; readonly query: SearchQuery }
  | { readonly kind: "complete"; readonly text: string; readonly caret: number }
  /** Passages of the articles on screen: `words` are those of the search's answer. */
  | { readonly kind: "passages"; readonly slugs: readonly string[]; readonly words: readonly string[] };

/** What asking a feed again brought. */
export type Poll = {
  /** Stories that were not there before. */
  readonly fresh: number;
  /** Stories that were there and were corrected or taken back. */
  readonly changed: number;
  /** Milliseconds to wait before asking again; undefined when the feed is gone for good. */
  readonly wait: number | undefined;
};

export type DeskAnswer =
  | { readonly kind: "pressed"; readonly articles: number; readonly spiked: readonly CopyProblem[] }
  | ({ readonly kind: "polled" } & Poll)
  | { readonly kind: "loaded"; readonly text: string | undefined }
  | { readonly kind: "found"; readonly found: FoundStories }
  | { readonly kind: "completed"; readonly completions: readonly Completion[] }
  | { readonly kind: "passages"; readonly passages: readonly Passage[] }
  | { readonly kind: "done" }
  /** Nothing could be read, and why. */
  | { readonly kind: "spiked"; readonly problems: readonly CopyProblem[] }
  /** What was asked for could not be had, or the desk itself failed. */
  | { readonly kind: "failed"; readonly problem: DeskProblem; readonly message: string };

export type DeskProblem = EditionProblem["kind"] | "unexpected";

/** A request, or, without one, that nobody waits any more for the answer to the request of that number. */
export type DeskMessage = { readonly number: number; readonly request?: DeskRequest };
export type NumberedAnswer = { readonly number: number; readonly answer: DeskAnswer };
