import { useQuery } from "@tanstack/react-query";
import { useWords } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { storedArticlesQuery } from "./stored-articles.ts";
import { useOffline } from "./use-offline.ts";
import { useSearchWords } from "./use-search-words.ts";

/** What a search without a connection covers. An edition that is pressed here is here as a whole. */
export function OfflineNote() {
  const words = useWords();
  const searchWords = useSearchWords();
  const { edition } = useReading();
  const isShown = useOffline() && !edition.live && !edition.opened;
  const { data: stored } = useQuery({ ...storedArticlesQuery(edition), enabled: isShown });
  if (!isShown) return null;
  return (
    <output className="not-looked-at" {...words.attributes}>
      <p>{searchWords.plain.offline}</p>
      {stored !== undefined && <p>{searchWords.count("storedHere", stored)}</p>}
    </output>
  );
}
