import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { type RefObject, useDeferredValue, useEffect, useRef, useState } from "react";
import { type ShouldRevalidateFunctionArgs, useNavigate, useSearchParams } from "react-router";
import { searchHead } from "#edition/page-head.ts";
import type { FoundStories } from "#edition/search-card.ts";
import type { Edition } from "../edition-source.ts";
import { useWords } from "../frame-context.ts";
import { manifestQuery } from "../queries.ts";
import { useReading } from "../reading.ts";
import { usePageHead } from "../use-page-head.ts";
import { OfflineNote } from "./offline-note.tsx";
import {
  readSearchAddress,
  type SearchAddress,
  searchFor,
  searchQueryOf,
  writeSearchAddress,
} from "./search-address.ts";
import { SearchFailure } from "./search-failure.tsx";
import { SearchField } from "./search-field.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { searchQuery, searchWordsQuery } from "./search-queries.ts";
import { SearchResults } from "./search-results.tsx";
import { SearchStart } from "./search-start.tsx";
import { understand } from "./understood.ts";
import { UnderstoodChips } from "./understood-chips.tsx";
import { useRested } from "./use-rested.ts";

/** How long a page waits for its results before it is drawn without, in milliseconds. */
const patience = 1_000;

/** How long typing must rest before everything is asked for that few files do not say, in milliseconds. */
const rest = 350;

/**
 * Loads what the page shows for an address. Results that do not come at once are waited for on the page, where there is a
 * field, and trouble with them is told there.
 */
export async function searchQueries(edition: Edition, search: URLSearchParams, client: QueryClient): Promise<void> {
  const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
  await client.ensureQueryData(searchWordsQuery(newsroom));
  const found = client.prefetchQuery(searchQuery(edition, searchQueryOf(readSearchAddress(search))));
  await Promise.race([found, new Promise((waited) => setTimeout(waited, patience))]);
}

/** While a reader types, the page asks for results itself and is never held up. */
export function isNewToSearch({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const isTyping = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return !isTyping && defaultShouldRevalidate;
}

/** Results as they are typed. Everything that was asked for is in the address, so that Back, reload and a link bring it back. */
export function SearchPage() {
  const words = useWords();
  const { edition, manifest } = useReading();
  const navigate = useNavigate();
  const address = readSearchAddress(useSearchParams()[0]);
  const [typed, setTyped] = useState<string>();
  const isTyping = useRested(address.text, rest) !== address.text && typed === address.text;
  const query = searchQueryOf(address, isTyping);
  const found = useQuery({ ...searchQuery(edition, query), placeholderData: keepPreviousData });
  const isUnsettled = isTyping || (found.isPlaceholderData && typed === address.text);
  const latest = useWorthShowing(query ? found.data : undefined, isUnsettled);
  // Drawn at once, a list of results is a task of 36 to 56 ms on a processor four times slower; in slices none is over 28.
  const results = useDeferredValue(latest);
  const isChanging = isTyping || found.isPlaceholderData || results !== latest;
  const clauses = understand(address.text, results);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  usePageHead(searchHead(manifest.newsroom, address.text, words));
  useFocusKept(heading, results);

  const show = (next: SearchAddress) =>
    void navigate({ search: writeSearchAddress(next) }, { replace: true, preventScrollReset: true });
  const searchWith = (next: SearchAddress) => {
    setTyped(undefined);
    show(next);
  };
  const searchText = (text: string) => searchWith({ ...searchFor(text), sort: address.sort });
  const type = (text: string) => {
    setTyped(text);
    show({ ...searchFor(text), sort: address.sort });
  };
  const tryAgain = () => void found.refetch();
  return (
    <div className="search-page">
      <header className="search-head">
        <h1 ref={heading} className="headline headline-l" tabIndex={-1}>
          {address.text === "" ? words.plain.search : words.fill("searchTitle", { query: address.text })}
        </h1>
        <SearchField
          text={address.text}
          type={type}
          search={searchText}
          leaveField={() => heading.current?.focus({ preventScroll: true })}
          enterResults={() => list.current?.querySelector("a")?.focus()}
        />
        <UnderstoodChips text={address.text} clauses={clauses} search={searchText} />
      </header>
      <SearchFilters text={address.text} isLiteral={address.isLiteral} clauses={clauses} search={searchText} />
      <div className="search-results" aria-busy={found.isFetching}>
        <OfflineNote />
        {!query && <SearchStart />}
        {query && found.isError && <SearchFailure error={found.error} tryAgain={tryAgain} />}
        {results && !found.isError && (
          <SearchResults
            ref={list}
            address={address}
            results={results}
            isTyping={isChanging && typed === address.text}
            isChanging={isChanging}
            search={searchWith}
            tryAgain={tryAgain}
          />
        )}
        {query && found.isPending && <p className="meta">{words.plain.loading}</p>}
      </div>
    </div>
  );
}

/** While somebody types, words that are not whole yet may find nothing: until that is certain, what was found before stays. */
function useWorthShowing(
  found: FoundStories | null | undefined,
  isUnsettled: boolean,
): FoundStories | null | undefined {
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
