import type { Article, Byline, Named } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { hasTime, type Instant, parseInstant } from "#domain/instant.ts";
import { directionOf, languageOfText } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { base64Of, type Claim } from "#domain/provenance.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import type { DecodedCopy } from "./charset.ts";
import { readCredit } from "./credit.ts";
import { parseFiledDate, readDateline } from "./dateline.ts";
import { derivedHeadline } from "./derived-headline.ts";
import { groupsOf, linesOf, paragraphsOf, type Stretch } from "./story-lines.ts";

export type WireTextReading = { readonly article: Article; readonly notes: readonly CopyProblem[] };

/** What the lines above and below the story gave, with the stretches that they were read from. */
type Found = {
  slug?: Slug;
  headline?: string;
  standfirst?: string;
  bylines: Byline[];
  published?: Instant;
  picture?: Picture;
  claims: (Stretch & { readonly field: string })[];
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
  const groups = groupsOf(linesOf(text)).flatMap((group) =>
    isPreamble(group) ? group.map((line) => [line]) : [group],
  );
  const found: Found = { bylines: [], claims: [] };
  let paragraphs = groups.flatMap(paragraphsOf);
  paragraphs = readCaptionLine(paragraphs, found);
  paragraphs = readAbove(paragraphs, found);
  paragraphs = readTrailer(paragraphs, found);
  const [lead] = paragraphs;
  if (!lead) return undefined;

  const notes: CopyProblem[] = [];
  const dateline = readDateline(lead.text);
  if (dateline) {
    found.claims.push({ ...stretchOf(lead, 0, dateline.dateline.printed.length), field: "dateline" });
    paragraphs = [stretchOf(lead, dateline.length, lead.text.length), ...paragraphs.slice(1)];
  }
  for (const [at, paragraph] of paragraphs.entries()) found.claims.push({ ...paragraph, field: `body[${at}]` });

  const headlineDerived = found.headline === undefined;
  const headline = found.headline ?? derivedHeadline(paragraphs[0]?.text ?? "");
  if (headlineDerived) {
    notes.push({
      file,
      field: "headline",
      found: "missing",
      expected: "a headline on a line of its own above the story",
      mend: `One was made from the first sentence: “${headline}”.`,
    });
  }
  const published = found.published ?? dateline?.dateline.filed ?? desk.received;
  if (!found.published && !dateline?.dateline.filed) {
    notes.push({
      file,
      field: "date",
      found: "missing",
      expected: `a first line such as "date 2025-05-28 …"`,
      mend: `The story is dated ${published.slice(0, 10)}, when the file came in.`,
    });
  }
  const language = languageOfText(paragraphs.map((paragraph) => paragraph.text).join(" "), desk.newsroom.language);
  const body = paragraphs.map((paragraph): Block => ({ kind: "paragraph", content: [paragraph.text] }));
  const article: Article = {
    id: `wire-text:${file.split(/[\\/]/u).at(-1) ?? file}`,
    slug: found.slug ?? slugOf(headline) ?? slugOf(file) ?? ("story" as Slug),
    headline,
    headlineDerived,
    ...(found.standfirst && { standfirst: found.standfirst }),
    bylines: found.bylines,
    ...(dateline && { dateline: dateline.dateline }),
    section: desk.newsroom.defaultSection,
    topics: [],
    places: (dateline?.dateline.place.split("/") ?? []).flatMap(namedOf),
    published: published,
    language,
    direction: directionOf(language),
    body,
    pictures: found.picture ? [found.picture] : [],
    release: { kind: "live" },
    corrections: [],
    sources: [],
    provenance: { kind: "wire-text", file, filed: base64Of(bytes), charset, claims: claimsOf(found.claims, byteAt) },
  };
  return { article, notes };
}

/** The lines above a story often stand together without blank lines between them; the story's own lines never are this short. */
function isPreamble(group: readonly Stretch[]): boolean {
  return (
    group.length > 1 && group.some(({ text }) => bylineForm.test(text)) && group.every(({ text }) => text.length < 120)
  );
}

const captionLine = /^(?:date\s+)?(\d{4}-\d{2}-\d{2})(?:\s+(.*))?$/su;

function readCaptionLine(paragraphs: Stretch[], found: Found): Stretch[] {
  const [first, ...rest] = paragraphs;
  const match = first && captionLine.exec(first.text);
  if (!first || !match) return paragraphs;
  const [, day = "", captioned] = match;
  const published = parseInstant(day);
  if (!published) return paragraphs;
  const dayAt = first.text.indexOf(day);
  found.published = published;
  found.claims.push({ ...stretchOf(first, dayAt, dayAt + day.length), field: "published" });
  if (!captioned) return rest;
  const start = first.text.length - captioned.length;
  const reading = readCredit(captioned);
  const caption = reading?.caption ?? captioned.trimEnd();
  found.picture = { alt: "", ...(caption && { caption }), ...(reading && { credit: reading.credit }) };
  found.claims.push({ ...stretchOf(first, start, start + caption.length), field: "pictures[0].caption" });
  if (reading)
    found.claims.push({ ...stretchOf(first, start + reading.from, start + reading.to), field: "pictures[0].credit" });
  return rest;
}

const slugForm = /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/u;
const agencySlugForm = /^(?:[A-Z]{2,3}-)+-?[\w.,\-]+$/u;
const bylineForm =
  /^By (\p{Lu}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,4}?(?:(?:,| and) \p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3})*)((?:, [^,]{2,60})*)(?: =)?$/u;

/** Slug line, headlines and byline above the lead. A headline is a short line without a full stop that more text follows. */
function readAbove(paragraphs: Stretch[], found: Found): Stretch[] {
  let at = 0;
  for (; at < paragraphs.length - 1; at += 1) {
    const line = paragraphs[at];
    if (!line || readDateline(line.text)) break;
    const byline = bylineForm.exec(line.text);
    if (byline) {
      found.bylines.push(...bylinesOf(byline[1] ?? "", byline[2]?.replace(/^, /u, "")));
      found.claims.push({ ...line, field: "bylines" });
    } else if (at === 0 && (slugForm.test(line.text) || agencySlugForm.test(line.text))) {
      const slug = slugOf(line.text);
      if (slug) found.slug = slug;
      found.claims.push({ ...line, field: "slug" });
    } else if (!isHeadline(line.text) || found.bylines.length > 0) break;
    else if (found.headline === undefined) {
      found.headline = line.text;
      found.claims.push({ ...line, field: "headline" });
    } else if (found.standfirst === undefined) {
      found.standfirst = line.text;
      found.claims.push({ ...line, field: "standfirst" });
    } else break;
  }
  return paragraphs.slice(at);
}

function isHeadline(text: string): boolean {
  return text.length <= 140 && !/[.:;,…。۔।]["”’)]*$/u.test(text) && /\p{L}/u.test(text);
}

function bylinesOf(names: string, role: string | undefined): Byline[] {
  return names
    .split(/, | and /u)
    .flatMap((name) => namedOf(name).map((named) => ({ ...named, ...(role && { role }) })));
}

const publishedIn = /^Published in .{2,60}, (\p{Lu}\p{L}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})\.?$/u;
const transmitted = /^(\d{2})(\d{2})(\d{2}) (?:GMT|UTC) (\p{Lu}\p{L}{2}) (\d{2,4})$/u;
const trailerStart = /^(?:___+|# Notebook|[-–—]+\s*(?:END|ENDS)\s*[-–—]*|-30-|###)$/u;
const email = /^[\w.+-]+@[\w.-]+\.\w+$/u;

/** Lines below the story that are not part of it; what they say of the date is kept. */
function readTrailer(paragraphs: Stretch[], found: Found): Stretch[] {
  const end = paragraphs.findIndex(({ text }, at) => at > 0 && trailerStart.test(text));
  const below = end < 0 ? [] : paragraphs.slice(end);
  let story = end < 0 ? paragraphs : paragraphs.slice(0, end);
  for (let last = story.at(-1); last && story.length > 1; last = story.at(-1)) {
    if (!publishedIn.test(last.text) && !transmitted.test(last.text) && !email.test(last.text)) break;
    below.unshift(last);
    story = story.slice(0, -1);
  }
  for (const line of below) {
    const published = trailerDate(line.text);
    if (!published || (found.published && hasTime(found.published))) continue;
    if (found.published && !hasTime(published)) continue;
    found.published = published;
    found.claims = [...found.claims.filter(({ field }) => field !== "published"), { ...line, field: "published" }];
  }
  return story;
}

function trailerDate(line: string): Instant | undefined {
  const day = publishedIn.exec(line)?.[1];
  if (day) return parseFiledDate(day);
  const match = transmitted.exec(line);
  if (!match) return undefined;
  const [, date, hour, minute, month, year = ""] = match;
  const filed = parseFiledDate(`${date} ${month} ${year.length === 2 ? `20${year}` : year}`);
  return filed && parseInstant(`${filed}T${hour}:${minute}:00Z`);
}

/** Part of a stretch. Only for stretches on one line, whose text is the copy's own; a wrapped one is claimed from there to its end. */
function stretchOf(whole: Stretch, start: number, end: number): Stretch {
  const from = whole.from + start;
  const to = end >= whole.text.length ? whole.to : whole.from + end;
  return { from, to, text: whole.text.slice(start, end) };
}

function claimsOf(stretches: Found["claims"], byteAt: (index: number) => number): Claim[] {
  return stretches
    .map(({ field, from, to }) => ({ field, from: byteAt(from), to: byteAt(to) }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from);
}

function namedOf(text: string): Named[] {
  const name = text.trim();
  const slug = slugOf(name);
  return slug ? [{ name, slug }] : [];
}
