import type { Article, Byline, Named } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { sayFound } from "#domain/field-reader.ts";
import { dayOf, hasTime, type Instant } from "#domain/instant.ts";
import { directionOf, languageOfText } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { base64Of, type Claim } from "#domain/provenance.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import { readByline } from "./byline.ts";
import type { DecodedCopy } from "./charset.ts";
import { readCredit } from "./credit.ts";
import { readDateline } from "./dateline.ts";
import { derivedHeadline } from "./derived-headline.ts";
import { readFirstLine } from "./first-line.ts";
import { plain } from "./plain.ts";
import { groupsOf, linesOf, paragraphsOf, rangeOf, type Stretch, within } from "./story-lines.ts";
import { endsStory, isTrailer, trailerDate } from "./trailer.ts";

export type WireTextReading = { readonly article: Article; readonly notes: readonly CopyProblem[] };

/** What the lines above and below the story gave, with the stretches that they were read from. */
type Found = {
  slug?: Slug;
  headline?: string;
  standfirst?: string;
  readonly bylines: Byline[];
  published?: Instant;
  picture?: Picture;
  readonly claims: Map<string, Stretch>;
  readonly notes: CopyProblem[];
};

/**
 * Reads one story as the agencies file it: caption line, slug, headline, byline, dateline, paragraphs, trailer,
 * each of them but the paragraphs optional. The file's bytes are kept, and every field claims the range that it was read from.
 * Undefined when there is no paragraph in it.
 */
export function readWireText(
  file: string,
  bytes: Uint8Array,
  { text, charset, byteAt }: DecodedCopy,
  desk: { readonly newsroom: Newsroom; readonly received: Instant },
): WireTextReading | undefined {
  const found: Found = { bylines: [], claims: new Map(), notes: [] };
  const begins = (line: string) => readDateline(line) !== undefined || /^[-*•–—] /u.test(line);
  let paragraphs = groupsOf(linesOf(text)).flatMap((group) => paragraphsOf(group, standsAlone, begins));
  paragraphs = readCaptionLine(paragraphs, found, file);
  paragraphs = readAbove(paragraphs, found);
  paragraphs = readBelow(paragraphs, found, file);
  const [lead] = paragraphs;
  if (!lead) return undefined;

  const dateline = readDateline(lead.text);
  if (dateline) {
    found.claims.set("dateline", within(lead, 0, dateline.dateline.printed.length));
    paragraphs = [within(lead, dateline.length, lead.text.length), ...paragraphs.slice(1)];
  }
  for (const [at, paragraph] of paragraphs.entries()) found.claims.set(`body[${at}]`, paragraph);

  const headline = found.headline ?? (derivedHeadline(paragraphs[0]?.text ?? "") || nameOf(file));
  if (found.headline === undefined) {
    found.notes.push({
      file,
      field: "headline",
      found: "missing",
      expected: "a headline on a line of its own above the story",
      mend: `One was made from the first sentence: “${headline}”.`,
    });
  }
  const dated = found.published ?? dateline?.dateline.filed;
  const published = dated ?? desk.received;
  if (!dated) {
    found.notes.push({
      file,
      field: "date",
      found: "missing",
      expected: `a first line such as "date 2025-05-28 …"`,
      mend: `The story is dated ${dayOf(published)}, when the file came in.`,
    });
  }
  const language = languageOfText(paragraphs.map((paragraph) => paragraph.text).join(" "), desk.newsroom.language);
  const article: Article = {
    id: idOf(file, dated),
    slug: found.slug ?? slugOf(headline) ?? slugOf(file) ?? ("story" as Slug),
    headline,
    headlineDerived: found.headline === undefined,
    ...(found.standfirst && { standfirst: found.standfirst }),
    bylines: found.bylines,
    ...(dateline && { dateline: dateline.dateline }),
    section: desk.newsroom.defaultSection,
    topics: [],
    places: (dateline?.dateline.place.split("/") ?? []).flatMap(namedOf),
    published,
    language,
    direction: directionOf(language),
    body: paragraphs.map((paragraph): Block => ({ kind: "paragraph", content: [paragraph.text] })),
    pictures: found.picture ? [found.picture] : [],
    release: { kind: "live" },
    corrections: [],
    sources: [],
    provenance: { kind: "wire-text", file, filed: base64Of(bytes), charset, claims: claimsOf(found.claims, byteAt) },
  };
  return { article, notes: found.notes };
}

/** Wherever the folder lies, a story keeps its id. Its day tells it from others of the same name: many desks name files by kind. */
function idOf(file: string, dated: Instant | undefined): string {
  return `wire-text:${dated ? `${dayOf(dated)}/` : ""}${nameOf(file)}`;
}

function nameOf(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}

/** Lines above and below a story that are no part of a paragraph, even without a blank line between. */
function standsAlone(line: string): boolean {
  return readByline(line) !== undefined || isSlugLine(line) || endsStory(line) || isTrailer(line);
}

/** The first line: when the story was published, and the caption of its picture with the credit. */
function readCaptionLine(paragraphs: Stretch[], found: Found, file: string): Stretch[] {
  const [first, ...rest] = paragraphs;
  const line = first && readFirstLine(first.text);
  if (!line) return paragraphs;
  const { date, published, caption: start, hasMore } = line;
  if (published) {
    found.published = published;
    found.claims.set("published", within(first, date.from, date.to));
  }
  if (!published || hasMore) {
    found.notes.push({
      file,
      field: "date",
      found: sayFound(first.text.slice(date.from, hasMore ? undefined : date.to)),
      expected: published ? "a day such as 2025-05-28, or 2025-05-28T09:30+05:00" : "a day such as 2025-05-28",
      mend: published
        ? `The story is dated ${published}, and the rest was left out.`
        : "Write the date in the first line as year, month and day.",
    });
  }
  if (start === undefined) return rest;
  const captioned = first.text.slice(start);
  const reading = readCredit(captioned);
  const caption = plain(reading?.caption ?? captioned);
  found.picture = { alt: "", ...(caption && { caption }), ...(reading && { credit: plain(reading.credit) }) };
  found.claims.set("pictures[0].caption", within(first, start, start + (reading?.caption ?? captioned).length));
  if (reading) found.claims.set("pictures[0].credit", within(first, start + reading.from, start + reading.to));
  return rest;
}

function isSlugLine(line: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/u.test(line) || /^(?:[A-Z]{2,3}-)+-?[\w.,-]+$/u.test(line);
}

/** Slug line, headlines and byline above the lead. A headline is a short line without a full stop that more text follows. */
function readAbove(paragraphs: Stretch[], found: Found): Stretch[] {
  let at = 0;
  for (; at < paragraphs.length - 1; at += 1) {
    const line = paragraphs[at];
    if (!line) break;
    if (at === 0 && isSlugLine(line.text)) {
      const slug = slugOf(line.text);
      if (slug) found.slug = slug;
      found.claims.set("slug", line);
      continue;
    }
    if (readDateline(line.text)) break;
    const bylines = readByline(line.text);
    const next = paragraphs[at + 1]?.text ?? "";
    if (bylines) {
      const before = found.claims.has("bylines");
      found.claims.set(before ? `bylines[${found.bylines.length}]` : "bylines", line);
      found.bylines.push(...bylines);
    } else if (found.bylines.length > 0) break;
    else if (found.headline === undefined && isHeadline(line.text)) {
      found.headline = plain(line.text);
      found.claims.set("headline", line);
    } else if (
      found.headline !== undefined &&
      found.standfirst === undefined &&
      (isHeadline(line.text) || readByline(next) !== undefined)
    ) {
      found.standfirst = plain(line.text);
      found.claims.set("standfirst", line);
    } else break;
  }
  return paragraphs.slice(at);
}

function isHeadline(text: string): boolean {
  return text.length <= 140 && !/[.:;,…。۔।]["”’)]*$/u.test(text) && /\p{L}/u.test(text);
}

/** What stands below the story and is no part of it. What it says of the date is kept; much of it is told of. */
function readBelow(paragraphs: Stretch[], found: Found, file: string): Stretch[] {
  const end = paragraphs.findIndex(({ text }, at) => at > 0 && endsStory(text));
  const below = end < 0 ? [] : paragraphs.slice(end);
  let story = end < 0 ? paragraphs : paragraphs.slice(0, end);
  for (let last = story.at(-1); last && story.length > 1 && isTrailer(last.text); last = story.at(-1)) {
    below.unshift(last);
    story = story.slice(0, -1);
  }
  for (const line of below) {
    const published = trailerDate(line.text);
    if (!published || (found.published && (hasTime(found.published) || !hasTime(published)))) continue;
    found.published = published;
    found.claims.set("published", line);
  }
  const left = below.filter(({ text }) => text.length > 140 && !isTrailer(text));
  if (left.length > 0) {
    found.notes.push({
      file,
      field: "text",
      found: `followed by ${left.length === 1 ? "a paragraph" : `${left.length} paragraphs`} below “${below[0]?.text}”`,
      expected: "nothing of the story there",
      mend: "It was left out, and stands in the copy as filed. Take the line out if it belongs to the story.",
    });
  }
  return story;
}

function claimsOf(claims: ReadonlyMap<string, Stretch>, byteAt: (index: number) => number): Claim[] {
  return [...claims]
    .map(([field, stretch]) => {
      const { from, to } = rangeOf(stretch);
      return { field, from: byteAt(from), to: byteAt(to) };
    })
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
}

function namedOf(text: string): Named[] {
  const name = text.trim();
  const slug = slugOf(name);
  return slug ? [{ name, slug }] : [];
}
