import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type CSSProperties, type ReactNode, type Ref, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { type CacheSnapshot, WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import type { HeadlineList } from "#edition/headline-list.ts";
import type { PageNumber } from "#edition/paths.ts";
import type { Edition } from "./edition-source.ts";
import { useWords } from "./frame-context.ts";
import { listQuery } from "./queries.ts";
import { StoryOfList } from "./story-of-list.tsx";

/** The height of a usual story before it is drawn, in pixels. */
const usualHeight = 150;

/** How far beyond the window stories are drawn, in pixels. */
const drawnAhead = 800;

type EndlessListProps = {
  readonly edition: Edition;
  /** The latest page of the list. */
  readonly list: HeadlineList;
};

/**
 * All stories of a long list, of which only those near the window are in the document. Older pages are fetched as they come
 * near. Coming back finds every story at the height that it had.
 */
export function EndlessList({ edition, list }: EndlessListProps) {
  const virtualizer = useRef<WindowVirtualizerHandle>(null);
  const heights = useRememberedHeights(virtualizer);
  return (
    <WindowVirtualizer
      ref={virtualizer}
      as="ol"
      item={listEntry(list.count)}
      data={{ length: list.count }}
      itemSize={usualHeight}
      bufferSize={drawnAhead}
      {...(heights && { cache: heights })}
    >
      {(_none, index) => <StoryAt key={index} edition={edition} list={list} index={index} />}
    </WindowVirtualizer>
  );
}

/** Which page of the list the story at an index lies on, counted from the newest, and where on it. */
export function placeOf(
  { count, fullPages, headlines }: HeadlineList,
  index: number,
): { page: PageNumber; at: number } {
  const latest = headlines.length;
  if (index < latest || fullPages === 0) return { page: "latest", at: index };
  const full = (count - latest) / fullPages;
  const below = index - latest;
  return { page: fullPages - Math.floor(below / full), at: below % full };
}

function StoryAt({ edition, list, index }: EndlessListProps & { readonly index: number }) {
  const { page, at } = placeOf(list, index);
  const address = { kind: list.kind, slug: list.slug, page };
  const { data, isError, refetch } = useQuery({ ...listQuery(edition, address), throwOnError: false });
  const story = data?.headlines[at];
  return (
    <div className="endless-entry">
      {story && <StoryOfList list={list} index={index} story={story} />}
      {isError && <StoriesMissing tryAgain={() => void refetch()} />}
    </div>
  );
}

function StoriesMissing({ tryAgain }: { tryAgain: () => void }) {
  const { attributes, plain } = useWords();
  return (
    <p className="meta flex flex-wrap items-center gap-3" {...attributes}>
      {plain.storiesMissing}
      <button type="button" className="control" onClick={tryAgain}>
        {plain.tryAgain}
      </button>
    </p>
  );
}

type EntryProps = { style: CSSProperties; index: number; children: ReactNode; ref?: Ref<HTMLLIElement> };
const entries = new Map<number, (props: EntryProps) => ReactNode>();

/** Says of each entry which of how many it is, since most are not in the document. */
function listEntry(count: number) {
  const known = entries.get(count);
  if (known) return known;
  const Entry = ({ style, index, children, ref }: EntryProps) => (
    <li ref={ref} style={style} aria-setsize={count} aria-posinset={index + 1}>
      {children}
    </li>
  );
  entries.set(count, Entry);
  return Entry;
}

/** Keeps the heights of the stories for the time when a reader comes back to this very place in the history. */
function useRememberedHeights(virtualizer: { readonly current: WindowVirtualizerHandle | null }) {
  const client = useQueryClient();
  const queryKey = ["heights", useLocation().key];
  const [heights] = useState(() => client.getQueryData<CacheSnapshot>(queryKey));
  useEffect(() => {
    const handle = virtualizer.current;
    return () => {
      if (handle) client.setQueryData(queryKey, handle.cache);
    };
  });
  return heights;
}
