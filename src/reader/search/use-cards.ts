import { type QueryClient, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Edition } from "../edition-source.ts";
import { resultsAtATime, type SearchAddress, writeSearchAddress } from "./search-address.ts";

/** So many results fill the screen of a telephone. Their cards lie in nearly as many files. */
const cardsAtFirst = 5;

/** How many results are asked for: those that have come near the screen, which a page remembers that is come back to. */
export function cardsOf(edition: Edition, address: SearchAddress, client: QueryClient): number {
  return atMost(address, client.getQueryData<number>(cardsKey(edition, writtenBare(address))));
}

/** The same on the page, and a way to say that the end of them has come near: then as many again are asked for. */
export function useCards(edition: Edition, address: SearchAddress) {
  const client = useQueryClient();
  const written = writtenBare(address);
  const key = useMemo(() => cardsKey(edition, written), [edition, written]);
  const { data } = useQuery<number>({ queryKey: key, queryFn: skipToken });
  const bringMore = useCallback(
    () => client.setQueryData<number>(key, (before = cardsAtFirst) => before * 2),
    [client, key],
  );
  return { cards: atMost(address, data), bringMore };
}

function cardsKey(edition: Edition, written: string) {
  return [edition.key, "cards", written] as const;
}

/** However many screens of it are asked for. */
function writtenBare(address: SearchAddress): string {
  return writeSearchAddress({ ...address, screens: 1 });
}

function atMost({ screens }: SearchAddress, cards = cardsAtFirst): number {
  return Math.min(cards, screens * resultsAtATime);
}
