import { type Block, blockTexts } from "./block.ts";
import { firstSentence } from "./first-sentence.ts";
import { epochOf, type Instant } from "./instant.ts";
import type { Direction, Language } from "./language.ts";
import type { Picture } from "./picture.ts";
import type { Provenance } from "./provenance.ts";
import { shortened } from "./shorten.ts";
import type { Slug } from "./slug.ts";

/** A section, topic, place, author or credit: a name as printed, and the slug of its list. */
export type Named = { readonly name: string; readonly slug: Slug };

export type Byline = Named & { readonly role?: string; readonly url?: string };

/** "RAWALPINDI: ", "STOCKHOLM, Aug 29, 2014 (AFP) - ": where, by whom and when a report was filed. */
export type Dateline = {
  /** As the copy has it, without the closing colon or dash: "FORT WASHINGTON, Pa. (AP)". */
  readonly printed: string;
  /** The place in ordinary letters: "Fort Washington". */
  readonly place: string;
  readonly region?: string;
  readonly agency?: string;
  readonly filed?: Instant;
};

export type Release =
  | { readonly kind: "live" }
  | { readonly kind: "embargoed"; readonly until: Instant }
  | { readonly kind: "withdrawn"; readonly reason: string };

export type Correction = { readonly at: Instant; readonly text: string };

/** What the whole house is about. After reading, nobody checks again. */
export type Article = {
  readonly id: string;
  readonly slug: Slug;
  readonly headline: string;
  /** True when the copy had no headline and one was made from its first sentence. */
  readonly headlineDerived: boolean;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly bylines: readonly Byline[];
  readonly dateline?: Dateline;
  readonly section: Named;
  readonly topics: readonly Named[];
  readonly places: readonly Named[];
  readonly published: Instant;
  readonly updated?: Instant;
  readonly language: Language;
  readonly direction: Direction;
  readonly body: readonly Block[];
  /** Pictures that stand at the head of the article; the first is its lead picture. Others stand in the body as figures. */
  readonly pictures: readonly Picture[];
  /** Drawn by the press for links to an article without a photograph: its address in the edition. */
  readonly sharePicture?: string;
  readonly release: Release;
  readonly corrections: readonly Correction[];
  /** Where the facts come from, as links: shown under the body. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly licence?: string;
  /** The id of the article that this one tells in another language. Translations of one article are so of each other. */
  readonly translationOf?: string;
  /** Where the article lives when that is elsewhere. */
  readonly canonicalUrl?: string;
  readonly provenance: Provenance;
};

/** An embargoed article is readable from the moment its embargo ends; a withdrawn one never is. */
export function isReadable(article: Article, now: number): boolean {
  switch (article.release.kind) {
    case "live":
      return true;
    case "embargoed":
      return epochOf(article.release.until) <= now;
    case "withdrawn":
      return false;
  }
}

/** Every picture of the article in reading order: those at its head, then those in its body. */
export function picturesOf(article: Pick<Article, "pictures" | "body">): readonly Picture[] {
  return [...article.pictures, ...article.body.flatMap(picturesIn)];
}

function picturesIn(block: Block): readonly Picture[] {
  switch (block.kind) {
    case "figure":
      return [block.picture];
    case "gallery":
      return block.pictures;
    case "quote":
      return block.blocks.flatMap(picturesIn);
    case "list":
      return block.entries.flatMap((entry) => entry.flatMap(picturesIn));
    case "video":
    case "audio":
    case "paragraph":
    case "crosshead":
    case "pull-quote":
    case "table":
    case "code":
    case "embed-link":
    case "rule":
      return [];
  }
}

/** The article with each of its pictures, wherever it stands, put through a change. */
export function withPictures(article: Article, change: (picture: Picture) => Picture): Article {
  const inBody = (block: Block): Block => {
    switch (block.kind) {
      case "figure":
        return { ...block, picture: change(block.picture) };
      case "gallery":
        return { ...block, pictures: block.pictures.map(change) };
      case "video":
      case "audio":
        return block.poster ? { ...block, poster: change(block.poster) } : block;
      case "quote":
        return { ...block, blocks: block.blocks.map(inBody) };
      case "list":
        return { ...block, entries: block.entries.map((entry) => entry.map(inBody)) };
      case "paragraph":
      case "crosshead":
      case "pull-quote":
      case "table":
      case "code":
      case "embed-link":
      case "rule":
        return block;
    }
  };
  return { ...article, pictures: article.pictures.map(change), body: article.body.map(inBody) };
}

/** Whose pictures these are, each once, in order of appearance. */
export function creditsOf(article: Pick<Article, "pictures" | "body">): readonly string[] {
  return [...new Set(picturesOf(article).flatMap(({ credit }) => (credit ? [credit] : [])))];
}

/** The words of the body, a line for each block. */
export function bodyText(body: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of body) lines.push(...blockTexts(block));
  return lines.join("\n");
}

/**
 * The standfirst, or the beginning of the text cut at a word: what stands under a headline in a list. A headline that was made
 * from the first sentence has told that already; the text then begins after it.
 */
export function summaryOf(
  {
    standfirst,
    headlineDerived,
    body,
  }: Pick<Article, "standfirst" | "body"> & Partial<Pick<Article, "headlineDerived">>,
  longest = 240,
): string {
  const [first = body, second] = body.filter(({ kind }) => kind === "paragraph").map((paragraph) => [paragraph]);
  const beginning = bodyText(first);
  const rest = headlineDerived ? beginning.slice(firstSentence(beginning).length).trim() : beginning;
  const text = standfirst ?? (rest || (second ? bodyText(second) : beginning));
  return shortened(
    text
      .slice(0, 8 * longest)
      .replace(/\s+/gu, " ")
      .trim(),
    longest,
  );
}

/** Letters of scripts that put no blanks between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;

/** Minutes at 230 words a minute, or 500 characters in scripts that write without spaces; never less than one. */
export function readingMinutes(body: readonly Block[]): number {
  const text = bodyText(body);
  const characters = text.match(unspaced)?.length ?? 0;
  const words = text.replace(unspaced, " ").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / 230 + characters / 500));
}
