import { type RefObject, useEffect, useRef } from "react";
import type { Headline } from "#edition/headline.ts";
import { highlight } from "#search/highlight.ts";
import type { SearchResults } from "#search/protocol.ts";
import { resultsAtATime } from "./search-address.ts";
import { StoryHeadline, StoryMeta, spokenBy } from "./stories.tsx";

type SearchResultListProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly results: SearchResults;
  readonly screens: number;
};

export function SearchResultList({ ref, results, screens }: SearchResultListProps) {
  useFocusOnFirstNew(ref, screens);
  return (
    <ol ref={ref} className="listed-stories">
      {results.hits.map(({ stored }) => {
        // The index gives back what the press stored with each article: its headline.
        const story = stored as Headline;
        return (
          <li key={story.id}>
            <article className="story-words" {...spokenBy(story)} data-card>
              <StoryHeadline story={story} size="s" level={2}>
                <Marked text={story.headline} words={results.words} />
              </StoryHeadline>
              <p className="summary search-snippet">
                <Marked text={story.summary} words={results.words} />
              </p>
              <StoryMeta story={story} />
            </article>
          </li>
        );
      })}
    </ol>
  );
}

/** A text with the words that were searched for marked in it. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return highlight(text, words).map(({ text: run, marked }, at) => (marked ? <mark key={at}>{run}</mark> : run));
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
