import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import type { FoundStories, FoundStory } from "#edition/search-card.ts";
import type { Run } from "#search/protocol.ts";
import { PrintedAge } from "#ui/printed-time.tsx";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { NewsroomsOwn, Said } from "../said.tsx";
import { StoryHeadline, spokenBy } from "../stories.tsx";
import { resultsAtATime } from "./search-address.ts";
import { passageQuery } from "./search-queries.ts";
import { useSearchWords } from "./use-search-words.ts";
import { useSeen } from "./use-seen.ts";

type ResultListProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly results: FoundStories;
  readonly screens: number;
  /** Passages are not asked for of what others are about to replace. */
  readonly isChanging: boolean;
};

export function ResultList({ ref, results, screens, isChanging }: ResultListProps) {
  useFocusOnFirstNew(ref, screens);
  return (
    <ol ref={ref} className="listed-stories">
      {results.hits.map((story) => (
        <li key={story.slug}>
          <Result story={story} searched={results.words} isChanging={isChanging} />
        </li>
      ))}
    </ol>
  );
}

type ResultProps = {
  readonly story: FoundStory;
  /** The words that were found. */
  readonly searched: readonly string[];
  readonly isChanging: boolean;
};

/** A headline, the two lines around the best passage, and where and when. The passage is asked for when it is on screen. */
function Result({ story, searched, isChanging }: ResultProps) {
  const { clock } = useFrame();
  const { edition } = useReading();
  const searchWords = useSearchWords();
  const row = useRef<HTMLElement>(null);
  const isSeen = useSeen(row);
  const { data: passage } = useQuery({
    ...passageQuery(edition, story.slug, searched),
    enabled: isSeen && !isChanging,
    placeholderData: (before) => before,
  });
  return (
    <article ref={row} className="story-words" {...spokenBy(story)} data-card>
      <StoryHeadline story={story} size="s" level={2}>
        <Marked runs={story.parts} />
      </StoryHeadline>
      <p className="summary search-snippet">{passage && <Marked runs={passage} />}</p>
      <p className="meta story-meta">
        <span className="kicker">
          {story.language === clock.language ? story.section.name : <NewsroomsOwn>{story.section.name}</NewsroomsOwn>}
        </span>
        {story.place !== undefined && <span>{story.place}</span>}
        <PrintedAge instant={story.published} clock={clock} />
        {story.isCorrected && <Said>{searchWords.plain.similar}</Said>}
      </p>
    </article>
  );
}

/** A text with the words that were searched for marked in it. */
function Marked({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text));
}

/** When more results were asked for and have come, moves focus to the first of them. */
function useFocusOnFirstNew(list: RefObject<HTMLOListElement | null>, screens: number): void {
  const shown = useRef(screens);
  useEffect(() => {
    const before = shown.current;
    const first = list.current?.children[before * resultsAtATime];
    if (screens > before && !first) return;
    shown.current = screens;
    if (screens === before + 1) first?.querySelector<HTMLElement>("a")?.focus();
  });
}
