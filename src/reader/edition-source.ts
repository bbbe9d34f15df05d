import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Poll } from "#edition/desk-protocol.ts";
import type { FoundStories, Passage } from "#edition/search-card.ts";
import type { Completion, SearchQuery } from "#search/protocol.ts";
import type { Words } from "#words/words.ts";

/** An edition as the reader sees it, wherever its files come from. */
export type Edition = {
  /** Tells editions apart in the query cache. */
  readonly key: string;
  /** The path of the site's root on its host, "/" or "/news/": what relative addresses of pictures are relative to. */
  readonly base: string;
  /** The text of a file of the edition. Throws EditionProblem. */
  readonly load: (path: string) => Promise<string>;
  readonly search: SearchDesk;
  /** Present when the edition is pressed here from a feed that may bring more. */
  readonly live?: LiveFeed;
  /** Present when the edition was pressed here from opened files. */
  readonly opened?: {
    readonly names: readonly string[];
    readonly spiked: readonly CopyProblem[];
    readonly articles: number;
  };
};

/** What the search page asks of an edition. All of it throws EditionProblem, or the signal's reason when that says to stop. */
export type SearchDesk = {
  /** Loads what every search needs: for when the field takes focus. */
  readonly open: () => Promise<void>;
  readonly ask: (query: SearchQuery, signal?: AbortSignal) => Promise<FoundStories>;
  /** What the word before the caret could become. */
  readonly complete: (text: string, caret: number, signal?: AbortSignal) => Promise<readonly Completion[]>;
  /** Two lines of each article around the words that the search's answer names. */
  readonly passages: (slugs: readonly string[], words: readonly string[]) => Promise<readonly Passage[]>;
};

export type LiveFeed = {
  readonly spiked: readonly CopyProblem[];
  /** Asks the feed again; what it brings waits until the page is turned over. */
  readonly poll: () => Promise<Poll>;
  readonly turnOver: () => Promise<void>;
};

/** What the pages of an edition are drawn with. */
export type OpenedEdition = { readonly edition: Edition; readonly words: Words };

/** The editions that can be read at this moment. */
export type Newsstand = {
  /** The site's own edition. Opened once; tried again after a failure. Throws EditionProblem or SpikedCopy. */
  readonly site: () => Promise<Edition>;
  /** The files that were opened last, until the page is reloaded. */
  readonly opened: () => Edition | undefined;
  /** Throws SpikedCopy when nothing of them could be read. */
  readonly openFiles: (files: readonly File[]) => Promise<void>;
  /** The text of a file of the site that is no part of its edition. Throws EditionProblem. */
  readonly siteFile: (path: string) => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
