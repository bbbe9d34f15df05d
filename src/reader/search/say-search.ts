import type { Instant } from "#domain/instant.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import type { Completion, FacetName, Unsearched } from "#search/protocol.ts";
import { type Clock, printedTime } from "#ui/print-time.ts";
import type { SearchWords } from "#words/search/english.ts";
import type { Words } from "#words/words.ts";
import type { Message } from "../say.ts";
import { nextDay, type Understood } from "./understood.ts";

/** All that a sentence about a search may need. */
export type Speaking = { readonly words: Words; readonly searchWords: SearchWords; readonly clock: Clock };

export function sayFacet(facet: FacetName, { plain }: Words): string {
  return facet === "credit" ? plain.pictureCredit : plain[facet];
}

export function sayCompleted(kind: Completion["kind"], words: Words): string | undefined {
  return kind === "word" ? undefined : sayFacet(kind, words);
}

/** A part of a query as it was understood. */
export function sayClause(clause: Understood, speaking: Speaking): string {
  const part = sayWanted(clause, speaking);
  return clause.isExcluded ? speaking.searchWords.fill("without", { part }) : part;
}

function sayWanted(clause: Understood, { words, searchWords, clock }: Speaking): string {
  switch (clause.kind) {
    case "word":
      return clause.isHeadline ? searchWords.fill("inHeadline", { text: clause.text }) : clause.text;
    case "phrase":
      return searchWords.fill(clause.isHeadline ? "inHeadline" : "phrase", { text: clause.text });
    case "facet": {
      const field = sayFacet(clause.facet, words);
      if (clause.isKnown && clause.values.length === 0)
        return searchWords.fill("unknownFilter", { field, text: clause.text });
      const names = clause.values.map(({ name }) => name);
      return searchWords.fill("filter", { field, name: names.length > 0 ? words.list(names) : clause.text });
    }
    case "date": {
      const day = (text: string) => printedTime(text as Instant, clock);
      if (clause.field === "before" && clause.last)
        return searchWords.fill("before", { date: day(nextDay(clause.last)) });
      if (clause.field === "after" && clause.first) return searchWords.fill("after", { date: day(clause.first) });
      return searchWords.fill("filter", { field: words.plain.date, name: sayPeriod(clause, clock) });
    }
  }
}

function sayPeriod(
  { first = "", last = "" }: { readonly first?: string; readonly last?: string },
  clock: Clock,
): string {
  if (first === last) return printedTime(first as Instant, clock);
  return printedPeriod(first.slice(0, first.slice(0, 7) === last.slice(0, 7) ? 7 : 4), clock);
}

/** "2025" or "2025-05" in the newsroom's language and digits. */
export function printedPeriod(period: string, { language, digits }: Clock): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    calendar: "gregory",
    numberingSystem: digits,
    timeZone: "UTC",
    year: "numeric",
    ...(period.length > 4 && { month: "long" }),
  }).format(Date.parse(`${period.padEnd(7, "-01")}-15T00:00:00Z`));
}

/** Something that could not be looked at. */
export function sayUnsearched(part: Unsearched, { words, searchWords }: Speaking): string {
  switch (part.kind) {
    case "word":
      return searchWords.fill("noWord", { text: part.text });
    case "phrase":
      return searchWords.fill("noPhrase", { text: part.text });
    case "spellings":
      return searchWords.fill("noSpellings", { text: part.text });
    case "facet":
      return searchWords.fill("noFilter", { field: sayFacet(part.facet, words) });
    case "dates":
      return searchWords.plain.noDates;
    case "hits":
      return searchWords.count("unshown", part.count);
  }
}

/** Why nothing at all can be searched, and what to do about it. */
export function sayFailure(error: unknown, isOffline: boolean, { words, searchWords }: Speaking): Message {
  const { plain } = searchWords;
  if (!(error instanceof EditionProblem))
    return { title: words.plain.unexpected, advice: words.plain.unexpectedAdvice };
  switch (error.kind) {
    case "missing":
    case "unreachable":
      return { title: plain.noIndex, advice: isOffline ? plain.noIndexOffline : plain.noIndexReached };
    case "unreadable":
      return { title: plain.noIndex, advice: plain.noIndexWhole };
    case "too-new":
      return { title: words.plain.tooNew, advice: words.plain.tooNewAdvice };
  }
}
