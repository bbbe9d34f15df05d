import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { memo, type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { searchHead } from "#edition/page-head.ts";
import { useWords } from "../frame-context.ts";
import { manifestQuery } from "../queries.ts";
import { useReading } from "../reading.ts";
import { usePageHead } from "../use-page-head.ts";
import type { LoadPage } from "../view.ts";
import { OfflineNote } from "./offline-note.tsx";
import { readSearchAddress, type SearchAddress, searchQueryOf } from "./search-address.ts";
import { SearchFailure } from "./search-failure.tsx";
import { SearchField } from "./search-field.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { type Results, searchQuery, searchWordsQuery } from "./search-queries.ts";
import { SearchResults } from "./search-results.tsx";
import { SearchStart } from "./search-start.tsx";
import { UnderstoodChips } from "./understood-chips.tsx";
import { cardsOf, useCards } from "./use-cards.ts";
import { useSearchAddress } from "./use-search-address.ts";

/** How long a page waits for its results before it is drawn without, in milliseconds. */
const patience = 1_000;

/**
 * Loads what the page shows for an address. Results that do not come at once are waited for on the page, where there is a
 * field, and trouble with them is told there.
 */
export function loadSearchPage(client: QueryClient): LoadPage {
  return async (edition, { search }) => {
    const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
    await client.ensureQueryData(searchWordsQuery(newsroom));
    const address = readSearchAddress(search);
    const query = searchQueryOf(address, cardsOf(edition, address, client));
    const found = client.prefetchQuery(searchQuery(edition, query));
    await Promise.race([found, new Promise((waited) => setTimeout(waited, patience))]);
    return <SearchPage />;
  };
}

/** Results as they are typed. Everything that was asked for is in the address, so that Back, reload and a link bring it back. */
function SearchPage() {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { address, settled, isTyped, isTyping, show, search, type } = useSearchAddress();
  const { cards, bringMore } = useCards(edition, address);
  const query = searchQueryOf(address, cards, isTyping);
  const found = useQuery({ ...searchQuery(edition, query), placeholderData: keepPreviousData });
  const { isPlaceholderData, isFetching, isPending, error, refetch } = found;
  const isUnsettled = isTyping || (isTyped && isPlaceholderData && found.data?.query.isTyping === true);
  const results = useWorthShowing(query ? found.data : undefined, isUnsettled);
  // Drawn at once, a list of results is a task of 36 to 56 ms on a processor four times slower; in slices none is over 22.
  const latest = useMemo(
    () => ({ address, results, isTyping: isUnsettled, isFetching, isPending, error }),
    [address, results, isUnsettled, isFetching, isPending, error],
  );
  const calm = useDeferredValue(latest);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const leaveField = useCallback(() => heading.current?.focus({ preventScroll: true }), []);
  const enterResults = useCallback(() => list.current?.querySelector("a")?.focus(), []);
  usePageHead(searchHead(manifest.newsroom, settled.text, words));
  useFocusKept(heading, calm.results);
  return (
    <div className="search-page">
      <header className="search-head">
        <h1 ref={heading} className="headline headline-l" tabIndex={-1}>
          {settled.text === "" ? words.plain.search : words.fill("searchTitle", { query: settled.text })}
        </h1>
        <SearchField
          text={address.text}
          type={type}
          search={search}
          leaveField={leaveField}
          enterResults={enterResults}
        />
        <UnderstoodChips text={calm.address.text} answer={calm.results} search={search} />
      </header>
      <Below ref={list} {...calm} search={search} show={show} bringMore={bringMore} tryAgain={refetch} />
    </div>
  );
}

type BelowProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly address: SearchAddress;
  readonly results: Results | null | undefined;
  readonly isTyping: boolean;
  readonly isFetching: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly search: (text: string) => void;
  readonly show: (next: SearchAddress) => void;
  readonly bringMore: () => void;
  readonly tryAgain: () => unknown;
};

/** What lies below the field: drawn anew when it has changed, not with every letter. */
const Below = memo(function Below(props: BelowProps) {
  const { address, results, isFetching, isPending, error, search, tryAgain } = props;
  const { plain } = useWords();
  const isEmpty = address.text.trim() === "";
  return (
    <>
      <SearchFilters text={address.text} isLiteral={address.isLiteral} answer={results} search={search} />
      <div className="search-results" aria-busy={isFetching}>
        <OfflineNote />
        {isEmpty && <SearchStart />}
        {!isEmpty && error && <SearchFailure error={error} tryAgain={tryAgain} />}
        {results && !error && <SearchResults {...props} results={results} />}
        {!isEmpty && isPending && <p className="meta">{plain.loading}</p>}
      </div>
    </>
  );
});

/** While somebody types, words that are not whole yet may find nothing: until that is certain, what was found before stays. */
function useWorthShowing(found: Results | null | undefined, isUnsettled: boolean): Results | null | undefined {
  const [kept, keep] = useState(found);
  const isKept = isUnsettled && kept && found?.total === 0;
  if (!isKept && kept !== found) keep(found);
  return isKept ? kept : found;
}

/** Where what had the focus went with the results that it belonged to, the heading takes it, which says what is shown now. */
function useFocusKept(heading: RefObject<HTMLElement | null>, results: object | null | undefined): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [heading, results]);
}
