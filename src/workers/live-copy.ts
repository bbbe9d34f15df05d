import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { type Instant, instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { press } from "#press/press.ts";
import { followFeed } from "#wire/follow-feed.ts";
import { readCopy } from "#wire/read-copy.ts";
import type { Answer, Outside, Version } from "./outside.ts";

/** An edition in memory. */
export type Pressed = {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The files of its search index, which are only made when somebody searches; nothing where the work may rest. */
  readonly search: Iterable<EditionFile | undefined>;
  /** Those that can be read in it. */
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
};

/** A feed as it was read last. */
export type LiveFeed = {
  readonly url: string;
  readonly newsroom: Newsroom;
  readonly version: Version;
  /** Its first page, and the ids of the articles on it in order. */
  readonly bytes: Uint8Array;
  readonly firstPage: readonly string[];
  /** All articles, those on older pages and those that cannot be read yet included, by id. */
  readonly articles: ReadonlyMap<string, Article>;
};

/** What reading copy gave: an edition, unless nothing could be read. */
type Outcome = { readonly edition?: Pressed; readonly spiked: readonly CopyProblem[] };

type Copy = Extract<Answer, { kind: "copy" }>;

/** Reads the feed that the settings of a newsroom name, with all its older pages. */
export async function readLive(
  settings: string,
  address: string,
  outside: Outside,
): Promise<Outcome & { readonly feed?: LiveFeed }> {
  const usual = usualNewsroom("Newsroom");
  const { newsroom: settled, problems } = parseNewsroom(settings, address, usual);
  const url = new URL(settled.live ?? "feed.json", address).href;
  let first: Copy | undefined;
  const fetchPage = async (page: string) => {
    const fetched = await outside.fetchCopy(page);
    if (page === url && fetched.kind === "copy") first = fetched;
    return fetched;
  };
  const received = instantOfEpoch(outside.now());
  const { articles, spiked, title } = await followFeed(url, fetchPage, { newsroom: settled, received });
  const newsroom = settled.name === usual.name && title ? { ...settled, name: title } : settled;
  const outcome = pressed(articles, spiked, newsroom, outside.now());
  if (!first || !outcome.edition) return { spiked: [...problems, ...spiked] };
  return { ...outcome, feed: feedOf(url, newsroom, first, articles) };
}

/**
 * Reads a feed again whose first page changed. Older pages are only asked for until one holds an article that is known:
 * what lies below was read when the feed was opened. An article that stood on the first page above one that still stands
 * there, and is gone, was taken down; what stood below them has moved on to an older page and is kept.
 */
export async function readAgain(
  known: LiveFeed,
  first: Copy,
  outside: Outside,
): Promise<Outcome & { readonly feed?: LiveFeed }> {
  const { url, newsroom } = known;
  let reachesKnown = false;
  let isWhole = true;
  const fetchPage = async (page: string): Promise<Answer> => {
    const isOlder = page !== url;
    const fetched: Answer = !isOlder ? first : reachesKnown ? { kind: "unchanged" } : await outside.fetchCopy(page);
    if (fetched.kind === "copy") reachesKnown ||= idsIn(fetched.bytes).some((id) => known.articles.has(id));
    else isWhole = false;
    return fetched;
  };
  const received = instantOfEpoch(outside.now());
  const { articles, spiked } = await followFeed(url, fetchPage, { newsroom, received });
  if (articles.length === 0 && spiked.length > 0) return { spiked };
  const fresh = new Map(articles.map((article) => [article.id, dated(article, known, received)]));
  const all = isWhole ? [...fresh.values()] : withOlder(fresh, known);
  const outcome = pressed(all, spiked, newsroom, outside.now());
  return { ...outcome, feed: feedOf(url, newsroom, first, all) };
}

function withOlder(fresh: ReadonlyMap<string, Article>, known: LiveFeed): readonly Article[] {
  const lastStanding = known.firstPage.findLastIndex((id) => fresh.has(id));
  const takenDown = new Set(known.firstPage.slice(0, lastStanding + 1).filter((id) => !fresh.has(id)));
  const older = [...known.articles.values()].filter(({ id }) => !fresh.has(id) && !takenDown.has(id));
  return [...fresh.values(), ...older];
}

/** An article without a date is dated when it came in, which was the first time. */
function dated(article: Article, { articles }: LiveFeed, received: Instant): Article {
  const before = articles.get(article.id);
  return before && article.published === received ? { ...article, published: before.published } : article;
}

function feedOf(url: string, newsroom: Newsroom, { bytes, etag }: Copy, articles: readonly Article[]): LiveFeed {
  return {
    url,
    newsroom,
    version: etag ? { etag } : {},
    bytes,
    firstPage: idsIn(bytes),
    articles: new Map(articles.map((article) => [article.id, article])),
  };
}

/** The ids on a page of a feed, as the wire reads them; none when it is no feed. */
function idsIn(bytes: Uint8Array): readonly string[] {
  try {
    const { items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: readonly { id: unknown }[] };
    return items.map(({ id }) => String(id).trim());
  } catch {
    return [];
  }
}

/** Reads files that a reader chose. The newsroom is named after the feed, or after the file. */
export function readFiles(
  files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[],
  now: number,
): Outcome {
  const [first] = files;
  const usual = usualNewsroom(first?.name.replace(/\.[^.]+$/u, "") ?? "Opened");
  const readings = files.map(({ name, bytes }) =>
    readCopy({ name, bytes: new Uint8Array(bytes) }, { newsroom: usual, received: instantOfEpoch(now) }),
  );
  const title = readings.find((reading) => reading.title)?.title;
  const articles = readings.flatMap((reading) => reading.articles);
  const spiked = readings.flatMap((reading) => reading.spiked);
  const outcome = pressed(articles, spiked, { ...usual, name: title ?? usual.name }, now);
  if (outcome.edition && outcome.edition.articles.length > 0) return outcome;
  const empty = {
    file: files.map(({ name }) => name).join(", "),
    found: "without an article that can be read now",
    expected: "at least one",
    mend: "Choose another file.",
  };
  return { spiked: spiked.length > 0 ? spiked : [empty] };
}

/** A feed that is empty makes an empty edition; one of which nothing could be read makes none. */
function pressed(copy: readonly Article[], spiked: readonly CopyProblem[], newsroom: Newsroom, now: number): Outcome {
  if (copy.length === 0 && spiked.length > 0) return { spiked };
  const { withoutSearch, search, articles, spiked: duplicates } = press(copy, newsroom, now);
  const printed = new Map<string, string | Uint8Array>();
  for (const { path, content } of withoutSearch) printed.set(path, content);
  return { edition: { files: printed, search, articles, spiked: [...spiked, ...duplicates] }, spiked };
}
