import { instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { DeskAnswer, DeskRequest } from "#edition/desk-protocol.ts";
import { editionPaths } from "#edition/paths.ts";
import { openIndex } from "#search/open-index.ts";
import { type SearchIndex, SearchProblem } from "#search/protocol.ts";
import type { Pressed } from "./live-copy.ts";
import type { Outside, Version } from "./outside.ts";

type Feed = { readonly url: string; readonly newsroom: Newsroom; version: Version; wait: number };

const minute = 60_000;
const shortestWait = minute;
const longestWait = 30 * minute;

/**
 * The desk: reads and presses copy in the browser, and searches. The room with the press is only loaded when there is copy
 * to press; searching a printed edition does without.
 */
export function openDesk(outside: Outside): (request: DeskRequest) => Promise<DeskAnswer> {
  let pressed: Pressed | undefined;
  let waiting: Pressed | undefined;
  let feed: Feed | undefined;
  let index: Promise<SearchIndex> | undefined;
  let base: string | undefined;

  const show = (edition: Pressed) => {
    pressed = edition;
    waiting = undefined;
    index = undefined;
  };
  const loadIndexFile = async (name: string) => {
    const path = editionPaths.search(name);
    if (base !== undefined) return outside.fetchBytes(new URL(path, base).href);
    const content = pressed?.files.get(path);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };

  return async (request) => {
    switch (request.kind) {
      case "open-printed":
        base = request.base;
        return { kind: "done" };
      case "open-live": {
        const { readLive } = await import("./live-copy.ts");
        const reading = await readLive(request.settings, request.address, outside);
        if (!reading.edition) return { kind: "spiked", problems: reading.spiked };
        feed = { url: reading.url, newsroom: reading.newsroom, version: reading.version, wait: shortestWait };
        show(reading.edition);
        return { kind: "pressed", articles: reading.edition.articles.length, spiked: reading.edition.spiked };
      }
      case "open-files": {
        const { readFiles } = await import("./live-copy.ts");
        const reading = readFiles(request.files, outside.now(), instantOfEpoch(outside.now()));
        if (!reading.edition) return { kind: "spiked", problems: reading.spiked };
        show(reading.edition);
        return { kind: "pressed", articles: reading.edition.articles.length, spiked: reading.edition.spiked };
      }
      case "poll":
        return feed ? poll(feed) : { kind: "polled", fresh: 0, wait: undefined };
      case "turn-over":
        if (waiting) show(waiting);
        return { kind: "done" };
      case "load": {
        const content = pressed?.files.get(request.path);
        return { kind: "loaded", text: typeof content === "string" ? content : undefined };
      }
      case "search":
        return search(request);
    }
  };

  async function search({ query }: Extract<DeskRequest, { kind: "search" }>): Promise<DeskAnswer> {
    const opening = (index ??= openIndex(loadIndexFile));
    try {
      return { kind: "found", results: await (await opening).search(query) };
    } catch (problem) {
      if (index === opening) index = undefined;
      if (!(problem instanceof SearchProblem)) throw problem;
      return { kind: "failed", message: problem.message };
    }
  }

  /** A feed that did not change is asked less and less often, one that fails even less, up to half an hour. */
  async function poll(asked: Feed): Promise<DeskAnswer> {
    const fetched = await outside.fetchCopy(asked.url, asked.version);
    switch (fetched.kind) {
      case "gone":
        return { kind: "polled", fresh: countFresh(), wait: undefined };
      case "unreachable":
        asked.wait = Math.min(longestWait, asked.wait * 2);
        return { kind: "polled", fresh: countFresh(), wait: asked.wait };
      case "unchanged":
        asked.wait = Math.min(longestWait, asked.wait * 1.5);
        return { kind: "polled", fresh: countFresh(), wait: asked.wait };
      case "copy": {
        const { readFeed } = await import("./live-copy.ts");
        const reading = await readFeed(asked.url, asked.newsroom, outside, fetched);
        asked.version = reading.version;
        asked.wait = shortestWait;
        if (reading.edition) waiting = reading.edition;
        return { kind: "polled", fresh: countFresh(), wait: asked.wait };
      }
    }
  }

  function countFresh(): number {
    const known = new Set(pressed?.articles.map(({ id }) => id));
    return waiting?.articles.filter(({ id }) => !known.has(id)).length ?? 0;
  }
}
