/** What readers ask of the index, and its answers. Asked by a page, answered by a worker: all of it can be cloned. */

/** UTF-16 indexes into the text of a query. */
export type TextRange = { readonly from: number; readonly to: number };

/** What a document can be found by besides its words. Their names are those of the query language: `place:lachin`. */
export const facetNames = ["section", "topic", "place", "author", "credit"] as const;
export type FacetName = (typeof facetNames)[number];

/** What matches can be counted by. */
export type CountedName = FacetName | "year" | "month";

export type SearchQuery = {
  /** As typed, in the query language (README). The last word counts as the beginning of one while nothing follows it. */
  readonly text: string;
  readonly sort: "relevance" | "newest" | "oldest";
  readonly offset: number;
  readonly limit: number;
  /**
   * While letters follow one another: few files are loaded, and only the first few hits given. Nothing is corrected, and a word
   * being typed stands for little more than the likeliest that it may become. To be asked again without once typing rests.
   */
  readonly isTyping?: boolean;
  /** Takes every word as it is typed: nothing is corrected. For "search only for …". */
  readonly isLiteral?: boolean;
  /** What matches are to be counted by. Each costs files of the index, so they are asked for when they are shown. */
  readonly counted?: readonly CountedName[];
};

/** A value of a facet: what it is called in a query, and what it is called on a page. */
export type FacetValue = { readonly value: string; readonly name: string };

/** A part of a query as it was understood. Removing `range` from the text (`withoutRange`) removes it from the query. */
export type Clause = { readonly range: TextRange; readonly isExcluded: boolean } & (
  | { readonly kind: "word"; readonly text: string; readonly isHeadline: boolean }
  | { readonly kind: "phrase"; readonly text: string; readonly isHeadline: boolean }
  /** `values` are those of the edition that the text stands for; none when there is no such value. Several are alternatives. */
  | { readonly kind: "facet"; readonly facet: FacetName; readonly text: string; readonly values: readonly FacetValue[] }
  /** First and last day, both included: "2025-05-28". */
  | {
      readonly kind: "date";
      readonly field: "before" | "after" | "on";
      readonly text: string;
      readonly first?: string;
      readonly last?: string;
    }
);

/** Words that were looked for in place of one that no document has. `isLiteral` refuses them. */
export type Correction = {
  readonly range: TextRange;
  readonly typed: string;
  /** As the documents print them, likeliest first. */
  readonly words: readonly string[];
  /** The text of a query that has the likeliest in place of what was typed. */
  readonly text: string;
};

/** Something that could not be looked at, because its file is missing, damaged or out of reach even after asking again. */
export type Unsearched =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "phrase"; readonly text: string }
  | { readonly kind: "spellings"; readonly text: string }
  | { readonly kind: "facet"; readonly facet: FacetName }
  | { readonly kind: "dates" }
  /** Hits that are counted in the total, but cannot be shown. */
  | { readonly kind: "hits"; readonly count: number };

/** A way on when nothing was found. `total` is how many documents the other query finds, when that is known. */
export type Suggestion =
  /** The nearest spelling of a word, when corrections were refused. */
  | { readonly kind: "spelling"; readonly text: string; readonly typed: string; readonly word: string }
  /** The query without some of its words or filters. */
  | { readonly kind: "fewer"; readonly text: string; readonly dropped: readonly string[]; readonly total: number };

export type FacetCount = FacetValue & { readonly count: number };

/** A run of text, marked where a search found it. */
export type Run = { readonly text: string; readonly marked: boolean };

/** `stored` is what the document was indexed with. */
export type Hit = {
  /** Its number in the index. */
  readonly document: number;
  readonly stored: unknown;
  /** How well it fits; 0 in a list by date. */
  readonly score: number;
  /** True when it was only found by a corrected word. */
  readonly isCorrected: boolean;
};

export type SearchAnswer<Found = Hit> = {
  /** How many match. About so many when `isTotalExact` is false: of very common words not every document was looked at. */
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly hits: readonly Found[];
  /** The query as it was understood, in its order. */
  readonly clauses: readonly Clause[];
  /** False when no document has all the words, so that those with most of them are given. */
  readonly hasAllWords: boolean;
  readonly corrections: readonly Correction[];
  /** Folded words that were found, completed and corrected ones included: for marking them, and for passages. */
  readonly words: readonly string[];
  /**
   * What was asked to be counted, most first, years and months newest first. A facet is counted as if the query had no filter
   * by it, so that others can be chosen. One or two letters alone are not counted.
   */
  readonly counts: Readonly<Partial<Record<CountedName, readonly FacetCount[]>>>;
  readonly unsearched: readonly Unsearched[];
  /** Only when nothing was found. */
  readonly suggestions: readonly Suggestion[];
};

/** What the word being typed could become. */
export type Completion = {
  readonly kind: "word" | FacetName;
  /** As it is shown. */
  readonly name: string;
  /** How many documents have it. */
  readonly documents: number;
  /** The whole query with it, and where the caret stands then. */
  readonly text: string;
  readonly caret: number;
};

/** Both reject with the signal's reason once it says that nobody waits for an answer, and load nothing more for it. */
export type SearchIndex = {
  readonly search: (query: SearchQuery, signal?: AbortSignal) => Promise<SearchAnswer>;
  /** What the word before the caret could become: words first, then values of facets; none when there is no word. */
  readonly complete: (text: string, caret: number, signal?: AbortSignal) => Promise<readonly Completion[]>;
};

/** The index cannot be searched at all: its root is missing, damaged or of another version. */
export class SearchProblem extends Error {
  override readonly name = "SearchProblem";
  readonly kind: "missing" | "damaged" | "other-version";

  constructor(kind: SearchProblem["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}
