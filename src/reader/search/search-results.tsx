import type { RefObject } from "react";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { SettledStatus } from "../settled-status.tsx";
import { KeepButton } from "./keep-button.tsx";
import { SearchFeedLinks, SearchFeeds } from "./named-searches.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { ResultList, ResultsToCome } from "./result-list.tsx";
import { sayUnsearched } from "./say-search.ts";
import { resultsAtATime, type SearchAddress } from "./search-address.ts";
import { SearchLink } from "./search-link.tsx";
import type { Results } from "./search-queries.ts";
import { useSearchWords } from "./use-search-words.ts";

type SearchResultsProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly address: SearchAddress;
  readonly results: Results;
  /** While letters follow one another: what is shown is not everything yet. */
  readonly isTyping: boolean;
  readonly show: (next: SearchAddress) => void;
  readonly bringMore: () => void;
  readonly tryAgain: () => unknown;
};

/** How many there are and in which order, what of them is not as it was typed, and the results. */
export function SearchResults({ ref, address, results, isTyping, show, bringMore, tryAgain }: SearchResultsProps) {
  const { words } = useFrame();
  const searchWords = useSearchWords();
  const { searches = [] } = useReading().manifest.newsroom;
  const named = searches.find(({ query }) => query === address.text.trim());
  const { total, isTotalExact, hasAllWords, query } = results;
  const shown = Math.min(total, address.screens * resultsAtATime);
  const toCome = query.isTyping ? 0 : shown - query.limit;
  const count = searchWords.count(isTotalExact ? "results" : "atLeast", total);
  return (
    <>
      <div className="results-head" {...words.attributes}>
        <p className="meta">{count}</p>
        <Order address={address} show={show} />
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
        <ResultList ref={ref} results={results} screens={address.screens} />
      )}
      {toCome > 0 && <ResultsToCome key={toCome} count={toCome} bring={bringMore} />}
      {shown < total && toCome <= 0 && !isTyping && (
        <button
          type="button"
          className="control"
          {...words.attributes}
          onClick={() => show({ ...address, screens: address.screens + 1 })}
        >
          {searchWords.plain.moreResults}
        </button>
      )}
    </>
  );
}

type Asked = Pick<SearchResultsProps, "address" | "results">;

function Order({ address, show }: Pick<SearchResultsProps, "address" | "show">) {
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
          if (order) show({ ...address, sort: order[0], screens: 1 });
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
      <button type="button" className="control" onClick={() => void tryAgain()}>
        {words.plain.tryAgain}
      </button>
    </div>
  );
}
