/** What a reader asks of the index. Asked by a page, answered by a worker: all of it can be cloned. */
export type SearchQuery = {
  /** As typed. The last word counts as the beginning of one while no blank follows it. Looked at up to 1,000 characters. */
  readonly text: string;
  /** By facet, the values of which a document must have one. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** First and last day, both included: "2025-05-28". */
  readonly from?: string;
  readonly until?: string;
  readonly sort: "relevance" | "newest";
  readonly offset: number;
  readonly limit: number;
};

/** `stored` is what the document was indexed with. */
export type Hit = { readonly stored: unknown; readonly score: number };

export type SearchResults = {
  readonly total: number;
  readonly hits: readonly Hit[];
  /** The words that were looked for, folded, those that a beginning was completed to included: for marking them. */
  readonly words: readonly string[];
  /** False when no document has all the words, so that those with most of them are given. */
  readonly hasAllWords: boolean;
  /** By facet and value, how many documents match: counted as if that facet had no filter, so that others can be chosen. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

export type SearchIndex = { readonly search: (query: SearchQuery) => Promise<SearchResults> };

/** A file of the index is missing or damaged. */
export class SearchProblem extends Error {
  override readonly name = "SearchProblem";
}
