import { queryOptions } from "@tanstack/react-query";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { loadToolWords } from "#words/tools/load-tool-words.ts";

/** What the tools say in the language of a newsroom. */
export function toolWordsQuery(newsroom: Newsroom) {
  const { language } = newsroom;
  const digits = digitsOf(newsroom);
  return queryOptions({
    queryKey: ["tool-words", language, digits],
    queryFn: () => loadToolWords(language, digits),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
