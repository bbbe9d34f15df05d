import { type Article, isReadable } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { type Instant, instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { press } from "#press/press.ts";
import { type Fetched, followFeed } from "#wire/follow-feed.ts";
import { readCopy } from "#wire/read-copy.ts";
import type { Outside, Version } from "./outside.ts";

/** An edition in memory. */
export type Pressed = {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
};

/** What reading copy gave: an edition, unless nothing could be read. */
type Outcome = { readonly edition?: Pressed; readonly spiked: readonly CopyProblem[] };

export async function readLive(
  settings: string,
  address: string,
  outside: Outside,
): Promise<Outcome & { readonly url: string; readonly newsroom: Newsroom; readonly version: Version }> {
  const { newsroom, problems } = parseNewsroom(settings, address, usualNewsroom("Newsroom"));
  const url = new URL(newsroom.live ?? "feed.json", address).href;
  const reading = await readFeed(url, newsroom, outside);
  return { ...reading, spiked: [...problems, ...reading.spiked], url, newsroom };
}

/** Reads a feed with all its older pages. `first` is its first page, when that has been fetched already. */
export async function readFeed(
  url: string,
  newsroom: Newsroom,
  outside: Outside,
  first?: Fetched,
): Promise<Outcome & { readonly version: Version }> {
  let version: Version = {};
  const fetchCopy = async (page: string) => {
    const fetched = page === url && first ? first : await outside.fetchCopy(page);
    if (page === url && fetched.kind === "copy") version = versionOf(fetched);
    return fetched;
  };
  const { articles, spiked } = await followFeed(url, fetchCopy, { newsroom, received: instantOfEpoch(outside.now()) });
  return { ...pressed(articles, spiked, newsroom, outside.now()), version };
}

function versionOf({ etag, lastModified }: Extract<Fetched, { kind: "copy" }>): Version {
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** Reads files that a reader chose. The newsroom is named after the feed, or after the file. */
export function readFiles(
  files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[],
  now: number,
  received: Instant,
): Outcome {
  const [first] = files;
  const usual = usualNewsroom(first?.name.replace(/\.[^.]+$/u, "") ?? "Opened");
  const readings = files.map(({ name, bytes }) =>
    readCopy({ name, bytes: new Uint8Array(bytes) }, { newsroom: usual, received }),
  );
  const title = readings.find((reading) => reading.title)?.title;
  const newsroom = { ...usual, name: title ?? usual.name };
  return pressed(
    readings.flatMap(({ articles }) => articles),
    readings.flatMap(({ spiked }) => spiked),
    newsroom,
    now,
  );
}

function pressed(copy: readonly Article[], spiked: readonly CopyProblem[], newsroom: Newsroom, now: number): Outcome {
  const articles = copy.filter((article) => isReadable(article, now));
  if (articles.length === 0) return { spiked };
  const edition = press(copy, newsroom, now);
  const files = new Map<string, string | Uint8Array>();
  for (const { path, content } of edition.files) files.set(path, content);
  return { edition: { files, articles, spiked: [...spiked, ...edition.spiked] }, spiked };
}
