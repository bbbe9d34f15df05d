import { type QueryClient, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { epochOf, hasTime, type Instant, instantOfEpoch, parseInstant } from "#domain/instant.ts";
import { catchUpHead } from "#edition/page-head.ts";
import { printedTime } from "#ui/print-time.ts";
import type { WayWords } from "#words/ways/english.ts";
import { useFrame, useWords } from "../frame-context.ts";
import { loadWayPage } from "../load-way-page.ts";
import { useReading } from "../reading.ts";
import { BriefStory, StoryLine } from "../stories.tsx";
import { usePageHead } from "../use-page-head.ts";
import { wayWordsQuery } from "../way-words-query.ts";
import { catchUpQuery } from "./catch-up-query.ts";
import { lastVisit, noteCaughtUp } from "./last-visit.ts";
import { chosenFor, digestMinutes, type Thread, threadsOf } from "./threads.ts";

const choices = [5, 10, 20] as const;
const usual = 10;

export const loadCatchUp = (client: QueryClient) => loadWayPage(client, <CatchUpPage />);

/** What was published since the reader was last here, in threads, for the minutes that they have: /catch-up?minutes=5 */
function CatchUpPage() {
  const { clock } = useFrame();
  const { catchUp } = useWords().plain;
  const { data: words } = useSuspenseQuery(wayWordsQuery(clock.language, clock.digits));
  usePageHead(catchUpHead(useReading().manifest.newsroom, useWords()));
  return (
    <div className="catch-up" {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {catchUp}
        </h1>
        <p className="standfirst">{words.plain.catchUpFor}</p>
      </header>
      {clock.now !== undefined && <Since now={clock.now} words={words} />}
    </div>
  );
}

type Props = { readonly now: number; readonly words: WayWords };

function Since({ now, words }: Props) {
  const { edition } = useReading();
  const pages = useWords().plain;
  const [parameters] = useSearchParams();
  const named = parseInstant(parameters.get("since") ?? "");
  // Noted anew while the page is open, so looked up once.
  const [last] = useState(() => lastVisit(now));
  const since = named ? beginningOf(named) : last;
  const { data, error, isPending } = useQuery(catchUpQuery(edition, since));
  if (error) throw error;
  if (isPending) return <output>{pages.loading}</output>;
  return (
    <>
      {since === undefined && <p>{words.plain.firstVisit}</p>}
      {data.stories.length > 0 ? (
        <Digest from={data.from} threads={threadsOf(data.stories)} words={words} />
      ) : (
        <p>{words.plain.nothingNew}</p>
      )}
      <End now={now} words={words} />
    </>
  );
}

/** A day begins in the night, by the clock of the world. */
function beginningOf(moment: Instant): number {
  return hasTime(moment) ? epochOf(moment) : epochOf(parseInstant(`${moment}T00:00:00Z`) ?? moment);
}

function Digest({ from, threads, words }: { from: number; threads: readonly Thread[]; words: WayWords }) {
  const { clock } = useFrame();
  const [parameters] = useSearchParams();
  const minutes = choices.find((one) => String(one) === parameters.get("minutes")) ?? usual;
  const chosen = chosenFor(threads, minutes);
  const left = countStories(threads) - countStories(chosen);
  const said = words.fill("since", {
    time: printedTime(instantOfEpoch(from), clock),
    stories: words.count("stories", countStories(threads)),
    threads: words.count("threads", threads.length),
    minutes: words.count("minutes", digestMinutes(threads)),
  });
  return (
    <>
      <p className="catch-up-sum">{said}</p>
      <MinutesChoice minutes={minutes} words={words} />
      <Threads threads={chosen} words={words} />
      {left > 0 && <p className="meta">{words.count("notFitting", left)}</p>}
      <p className="meta">{words.plain.threadsExplained}</p>
    </>
  );
}

function MinutesChoice({ minutes, words }: { minutes: number; words: WayWords }) {
  const [parameters, setParameters] = useSearchParams();
  return (
    <fieldset className="choices">
      <legend>{words.plain.yourTime}</legend>
      <div className="choices-row">
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="minutes"
              value={choice}
              checked={choice === minutes}
              onChange={() =>
                setParameters(
                  new URLSearchParams(
                    [...parameters].filter(([name]) => name !== "minutes").concat([["minutes", String(choice)]]),
                  ),
                  {
                    replace: true,
                    preventScrollReset: true,
                  },
                )
              }
            />
            {words.count("minutes", choice)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Those of several stories first, each with its newest told and the others named; then the single ones. */
function Threads({ threads, words }: { threads: readonly Thread[]; words: WayWords }) {
  const several = threads.filter((thread) => thread.length > 1);
  const single = threads.filter((thread) => thread.length === 1);
  return (
    <>
      {several.map(([newest, ...older]) => (
        <section key={newest.slug} className="catch-up-thread" aria-labelledby={`thread-${newest.slug}`}>
          <h2 id={`thread-${newest.slug}`} className="kicker">
            {words.count("stories", older.length + 1)}
            {" · "}
            {newest.section.name}
          </h2>
          <ul className="catch-up-stories">
            <li>
              <BriefStory story={newest} />
            </li>
            {older.map((story) => (
              <li key={story.slug}>
                <StoryLine story={story} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {single.length > 0 && (
        <section className="catch-up-thread" aria-labelledby="single-stories">
          <h2 id="single-stories" className="kicker">
            {words.plain.singleStories}
          </h2>
          <ul className="catch-up-stories">
            {single.map(([story]) => (
              <li key={story.slug}>
                <BriefStory story={story} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** It ends, and says so. */
function End({ now, words }: Props) {
  const [isNoted, setNoted] = useState(false);
  const { plain } = words;
  return (
    <section className="catch-up-end" aria-labelledby="catch-up-end">
      <h2 id="catch-up-end" className="headline headline-m">
        {plain.caughtUp}
      </h2>
      <p>{plain.thatIsAll}</p>
      <p>
        <button
          type="button"
          className="control"
          onClick={() => {
            noteCaughtUp(now);
            setNoted(true);
          }}
        >
          {plain.startFromNow}
        </button>
      </p>
      <output className="meta">{isNoted && plain.startsFromNow}</output>
    </section>
  );
}

function countStories(threads: readonly Thread[]): number {
  return threads.reduce((sum, thread) => sum + thread.length, 0);
}
