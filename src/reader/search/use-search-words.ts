import { useSuspenseQuery } from "@tanstack/react-query";
import type { SearchWords } from "#words/search/english.ts";
import { useReading } from "../reading.ts";
import { searchWordsQuery } from "./search-queries.ts";

/** The words of the search page in the language of the newsroom. */
export function useSearchWords(): SearchWords {
  return useSuspenseQuery(searchWordsQuery(useReading().manifest.newsroom)).data;
}
