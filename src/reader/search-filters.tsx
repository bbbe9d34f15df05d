import { useState } from "react";
import type { Manifest } from "#edition/manifest.ts";
import { useWords } from "./frame-context.ts";
import type { SearchAddress } from "./search-address.ts";

type SearchFiltersProps = {
  readonly address: SearchAddress;
  readonly manifest: Manifest;
  /** By section, how many articles would be found in it. */
  readonly counts: Readonly<Record<string, number>>;
  readonly search: (next: SearchAddress) => void;
};

/** Sections, days and order. Behind a button where there is no room for them. */
export function SearchFilters({ address, manifest, counts, search }: SearchFiltersProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { sections, from, until, sort } = address;
  const active = sections.length + (from ? 1 : 0) + (until ? 1 : 0);
  const change = (part: Partial<SearchAddress>) => search({ ...address, screens: 1, ...part });
  const toggle = (slug: string) =>
    change({ sections: sections.includes(slug) ? sections.filter((one) => one !== slug) : [...sections, slug] });
  return (
    <div className="search-filters" {...words.attributes}>
      <button
        type="button"
        className="control search-filters-button"
        aria-expanded={isOpen}
        aria-controls="search-filters"
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.plain.filters}
        {active > 0 && ` (${active})`}
      </button>
      <div
        id="search-filters"
        className={isOpen ? "search-filters-panel" : "search-filters-panel search-filters-closed"}
      >
        <fieldset className="filter-group">
          <legend className="foot-title">{words.plain.section}</legend>
          {manifest.sections.map(({ slug, name }) => (
            <label key={slug} className="tap filter-choice">
              <input type="checkbox" checked={sections.includes(slug)} onChange={() => toggle(slug)} />
              <span lang={manifest.newsroom.language}>{name}</span>{" "}
              {counts[slug] !== undefined && <span className="meta">{counts[slug]}</span>}
            </label>
          ))}
        </fieldset>
        <fieldset className="filter-group">
          <legend className="foot-title">{words.plain.date}</legend>
          <label className="filter-day">
            <span>{words.plain.from}</span>
            <input
              className="field"
              type="date"
              value={from}
              {...(until && { max: until })}
              onChange={(event) => change({ from: event.target.value })}
            />
          </label>
          <label className="filter-day">
            <span>{words.plain.until}</span>
            <input
              className="field"
              type="date"
              value={until}
              {...(from && { min: from })}
              onChange={(event) => change({ until: event.target.value })}
            />
          </label>
        </fieldset>
        <fieldset className="filter-group">
          <legend className="foot-title">{words.plain.order}</legend>
          {(["relevance", "newest"] as const).map((order) => (
            <label key={order} className="tap filter-choice">
              <input type="radio" name="sort" checked={sort === order} onChange={() => change({ sort: order })} />
              <span>{order === "relevance" ? words.plain.bestMatchFirst : words.plain.newestFirst}</span>
            </label>
          ))}
        </fieldset>
        {active > 0 && (
          <button type="button" className="control" onClick={() => change({ sections: [], from: "", until: "" })}>
            {words.plain.clearFilters}
          </button>
        )}
      </div>
    </div>
  );
}
