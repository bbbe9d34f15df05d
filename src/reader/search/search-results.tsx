import type { RefObject } from "react";
import type { FoundStories } from "#edition/search-card.ts";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { SettledStatus } from "../settled-status.tsx";
import { KeepButton } from "./keep-button.tsx";
import { SearchFeedLinks, SearchFeeds } from "./named-searches.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { ResultList } from "./result-list.tsx";
import { sayUnsearched } from "./say-search.ts";
import type { SearchAddress } from "./search-address.ts";
import { SearchLink } from "./search-link.tsx";
import { useSearchWords } from "./use-search-words.ts";

type SearchResultsProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly address: SearchAddress;
  readonly results: FoundStories;
  /** While letters follow one another: what is shown is not everything yet. */
  readonly isTyping: boolean;
  /** Others are on their way. */
  readonly isChanging: boolean;
  readonly search: (next: SearchAddress) => void;
  readonly tryAgain: () => void;
};

/** How many there are and in which order, what of them is not as it was typed, and the results. */
export function SearchResults({ ref, address, results, isTyping, isChanging, search, tryAgain }: SearchResultsProps) {
  const { words } = useFrame();
  const searchWords = useSearchWords();
  const { searches = [] } = useReading().manifest.newsroom;
  const named = searches.find(({ query }) => query === address.text.trim());
  const { total, isTotalExact, hits, hasAllWords } = results;
  const count = searchWords.count(isTotalExact ? "results" : "atLeast", total);
  return (
    <>
      <div className="results-head" {...words.attributes}>
        <p className="meta">{count}</p>
        <Order address={address} search={search} />
        <KeepButton address={address} />
        {named && <SearchFeeds search={named} />}
        {named && <SearchFeedLinks search={named} />}
      </div>
      <SettledStatus text={count} />
      <div className="search-notes" {...words.attributes}>
        {!hasAllWords && total > 0 && !isTyping && <p>{searchWords.plain.mostWords}</p>}
        <Corrections address={address} results={results} />
        <NotLookedAt results={results} tryAgain={tryAgain} />
      </div>
      {total === 0 ? (
        <NothingFound address={address} results={results} />
      ) : (
        <ResultList ref={ref} results={results} screens={address.screens} isChanging={isChanging} />
      )}
      {hits.length < total && hits.length > 0 && !isTyping && (
        <button
          type="button"
          className="control"
          {...words.attributes}
          onClick={() => search({ ...address, screens: address.screens + 1 })}
        >
          {searchWords.plain.moreResults}
        </button>
      )}
    </>
  );
}

type Asked = { readonly address: SearchAddress; readonly results: FoundStories };

function Order({ address, search }: Pick<SearchResultsProps, "address" | "search">) {
  const { plain } = useSearchWords();
  const orders = [
    ["relevance", plain.bestMatchFirst],
    ["newest", plain.newestFirst],
    ["oldest", plain.oldestFirst],
  ] as const;
  return (
    <label className="search-order">
      <span className="visually-hidden">{plain.order}</span>
      <select
        className="control"
        value={address.sort}
        onChange={({ target }) => {
          const order = orders.find(([sort]) => sort === target.value);
          if (order) search({ ...address, sort: order[0], screens: 1 });
        }}
      >
        {orders.map(([sort, name]) => (
          <option key={sort} value={sort}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which words were taken for others, and a way to refuse that. */
function Corrections({ address, results: { corrections } }: Asked) {
  const { words } = useFrame();
  const searchWords = useSearchWords();
  if (corrections.length === 0) return null;
  return (
    <>
      {corrections.map(({ range, typed, words: found }) => (
        <p key={range.from}>{searchWords.fill("similarTo", { typed, words: words.list(found.slice(0, 4)) })}</p>
      ))}
      <p>
        <SearchLink to={{ ...address, isLiteral: true, screens: 1 }}>
          {searchWords.fill("searchOnly", { query: address.text.trim() })}
        </SearchLink>
      </p>
    </>
  );
}

/** A result that nothing was found is none while something could not be looked at: that is said, and can be tried again. */
function NotLookedAt({ results: { unsearched }, tryAgain }: Pick<SearchResultsProps, "results" | "tryAgain">) {
  const { words, clock } = useFrame();
  const searchWords = useSearchWords();
  if (unsearched.length === 0) return null;
  const sentences = new Set(unsearched.map((part) => sayUnsearched(part, { words, searchWords, clock })));
  return (
    <div className="not-looked-at" role="alert">
      <p>{searchWords.plain.incomplete}</p>
      <ul>
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button type="button" className="control" onClick={tryAgain}>
        {words.plain.tryAgain}
      </button>
    </div>
  );
}
