import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useReading } from "../reading.ts";
import { forgetSearch, keepSearch, useKeptSearches } from "./kept-searches.ts";
import type { SearchAddress } from "./search-address.ts";
import { newestQuery } from "./search-queries.ts";
import { useSearchWords } from "./use-search-words.ts";

/** Keeps a search on this device. One that is kept is looked at by being opened: what it finds now is not new any more. */
export function KeepButton({ address }: { address: SearchAddress }) {
  const { edition } = useReading();
  const { plain } = useSearchWords();
  const text = address.text.trim();
  const { searches, isStored } = useKeptSearches(edition.base);
  const isKept = searches.some(({ query }) => query === text);
  const { data: newest, refetch } = useQuery({ ...newestQuery(edition, text), enabled: isKept });
  useEffect(() => {
    if (isKept && newest) keepSearch(edition.base, text, newest);
  }, [edition.base, isKept, newest, text]);
  // Opened files are gone with the page.
  if (edition.opened) return null;
  const keep = async () => {
    const { data } = await refetch();
    if (data) keepSearch(edition.base, text, data);
  };
  return (
    <>
      <button
        type="button"
        className="control"
        aria-pressed={isKept}
        onClick={() => (isKept ? forgetSearch(edition.base, text) : void keep())}
      >
        {plain.keep}
      </button>
      {isKept && !isStored && <p className="meta">{plain.notStored}</p>}
    </>
  );
}
