import type { NamedSearch } from "#domain/newsroom.ts";
import { addresses, editionPaths } from "#edition/paths.ts";
import { EditionLink } from "../edition-link.tsx";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { NewsroomsOwn } from "../said.tsx";
import { useSearchWords } from "./use-search-words.ts";

/** The searches that the newsroom names, each with its feeds. */
export function NamedSearches() {
  const { searches = [] } = useReading().manifest.newsroom;
  const { plain } = useSearchWords();
  if (searches.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="named-searches">
      <h2 id="named-searches" className="foot-title">
        {plain.ofNewsroom}
      </h2>
      <ul className="kept-searches">
        {searches.map((search) => (
          <li key={search.slug}>
            <EditionLink className="tap text-link" to={addresses.searchFor(search.query)}>
              <NewsroomsOwn>{search.name}</NewsroomsOwn>
            </EditionLink>
            <SearchFeeds search={search} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the feeds of a search lie. They are printed: an edition that is pressed here has none, and RSS needs a known address. */
export function SearchFeeds({ search: { name, slug } }: { search: NamedSearch }) {
  const { edition, manifest } = useReading();
  const words = useSearchWords();
  if (edition.live || edition.opened) return null;
  return (
    <p className="search-feeds">
      {manifest.newsroom.url !== undefined && (
        <EditionLink
          className="tap text-link"
          to={editionPaths.searchRss(slug)}
          type="application/rss+xml"
          aria-label={words.fill("rss", { name })}
        >
          RSS
        </EditionLink>
      )}
      <EditionLink
        className="tap text-link"
        to={editionPaths.searchFeed(slug)}
        type="application/feed+json"
        aria-label={words.fill("jsonFeed", { name })}
      >
        JSON Feed
      </EditionLink>
    </p>
  );
}

/** The same for feed readers, which look for feeds in the head of a page. */
export function SearchFeedLinks({ search: { name, slug } }: { search: NamedSearch }) {
  const { root } = useFrame();
  const { edition, manifest } = useReading();
  const words = useSearchWords();
  if (edition.live || edition.opened) return null;
  return (
    <>
      {manifest.newsroom.url !== undefined && (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={words.fill("rss", { name })}
          href={root + editionPaths.searchRss(slug)}
        />
      )}
      <link
        rel="alternate"
        type="application/feed+json"
        title={words.fill("jsonFeed", { name })}
        href={root + editionPaths.searchFeed(slug)}
      />
    </>
  );
}
