import { useState } from "react";
import type { FacetCount, FacetName } from "#search/protocol.ts";
import { useFrame, useWords } from "../frame-context.ts";
import { sayFacet } from "./say-search.ts";
import { useSearchWords } from "./use-search-words.ts";

/** Values that are shown at first, and at all. */
const fewest = 8;
const most = 100;

type FacetFilterProps = {
  readonly facet: FacetName;
  readonly values: readonly FacetCount[];
  readonly isChosen: (value: string) => boolean;
  readonly toggle: (value: string) => void;
};

/** The values of one facet, to be chosen from. */
export function FacetFilter({ facet, values, isChosen, toggle }: FacetFilterProps) {
  const words = useWords();
  const { language } = useFrame().clock;
  const searchWords = useSearchWords();
  const [isWhole, setIsWhole] = useState(false);
  const found = values.filter(({ value, count }) => facet === "section" || count > 0 || isChosen(value));
  const shown = found.filter(({ value }, at) => at < (isWhole ? most : fewest) || isChosen(value));
  return (
    <fieldset className="filter-values">
      <legend className="visually-hidden">{sayFacet(facet, words)}</legend>
      {shown.map(({ value, name, count }) => (
        <label key={value} className="tap filter-choice">
          <input type="checkbox" checked={isChosen(value)} onChange={() => toggle(value)} />
          <span lang={language}>
            <bdi>{name}</bdi>
          </span>{" "}
          <span className="meta">{words.number(count)}</span>
        </label>
      ))}
      {shown.length < Math.min(found.length, most) && (
        <button type="button" className="tap text-link" onClick={() => setIsWhole(true)}>
          {searchWords.count("showAll", Math.min(found.length, most))}
        </button>
      )}
    </fieldset>
  );
}
