import { readingMinutes } from "#domain/article.ts";
import { epochOf, hasTime } from "#domain/instant.ts";
import type { Headline } from "#edition/headline.ts";
import { wordsOf } from "#search/words.ts";

/** Stories about one thing, newest first. */
export type Thread = readonly [Headline, ...Headline[]];

const day = 86_400_000;
const longestApart = 4 * day;
/** Words that so large a part of all stories have tell nothing, but so few of them may always share one. */
const commonShare = 0.25;
const fewStories = 4;
/** So many words of both make one thread, when a headline has one of them. */
const enoughWords = 3;
/** Shorter words of scripts with capitals are mostly small words. */
const shortestCased = 5;
const shortestUncased = 3;

type Told = {
  readonly story: Headline;
  readonly at: number;
  readonly headline: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
};

/**
 * Groups stories by what their headlines and summaries say, in the order in which each thread was last added to. Two stories are of
 * one thread when they are in the same language, were published within four days of each other, and share three telling words of
 * which a headline has one, or a place and a telling word of both headlines. A telling word is a long one that few of the stories
 * have. What is of one thread with any story of it is of it as well.
 */
export function threadsOf(stories: readonly Headline[]): readonly Thread[] {
  const newestFirst = [...stories].sort((one, other) => epochOf(other.published) - epochOf(one.published));
  const threads: { readonly told: Told[]; thread: Thread }[] = [];
  for (const told of tellingWords(newestFirst)) {
    const fitting = threads.filter((thread) => thread.told.some((one) => areOfOneThread(one, told)));
    const [first, ...others] = fitting;
    if (!first) {
      threads.push({ told: [told], thread: [told.story] });
      continue;
    }
    // This story is what the others have in common.
    for (const other of others) {
      first.told.push(...other.told);
      threads.splice(threads.indexOf(other), 1);
    }
    first.told.push(told);
    const [newest, ...older] = first.told.sort((one, other) => other.at - one.at).map(({ story }) => story);
    if (newest) first.thread = [newest, ...older];
  }
  return threads.map(({ thread }) => thread);
}

function tellingWords(stories: readonly Headline[]): Told[] {
  const all = stories.map((story) => ({
    story,
    at: epochOf(story.published),
    headline: longWords(story.headline),
    words: longWords(`${story.headline} ${story.summary}`),
  }));
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(fewStories, commonShare * stories.length);
  const telling = (words: ReadonlySet<string>) => new Set([...words].filter((word) => (counts.get(word) ?? 0) <= most));
  return all.map((told) => ({ ...told, headline: telling(told.headline), words: telling(told.words) }));
}

function longWords(text: string): ReadonlySet<string> {
  const isLong = (word: string) =>
    word.length >= (word.toUpperCase() === word.toLowerCase() ? shortestUncased : shortestCased);
  return new Set(
    wordsOf(text)
      .map(({ folded }) => folded)
      .filter(isLong),
  );
}

function areOfOneThread(one: Told, other: Told): boolean {
  if (one.story.language !== other.story.language || Math.abs(one.at - other.at) > longestApart) return false;
  const shared = [...one.words].filter((word) => other.words.has(word));
  const isSamePlace = one.story.place !== undefined && one.story.place === other.story.place;
  if (isSamePlace && shared.some((word) => one.headline.has(word) && other.headline.has(word))) return true;
  return shared.length >= enoughWords && shared.some((word) => one.headline.has(word) || other.headline.has(word));
}

/** Whether a story was published after a moment. A day without a time may have been any of its hours. */
export function isSince({ published }: Pick<Headline, "published">, since: number): boolean {
  return epochOf(published) + (hasTime(published) ? 0 : day / 2) > since;
}

/** Minutes that reading the digest of these threads takes: of the newest story headline and summary, of the others the headlines. */
export function digestMinutes(threads: readonly Thread[]): number {
  const text = threads
    .map(([newest, ...older]) => [newest.headline, newest.summary, ...older.map(({ headline }) => headline)].join("\n"))
    .join("\n");
  return readingMinutes([{ kind: "paragraph", content: [text] }]);
}

/** The threads of most stories first, among equals the newest, as many as can be read in so many minutes; one at least. */
export function chosenFor(threads: readonly Thread[], minutes: number): readonly Thread[] {
  const ranked = [...threads].sort(
    (one, other) => other.length - one.length || epochOf(other[0].published) - epochOf(one[0].published),
  );
  const chosen: Thread[] = [];
  for (const thread of ranked) {
    if (chosen.length > 0 && digestMinutes([...chosen, thread]) > minutes) break;
    chosen.push(thread);
  }
  return chosen;
}
