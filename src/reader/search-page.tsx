import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Manifest } from "#edition/manifest.ts";
import { searchHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import type { FacetCount } from "#search/protocol.ts";
import { EditionLink } from "./edition-link.tsx";
import type { Edition } from "./edition-source.ts";
import { useWords } from "./frame-context.ts";
import { searchQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { readSearchAddress, type SearchAddress, searchQueryOf, writeSearchAddress } from "./search-address.ts";
import { SearchFilters } from "./search-filters.tsx";
import { SearchForm } from "./search-form.tsx";
import { SearchResultList } from "./search-result-list.tsx";
import { SettledStatus } from "./settled-status.tsx";
import { usePageHead } from "./use-page-head.ts";

/** Loads what the page shows for an address. */
export function searchQueries(edition: Edition, search: URLSearchParams, client: QueryClient): Promise<unknown> {
  return client.ensureQueryData(searchQuery(edition, searchQueryOf(readSearchAddress(search))));
}

/** Results as they are typed. Everything that was asked for is in the address, so that Back, reload and a link bring it back. */
export function SearchPage() {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { newsroom } = manifest;
  const navigate = useNavigate();
  const address = readSearchAddress(useSearchParams()[0]);
  const { data: results } = useSuspenseQuery(searchQuery(edition, searchQueryOf(address)));
  const list = useRef<HTMLOListElement>(null);
  usePageHead(searchHead(newsroom, address.text, words));

  const search = (next: SearchAddress) =>
    void navigate({ search: writeSearchAddress(next) }, { replace: true, preventScrollReset: true });
  return (
    <div className="search-page">
      <header className="search-head">
        <h1 className="headline headline-l" tabIndex={-1}>
          {address.text === "" ? words.plain.search : words.fill("searchTitle", { query: address.text })}
        </h1>
        <SearchForm
          text={address.text}
          search={(text) => search({ ...address, text, screens: 1 })}
          enterResults={() => list.current?.querySelector("a")?.focus()}
        />
      </header>
      <SearchFilters address={address} manifest={manifest} counts={countsOf(results?.counts.section)} search={search} />
      <div className="search-results">
        {results ? (
          <>
            <p className="meta">{words.count("results", results.total)}</p>
            <SettledStatus text={words.count("results", results.total)} />
            {!results.hasAllWords && results.total > 0 && <p>{words.plain.mostWords}</p>}
            {results.total === 0 ? (
              <NothingFound query={address.text} manifest={manifest} />
            ) : (
              <SearchResultList ref={list} results={results} screens={address.screens} />
            )}
            {results.hits.length < results.total && (
              <button
                type="button"
                className="control"
                onClick={() => search({ ...address, screens: address.screens + 1 })}
              >
                {words.plain.moreResults}
              </button>
            )}
          </>
        ) : (
          <>
            <p className="standfirst with-scripts">{words.plain.whatToType}</p>
            <p className="standfirst without-scripts">{words.plain.searchNeedsScripts}</p>
            <SectionSuggestions manifest={manifest} />
          </>
        )}
      </div>
    </div>
  );
}

function countsOf(counts: readonly FacetCount[] = []): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.map(({ value, count }) => [value, count]));
}

function NothingFound({ query, manifest }: { query: string; manifest: Manifest }) {
  const words = useWords();
  return (
    <>
      <p className="standfirst">
        {query === "" ? words.plain.nothingWithinFilters : words.fill("nothingFound", { query })}
      </p>
      <SectionSuggestions manifest={manifest} />
    </>
  );
}

function SectionSuggestions({ manifest }: { manifest: Manifest }) {
  const words = useWords();
  return (
    <ul className="foot-names">
      {manifest.sections.map(({ slug, name }) => (
        <li key={slug}>
          <EditionLink className="tap text-link" to={addresses.list("sections", slug)}>
            {name}
          </EditionLink>
        </li>
      ))}
      <li>
        <EditionLink className="tap text-link" to={addresses.overview("months")}>
          {words.plain.archive}
        </EditionLink>
      </li>
    </ul>
  );
}
