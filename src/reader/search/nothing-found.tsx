import type { ManifestHead } from "#edition/manifest.ts";
import { addresses } from "#edition/paths.ts";
import type { FoundStories } from "#edition/search-card.ts";
import type { Suggestion } from "#search/protocol.ts";
import type { SearchWords } from "#words/search/english.ts";
import { EditionLink } from "../edition-link.tsx";
import { useWords } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { NewsroomsOwn } from "../said.tsx";
import { type SearchAddress, searchFor } from "./search-address.ts";
import { SearchLink } from "./search-link.tsx";
import { isFilter, understand } from "./understood.ts";
import { useSearchWords } from "./use-search-words.ts";

/** Ways on from a search that found nothing: other spellings, fewer words, and the sections. */
export function NothingFound({ address, results }: { address: SearchAddress; results: FoundStories }) {
  const words = useWords();
  const searchWords = useSearchWords();
  const { manifest } = useReading();
  const isOnlyFilters = understand(address.text, results).every(isFilter);
  if (results.unsearched.length > 0) return <Sections manifest={manifest} />;
  return (
    <div className="nothing-found" {...words.attributes}>
      <p className="standfirst">
        {isOnlyFilters
          ? searchWords.plain.nothingWithinFilters
          : words.fill("nothingFound", { query: address.text.trim() })}
      </p>
      {results.suggestions.length > 0 && (
        <>
          <h2 className="foot-title">{searchWords.plain.tryInstead}</h2>
          <ul>
            {results.suggestions.map((suggestion) => (
              <li key={suggestion.text}>
                <SearchLink to={searchFor(suggestion.text)}>{saySuggestion(suggestion, searchWords)}</SearchLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="foot-title">{searchWords.plain.throughSections}</h2>
      <Sections manifest={manifest} />
    </div>
  );
}

function saySuggestion(suggestion: Suggestion, words: SearchWords): string {
  switch (suggestion.kind) {
    case "spelling":
      return words.fill("respelt", suggestion);
    case "fewer":
      return words.count("fewer", suggestion.total, { dropped: suggestion.dropped.join(" ") });
  }
}

export function Sections({ manifest }: { manifest: ManifestHead }) {
  const words = useWords();
  return (
    <ul className="foot-names">
      {manifest.sections.map(({ slug, name }) => (
        <li key={slug}>
          <EditionLink className="tap text-link" to={addresses.list("sections", slug)}>
            <NewsroomsOwn>{name}</NewsroomsOwn>
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
