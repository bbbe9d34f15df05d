import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, memo, type RefObject, useEffect, useRef } from "react";
import type { FoundStory } from "#edition/search-card.ts";
import type { Run } from "#search/protocol.ts";
import { PrintedAge } from "#ui/printed-time.tsx";
import { useFrame } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { NewsroomsOwn, Said } from "../said.tsx";
import { StoryHeadline, spokenBy } from "../stories.tsx";
import { resultsAtATime } from "./search-address.ts";
import { passageQuery, type Results } from "./search-queries.ts";
import { useSearchWords } from "./use-search-words.ts";
import { useSeen } from "./use-seen.ts";

type ResultListProps = {
  readonly ref: RefObject<HTMLOListElement | null>;
  readonly results: Results;
  readonly screens: number;
};

/** Drawn anew for other results alone. */
export const ResultList = memo(function ResultList({ ref, results, screens }: ResultListProps) {
  useFocusOnFirstNew(ref, screens);
  return (
    <ol ref={ref} className="listed-stories">
      {results.hits.map((story) => (
        <li key={story.slug}>
          <Result story={story} searched={results.words} isPassing={results.query.isTyping === true} />
        </li>
      ))}
    </ol>
  );
});

type ResultsToComeProps = { readonly count: number; readonly bring: () => void };

/** Keeps the place of results that are brought once they come near the screen. */
export function ResultsToCome({ count, bring }: ResultsToComeProps) {
  const space = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(space);
  useEffect(() => {
    if (isSeen) bring();
  }, [isSeen, bring]);
  return <div ref={space} className="results-to-come" style={{ "--results": count } as CSSProperties} />;
}

type ResultProps = {
  readonly story: FoundStory;
  /** The words that were found. */
  readonly searched: readonly string[];
  /** Passages are not asked for of what others are about to replace. */
  readonly isPassing: boolean;
};

/** A headline, the two lines around the best passage, and where and when. The passage is asked for when it is on screen. */
function Result({ story, searched, isPassing }: ResultProps) {
  const { clock } = useFrame();
  const { edition } = useReading();
  const row = useRef<HTMLElement>(null);
  const isSeen = useSeen(row);
  const { data: passage } = useQuery({
    ...passageQuery(edition, story.slug, searched),
    enabled: isSeen && !isPassing,
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
        </span>{" "}
        {story.place !== undefined && <span>{story.place}</span>} <PrintedAge instant={story.published} clock={clock} />{" "}
        {story.isCorrected && <OfSimilarWords />}
      </p>
    </article>
  );
}

function OfSimilarWords() {
  return <Said>{useSearchWords().plain.similar}</Said>;
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
