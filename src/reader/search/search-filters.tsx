import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ManifestHead } from "#edition/manifest.ts";
import { type CountedName, type FacetCount, type FacetName, facetNames } from "#search/protocol.ts";
import { withFilter } from "#search/query-language.ts";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { DateFilter } from "./date-filter.tsx";
import { FacetFilter } from "./facet-filter.tsx";
import { sayFacet } from "./say-search.ts";
import { countsQuery } from "./search-queries.ts";
import { type Answered, clausesFor, isFilter, type Understood, understand, without } from "./understood.ts";
import { useRested } from "./use-rested.ts";
import { useSearchWords } from "./use-search-words.ts";
import { useSeen } from "./use-seen.ts";

/** How long a query must rest before it is counted by, in milliseconds. */
const rest = 400;

type Group = FacetName | "date";
const groups: readonly Group[] = [...facetNames.filter((facet) => facet !== "credit"), "date"];

type SearchFiltersProps = {
  readonly text: string;
  readonly isLiteral: boolean;
  readonly answer: Answered | null | undefined;
  readonly search: (text: string) => void;
};

/**
 * Filters with how many articles each would leave. They write the query that could be typed as well. Behind a button where
 * there is no room for them; only those are counted that are open and on screen.
 */
export function SearchFilters({ text, isLiteral, answer, search }: SearchFiltersProps) {
  const clauses = understand(text, answer);
  const { words } = useFrame();
  const searchWords = useSearchWords();
  const { edition, manifest } = useReading();
  const [isShown, setIsShown] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<Group>>(() => new Set(["section", ...clauses.flatMap(groupOf)]));
  const panel = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(panel);
  const rested = useRested(text, rest);
  const counted = countedBy(open, rested);
  const { data: counts } = useQuery({
    ...countsQuery(edition, rested, isLiteral, counted),
    enabled: isSeen && counted.length > 0,
    placeholderData: keepPreviousData,
  });
  const filters = clauses.filter(isFilter);
  const toggle = (facet: FacetName, value: string) => {
    const chosen = clausesFor(clauses, facet, value);
    search(chosen.length > 0 ? without(text, chosen) : withFilter(text, facet, value));
  };
  const turn = (group: Group, isOpen: boolean) => {
    if (isOpen !== open.has(group))
      setOpen(new Set(isOpen ? [...open, group] : [...open].filter((one) => one !== group)));
  };
  return (
    <div className="search-filters" {...words.attributes}>
      <button
        type="button"
        className="control search-filters-button"
        aria-expanded={isShown}
        aria-controls="search-filters"
        onClick={() => setIsShown(!isShown)}
      >
        {searchWords.plain.filters}
        {filters.length > 0 && <span className="meta">{words.number(filters.length)}</span>}
      </button>
      <div
        ref={panel}
        id="search-filters"
        className={isShown ? "search-filters-panel" : "search-filters-panel search-filters-closed"}
      >
        {groups.map((group) => (
          <details
            key={group}
            className="disclosure filter-group"
            open={open.has(group)}
            onToggle={({ currentTarget }) => turn(group, currentTarget.open)}
          >
            <summary className="tap foot-title">{group === "date" ? words.plain.date : sayFacet(group, words)}</summary>
            {group === "date" ? (
              <DateFilter
                text={text}
                clauses={clauses}
                years={counts?.year ?? []}
                months={counts?.month ?? []}
                search={search}
              />
            ) : (
              <FacetFilter
                facet={group}
                values={
                  group === "section"
                    ? sectionsOf(manifest, rested === "" ? undefined : counts?.section)
                    : (counts?.[group] ?? [])
                }
                isChosen={(value) => clausesFor(clauses, group, value).length > 0}
                toggle={(value) => toggle(group, value)}
              />
            )}
          </details>
        ))}
        {filters.length > 0 && (
          <button type="button" className="control" onClick={() => search(without(text, filters))}>
            {searchWords.plain.clearFilters}
          </button>
        )}
      </div>
    </div>
  );
}

function groupOf(clause: Understood): readonly Group[] {
  if (!isFilter(clause)) return [];
  return clause.kind === "facet" ? [clause.facet] : ["date"];
}

/** How many articles each section has at all stands in the manifest. */
function countedBy(open: ReadonlySet<Group>, text: string): readonly CountedName[] {
  return groups
    .filter((group) => open.has(group) && !(group === "section" && text === ""))
    .flatMap((group): readonly CountedName[] => (group === "date" ? ["year", "month"] : [group]));
}

/** All sections in the order of the newsroom, with what was counted in them once it is known. */
function sectionsOf({ sections }: ManifestHead, counts: readonly FacetCount[] | undefined): readonly FacetCount[] {
  if (!counts) return sections.map(({ slug, name, count }) => ({ value: slug, name, count }));
  return sections.map(({ slug, name }) => ({
    value: slug,
    name,
    count: counts.find(({ value }) => value === slug)?.count ?? 0,
  }));
}
