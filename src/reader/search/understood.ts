import type { Clause, FacetName, SearchAnswer, TextRange } from "#search/protocol.ts";
import { parseQuery, withFilter, withoutRange } from "#search/query-language.ts";

export type Answered = Pick<SearchAnswer<unknown>, "clauses">;

/** A facet's clause with the values that it stands for; undefined while no answer has said them. */
export type UnderstoodFacet = Extract<Clause, { kind: "facet" }> & { readonly isKnown: boolean };
export type Understood = Exclude<Clause, { kind: "facet" }> | UnderstoodFacet;

/** How a text is understood: at once, and with the names of its filters as soon as an answer has them. */
export function understand(text: string, answer: Answered | null | undefined): readonly Understood[] {
  return parseQuery(text).map((clause): Understood => {
    if (clause.kind !== "facet") return clause;
    const same = answer?.clauses.find(
      (one): one is Extract<Clause, { kind: "facet" }> =>
        one.kind === "facet" && one.facet === clause.facet && one.text === clause.text,
    );
    return { ...clause, values: same?.values ?? [], isKnown: same !== undefined };
  });
}

/** Parts of a query that are more than words to look for. */
export function isSpecial(clause: Understood): boolean {
  return clause.kind !== "word" || clause.isExcluded || clause.isHeadline;
}

export function isFilter(clause: Understood): boolean {
  return (clause.kind === "facet" && !clause.isExcluded) || (clause.kind === "date" && !clause.isExcluded);
}

/** The clauses that ask for a value of a facet. */
export function clausesFor(clauses: readonly Understood[], facet: FacetName, value: string): readonly Understood[] {
  return clauses.filter(
    (clause) =>
      clause.kind === "facet" &&
      clause.facet === facet &&
      !clause.isExcluded &&
      (clause.text === value || clause.values.some((one) => one.value === value)),
  );
}

/** The text without some of its clauses. */
export function without(text: string, clauses: readonly { readonly range: TextRange }[]): string {
  return clauses
    .toSorted((one, other) => other.range.from - one.range.from)
    .reduce((left, { range }) => withoutRange(left, range), text);
}

/** The days that a text is narrowed to, as its filters say: "2025-05-28", or empty. */
export type Days = { readonly from: string; readonly until: string };

export function daysOf(clauses: readonly Understood[]): Days {
  const dates = clauses.filter((clause) => clause.kind === "date" && !clause.isExcluded);
  const first = dates.flatMap((clause) => (clause.kind === "date" && clause.first) || []).at(-1);
  const last = dates.flatMap((clause) => (clause.kind === "date" && clause.last) || []).at(-1);
  return { from: first ?? "", until: last ?? "" };
}

/** The text with its dates replaced by these days, both included. */
export function withDays(text: string, clauses: readonly Understood[], { from, until }: Days): string {
  let written = withoutDates(text, clauses);
  if (until !== "") written = withFilter(written, "before", nextDay(until));
  if (from !== "") written = withFilter(written, "after", from);
  return written;
}

/** The text with its dates replaced by a year or a month, or by none. */
export function withPeriod(text: string, clauses: readonly Understood[], period: string): string {
  const left = withoutDates(text, clauses);
  return period === "" ? left : withFilter(left, "on", period);
}

function withoutDates(text: string, clauses: readonly Understood[]): string {
  return without(
    text,
    clauses.filter((clause) => clause.kind === "date" && !clause.isExcluded),
  );
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
