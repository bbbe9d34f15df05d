import { useQuery } from "@tanstack/react-query";
import { useReading } from "../reading.ts";
import { forgetSearch, type KeptSearch, newestLookedAt, newSince, useKeptSearches } from "./kept-searches.ts";
import { searchFor } from "./search-address.ts";
import { SearchLink } from "./search-link.tsx";
import { newestQuery } from "./search-queries.ts";
import { Cross } from "./understood-chips.tsx";
import { useSearchWords } from "./use-search-words.ts";

/** The searches that are kept on this device, each with how many articles are new in it. */
export function KeptSearches() {
  const { edition } = useReading();
  const { plain } = useSearchWords();
  const { searches, isStored } = useKeptSearches(edition.base);
  if (searches.length === 0 || edition.opened) return null;
  return (
    <section className="grid gap-2" aria-labelledby="kept-searches">
      <h2 id="kept-searches" className="foot-title">
        {plain.kept}
      </h2>
      <p className="meta">{isStored ? plain.keptFor : plain.notStored}</p>
      <ul className="kept-searches">
        {searches.map((kept) => (
          <li key={kept.query}>
            <Kept kept={kept} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ kept }: { kept: KeptSearch }) {
  const searchWords = useSearchWords();
  const { edition } = useReading();
  const { data: newest } = useQuery(newestQuery(edition, kept.query));
  const fresh = newSince(kept, newest?.hits ?? []).length;
  return (
    <>
      <SearchLink to={{ ...searchFor(kept.query), sort: "newest" }}>
        <bdi>{kept.query}</bdi>
      </SearchLink>
      {fresh > 0 && (
        <span className="meta">{searchWords.count(fresh < newestLookedAt ? "fresh" : "freshOrMore", fresh)}</span>
      )}
      <button
        type="button"
        className="chip"
        aria-label={searchWords.fill("remove", { part: kept.query })}
        onClick={() => forgetSearch(edition.base, kept.query)}
      >
        <Cross />
      </button>
    </>
  );
}
