import { queryOptions } from "@tanstack/react-query";
import type { Language } from "#domain/language.ts";
import { loadWayWords } from "#words/ways/load-way-words.ts";

/** What further ways of reading say in a language and its digits. */
export function wayWordsQuery(language: Language, digits: string) {
  return queryOptions({
    queryKey: ["way-words", language, digits],
    queryFn: () => loadWayWords(language, digits),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
