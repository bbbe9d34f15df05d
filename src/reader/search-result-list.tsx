import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import type { FoundStories } from "#edition/search-card.ts";
import type { Run } from "#search/protocol.ts";
import { passagesQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { resultsAtATime } from "./search-address.ts";
import { StoryHeadline, StoryMeta, spokenBy } from "./stories.tsx";

type SearchResultListProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly results: FoundStories;
  readonly screens: number;
};

export function SearchResultList({ ref, results, screens }: SearchResultListProps) {
  const { edition } = useReading();
  useFocusOnFirstNew(ref, screens);
  const slugs = results.hits.map(({ slug }) => slug);
  const passages = new Map(
    useQuery(passagesQuery(edition, slugs, results.words)).data?.map(({ slug, runs }) => [slug, runs]),
  );
  return (
    <ol ref={ref} className="listed-stories">
      {results.hits.map((story) => (
        <li key={story.slug}>
          <article className="story-words" {...spokenBy(story)} data-card>
            <StoryHeadline story={story} size="s" level={2}>
              <Marked runs={story.parts} />
            </StoryHeadline>
            <p className="summary search-snippet">
              <Marked runs={passages.get(story.slug) ?? []} />
            </p>
            <StoryMeta story={story} />
          </article>
        </li>
      ))}
    </ol>
  );
}

/** A text with the words that were searched for marked in it. */
function Marked({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text));
}

/** When more results were asked for, moves focus to the first of them. */
function useFocusOnFirstNew(list: RefObject<HTMLOListElement | null>, screens: number): void {
  const shown = useRef(screens);
  useEffect(() => {
    const before = shown.current;
    shown.current = screens;
    if (screens === before + 1)
      list.current?.children[before * resultsAtATime]?.querySelector<HTMLElement>("a")?.focus();
  }, [list, screens]);
}
