import type { FacetCount } from "#search/protocol.ts";
import { useFrame } from "../frame-context.ts";
import { DayField } from "./day-field.tsx";
import { printedPeriod } from "./say-search.ts";
import { daysOf, type Understood, withDays, withPeriod } from "./understood.ts";
import { useSearchWords } from "./use-search-words.ts";

type DateFilterProps = {
  readonly text: string;
  readonly clauses: readonly Understood[];
  readonly years: readonly FacetCount[];
  readonly months: readonly FacetCount[];
  readonly search: (text: string) => void;
};

/** Years, the months of the only one, or the days between two. */
export function DateFilter({ text, clauses, years, months, search }: DateFilterProps) {
  const { words, clock } = useFrame();
  const searchWords = useSearchWords();
  const dates = clauses.filter((clause) => clause.kind === "date" && !clause.isExcluded);
  const { from, until } = daysOf(clauses);
  const chosen =
    dates.length === 0
      ? ""
      : dates.length === 1 && dates[0]?.kind === "date" && dates[0].field === "on"
        ? dates[0].text
        : undefined;
  const periods = years.length === 1 ? [...years, ...months] : years;
  return (
    <>
      <fieldset className="filter-values">
        <legend className="visually-hidden">{words.plain.date}</legend>
        <label className="tap filter-choice">
          <input
            type="radio"
            name="period"
            checked={chosen === ""}
            onChange={() => search(withPeriod(text, clauses, ""))}
          />
          <span>{searchWords.plain.anyTime}</span>
        </label>
        {periods.map(({ value, count }) => (
          <label key={value} className="tap filter-choice">
            <input
              type="radio"
              name="period"
              checked={chosen === value}
              onChange={() => search(withPeriod(text, clauses, value))}
            />
            <span>{printedPeriod(value, clock)}</span> <span className="meta">{words.number(count)}</span>
          </label>
        ))}
      </fieldset>
      <DayField
        label={searchWords.plain.from}
        day={from}
        last={until}
        choose={(day) => search(withDays(text, clauses, { from: day, until }))}
      />
      <DayField
        label={searchWords.plain.until}
        day={until}
        first={from}
        choose={(day) => search(withDays(text, clauses, { from, until: day }))}
      />
    </>
  );
}
