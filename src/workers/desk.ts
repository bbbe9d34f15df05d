import type { DeskAnswer, DeskProblem, DeskRequest, Poll } from "#edition/desk-protocol.ts";
import { editionPaths } from "#edition/paths.ts";
import { decodeSearchCard, type FoundStories, type FoundStory } from "#edition/search-card.ts";
import { highlight } from "#search/highlight.ts";
import { indexFiles } from "#search/index-files.ts";
import { openIndex } from "#search/open-index.ts";
import { type SearchAnswer, type SearchIndex, SearchProblem } from "#search/protocol.ts";
import type { LiveFeed, Pressed } from "./live-copy.ts";
import type { Freshness, Outside } from "./outside.ts";
import { passagesOf } from "./passages.ts";
import { type Files, madeWithRests } from "./with-rests.ts";

/** A feed that is polled, and how politely. */
type Polled = {
  known: LiveFeed;
  wait: number;
  /** Before then, its server wants to be left alone; never asked again when it is gone for good. */
  notBefore: number;
  asking: Promise<void> | undefined;
};

/** What is read here. */
type Reading =
  | { readonly kind: "nothing" }
  | { readonly kind: "printed"; readonly base: string }
  | { readonly kind: "pressed"; readonly edition: Pressed; readonly feed?: Polled; waiting?: Pressed };

/** How the trouble with an index is told of, as that with any other file. */
const problemOf: Readonly<Record<SearchProblem["kind"], DeskProblem>> = {
  missing: "unreachable",
  damaged: "unreadable",
  "other-version": "too-new",
};

/** Articles of which passages were shown last are not asked for again with the next letter. */
const mostTexts = 60;

const minute = 60_000;
const shortestWait = minute;
const longestWait = 30 * minute;
const goneForGood = Number.POSITIVE_INFINITY;

/**
 * The desk: reads and presses copy in the browser, and searches. The room with the press is only loaded when there is copy
 * to press; searching a printed edition does without. The search for an answer that nobody waits for any more, as the request's
 * signal says, stops and rejects with the signal's reason.
 */
export function openDesk(outside: Outside): (request: DeskRequest, signal?: AbortSignal) => Promise<DeskAnswer> {
  let reading: Reading = { kind: "nothing" };
  let index: Promise<SearchIndex> | undefined;
  let searchFiles: Promise<Files> | undefined;
  const texts = new Map<string, Promise<string | undefined>>();

  const show = (next: Reading) => {
    reading = next;
    index = undefined;
    searchFiles = undefined;
    texts.clear();
  };
  const loadBytes = async (path: string, freshness: Freshness) => {
    switch (reading.kind) {
      case "nothing":
        return undefined;
      case "printed":
        return outside.fetchBytes(new URL(path, reading.base).href, freshness);
      case "pressed":
        return bytesIn(reading.edition.files, path);
    }
  };
  const loadIndexFile = async (name: string, isAgain = false) => {
    const path = editionPaths.search(name);
    const lasting = isAgain ? "reload" : "default";
    if (reading.kind !== "pressed") return loadBytes(path, name === indexFiles.root ? "no-cache" : lasting);
    searchFiles ??= madeWithRests(reading.edition.search, outside.now);
    return bytesIn(await searchFiles, path);
  };
  const loadText = async (path: string) => {
    const bytes = await loadBytes(path, "no-cache");
    return bytes && new TextDecoder().decode(bytes);
  };
  const rememberedText = async (path: string) => {
    const loading = texts.get(path) ?? loadText(path);
    texts.delete(path);
    texts.set(path, loading);
    const [oldest] = texts.keys();
    if (texts.size > mostTexts && oldest !== undefined) texts.delete(oldest);
    const text = await loading;
    if (text === undefined) texts.delete(path);
    return text;
  };

  return async (request, signal) => {
    switch (request.kind) {
      case "open-printed":
        show({ kind: "printed", base: request.base });
        return { kind: "done" };
      case "open-live": {
        const { readLive } = await import("./live-copy.ts");
        const { edition, feed, spiked } = await readLive(request.settings, request.address, outside);
        if (!edition) return { kind: "spiked", problems: spiked };
        const polled = feed && { known: feed, wait: shortestWait, notBefore: 0, asking: undefined };
        show({ kind: "pressed", edition, ...(polled && { feed: polled }) });
        return { kind: "pressed", articles: edition.articles.length, spiked: edition.spiked };
      }
      case "open-files": {
        const { readFiles } = await import("./live-copy.ts");
        const { edition, spiked } = readFiles(request.files, outside.now());
        if (!edition) return { kind: "spiked", problems: spiked };
        show({ kind: "pressed", edition });
        return { kind: "pressed", articles: edition.articles.length, spiked: edition.spiked };
      }
      case "poll":
        return poll();
      case "turn-over":
        if (reading.kind === "pressed" && reading.waiting) {
          const { feed, waiting } = reading;
          show({ kind: "pressed", edition: waiting, ...(feed && { feed }) });
        }
        return { kind: "done" };
      case "load": {
        const content = reading.kind === "pressed" ? reading.edition.files.get(request.path) : undefined;
        return { kind: "loaded", text: typeof content === "string" ? content : undefined };
      }
      case "open-search":
        return searching(async () => ({ kind: "done" }));
      case "search":
        return searching(async (index) => ({
          kind: "found",
          found: storiesIn(await index.search(request.query, signal)),
        }));
      case "complete":
        return searching(async (index) => ({
          kind: "completed",
          completions: await index.complete(request.text, request.caret, signal),
        }));
      case "passages":
        return {
          kind: "passages",
          passages: await passagesOf(request.slugs, request.words, rememberedText),
        };
    }
  };

  /** An edition may be printed anew after its index was opened, under other names: then the index is opened once more. */
  async function searching(answer: (index: SearchIndex) => Promise<DeskAnswer>): Promise<DeskAnswer> {
    const wasOpen = index !== undefined;
    const opening = (index ??= openIndex(loadIndexFile));
    try {
      return await answer(await opening);
    } catch (problem) {
      if (!(problem instanceof SearchProblem)) throw problem;
      if (index === opening) index = undefined;
      return wasOpen
        ? searching(answer)
        : { kind: "failed", problem: problemOf[problem.kind], message: problem.message };
    }
  }

  async function poll(): Promise<DeskAnswer> {
    const feed = reading.kind === "pressed" ? reading.feed : undefined;
    if (!feed) return { kind: "polled", fresh: 0, changed: 0, wait: undefined };
    if (outside.now() >= feed.notBefore) {
      feed.asking ??= ask(feed).finally(() => {
        feed.asking = undefined;
      });
      await feed.asking;
    }
    const wait = Math.max(feed.wait, feed.notBefore - outside.now());
    return { kind: "polled", ...countWaiting(), wait: wait === goneForGood ? undefined : wait };
  }

  /** A feed that did not change is asked less and less often, one that fails even less, up to half an hour. */
  async function ask(feed: Polled): Promise<void> {
    const slower = (factor: number) => {
      feed.wait = Math.min(longestWait, feed.wait * factor);
    };
    const answer = await outside.fetchCopy(feed.known.url, feed.known.version);
    switch (answer.kind) {
      case "gone":
        feed.notBefore = goneForGood;
        return;
      case "unreachable":
        slower(2);
        feed.notBefore = outside.now() + (answer.retryAfter ?? 0);
        return;
      case "unchanged":
        slower(1.5);
        return;
      case "copy": {
        if (isSame(answer.bytes, feed.known.bytes)) return slower(1.5);
        const { readAgain } = await import("./live-copy.ts");
        const { edition, feed: known } = await readAgain(feed.known, answer, outside);
        // A page that stands in for the feed (of a hotel's network, say) is no reason to ask more often.
        if (!edition || !known) return slower(2);
        feed.known = known;
        feed.wait = shortestWait;
        if (reading.kind === "pressed" && reading.feed === feed) reading.waiting = edition;
      }
    }
  }

  function countWaiting(): Pick<Poll, "fresh" | "changed"> {
    if (reading.kind !== "pressed" || !reading.waiting) return { fresh: 0, changed: 0 };
    const { articles } = reading.waiting;
    const known = new Set(reading.edition.articles.map(({ id }) => id));
    const coming = new Map(articles.map((article) => [article.id, JSON.stringify(article)]));
    return {
      fresh: articles.filter(({ id }) => !known.has(id)).length,
      changed: reading.edition.articles.filter((article) => coming.get(article.id) !== JSON.stringify(article)).length,
    };
  }
}

function storiesIn({ hits, ...answer }: SearchAnswer): FoundStories {
  const found = hits.map(({ stored, isCorrected }): FoundStory => {
    const card = decodeSearchCard(stored);
    return { ...card, parts: highlight(card.headline, answer.words), isCorrected };
  });
  return { ...answer, hits: found };
}

function bytesIn(files: Files, path: string): Uint8Array | undefined {
  const content = files.get(path);
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
