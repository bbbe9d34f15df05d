import * as v from "valibot";
import { type Article, type Byline, type Named, picturesOf, summaryOf } from "#domain/article.ts";
import { type Block, blockTexts } from "#domain/block.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { type FieldReader, fieldReader, isMissing, isRecord, parsedBy, sayFound } from "#domain/field-reader.ts";
import { dayOf } from "#domain/instant.ts";
import { directionOf, type Language, languageOfText, parseLanguage } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { failed, ok, type Result } from "#domain/result.ts";
import { shortened } from "#domain/shorten.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import { safeAddress } from "#domain/web-address.ts";
import { plainOfHtml, readHtml, textBlocks } from "./body-html.ts";
import {
  addressed,
  byline,
  type DatelineExtension,
  id,
  instant,
  longestLine,
  named,
  readDatelineExtension,
} from "./dateline-extension.ts";
import { derivedHeadline } from "./derived-headline.ts";
import { plain } from "./plain.ts";
import type { Desk } from "./reading.ts";

export const language = v.pipe(v.string(), parsedBy(parseLanguage));

/** What items take from their feed. */
export type Feed = {
  readonly file: string;
  readonly base: string | undefined;
  readonly language: Language | undefined;
  readonly bylines: readonly Byline[];
};

/** Reads an item as an article. What of it is wrong and can be left out is noted; what cannot spikes it. */
export function readItem(
  item: unknown,
  path: string,
  feed: Feed,
  desk: Desk,
  notes: CopyProblem[],
): Result<Article, CopyProblem> {
  const { file } = feed;
  const spike = (field: string, found: string, expected: string, mend: string) =>
    failed({ file, field: `${path}${field}`, found, expected, mend });
  const note = (field: string, found: string, expected: string, mend: string) => {
    notes.push({ file, field: `${path}.${field}`, found, expected, mend });
  };
  if (!isRecord(item))
    return spike("", sayFound(item), "an object", "Write each article as an object with “id” and “content_html”.");
  const identity = v.safeParse(id, item["id"]);
  if (!identity.success) {
    const mend = "Give the item an id that never changes.";
    return spike(".id", sayFound(item["id"]), "a text that no other item has", mend);
  }
  const own = item["_dateline"];
  const isOurs = isRecord(own);
  const fields = fieldReader(item, file, path, notes);
  const base = isOurs ? feed.base : baseOfItem(item["url"], feed.base);
  const extension: DatelineExtension = isOurs
    ? readDatelineExtension(fieldReader(own, file, `${path}._dateline`, notes), base)
    : {};
  const date = item["date_published"];
  if (!extension.published && !isMissing(date) && !v.is(instant, date)) {
    return spike(".date_published", sayFound(date), "an ISO 8601 date", "Write it as 2025-05-28T09:30:00Z.");
  }
  const body = readBody(fields, base, note);
  const title = readTitle(fields, isOurs, note);
  // An item with an empty text is a JSON Feed's item all the same; one without any has nothing to be read for.
  const hasContent = [item["content_html"], item["content_text"]].some((content) => typeof content === "string");
  if (body.length === 0 && title === "" && isMissing(item["url"]) && !hasContent) {
    return spike(
      ".content_html",
      `${sayFound(item["content_html"] ?? item["content_text"])}, and there is no title`,
      "the text of the article",
      "Write it as “content_html” or “content_text”.",
    );
  }
  const words = body.flatMap((block) => [...blockTexts(block)]);
  const derived = title === "" ? derivedHeadline(summaryOf({ body }, 2_000)) : "";
  const headline = title || derived || shortened(plain(identity.output), longestLine) || identity.output;
  if (title === "") {
    const madeOf = derived === "" ? "Its id stands there instead" : "One was made from the first sentence";
    note("title", "missing", "a headline", `${madeOf}: “${headline}”.`);
  }
  const url = absolute(readAddress(fields, "url", base));
  const external = absolute(readAddress(fields, "external_url", base));
  const canonicalUrl = isOurs ? external : url;
  const topics = extension.topics ?? readTags(fields, item["tags"]);
  const spoken =
    fields.read("language", language, "a language such as en") ??
    feed.language ??
    languageOfText(`${headline} ${words.join(" ")}`, desk.newsroom.language);
  const published = extension.published ?? fields.read("date_published", instant, "an ISO 8601 date");
  if (!published) {
    note(
      "date_published",
      "missing",
      "an ISO 8601 date",
      `The article is dated ${dayOf(desk.received)}, when the feed came in.`,
    );
  }
  const updated = extension.updated ?? fields.read("date_modified", instant, "an ISO 8601 date");
  const standfirst = extension.standfirst ?? (isOurs ? undefined : readSummary(fields, words));
  const ownBylines = readBylines(fields, base);
  const { slug, headlineDerived, pictures, section, ...rest } = extension;
  return ok({
    bylines: ownBylines.length > 0 ? ownBylines : feed.bylines,
    places: [],
    release: { kind: "live" },
    corrections: [],
    sources:
      isOurs || !external || external === url
        ? []
        : [{ title: external.replace(/^https?:\/\/(?:www\.)?/u, ""), url: external }],
    ...rest,
    id: identity.output,
    slug: slug ?? slugOf(headline) ?? slugOf(identity.output) ?? ("article" as Slug),
    headline,
    headlineDerived: headlineDerived ?? title === "",
    ...(standfirst && { standfirst }),
    section: section ?? sectionOf(topics, desk.newsroom),
    topics,
    published: published ?? desk.received,
    ...(updated && updated !== published && { updated }),
    language: spoken,
    direction: directionOf(spoken),
    body,
    pictures: pictures ?? leadPictures(fields, body, base),
    ...(canonicalUrl && { canonicalUrl }),
    provenance: { kind: "json-feed", file },
  });
}

type Note = (field: string, found: string, expected: string, mend: string) => void;

/** Addresses in a page's HTML are relative to the page. In a file that never was on the web they stay relative to the file. */
function baseOfItem(url: unknown, base: string | undefined): string | undefined {
  if (base === undefined || typeof url !== "string" || !/^https?:/iu.test(url.trim())) return base;
  return safeAddress(url, "document") ?? base;
}

export function readAddress({ read }: FieldReader, key: string, base: string | undefined): string | undefined {
  return safeAddress(read(key, v.string(), "a web address") ?? "", "document", base);
}

function absolute(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:/u.test(url) ? url : undefined;
}

/** A title is plain text, as the standard has it and an edition prints it; many other feeds write HTML there. */
function readTitle({ read }: FieldReader, isOurs: boolean, note: Note): string {
  const printed = read("title", v.string(), "a text") ?? "";
  const title = isOurs ? plain(printed) : plainOfHtml(printed);
  if (title.length <= longestLine) return title;
  note("title", `a text of ${title.length} characters`, `at most ${longestLine}`, "It was cut.");
  return shortened(title, longestLine);
}

/** Some feeds write their tags as one text with commas. */
function readTags({ readList }: FieldReader, tags: unknown): readonly Named[] {
  const listed = typeof tags === "string" ? tags.split(",") : undefined;
  return listed ? listed.flatMap(namedOf) : (readList("tags", named, "a text") ?? []);
}

/** An author may be no more than an avatar or an address: then nobody is named, and nothing is wrong. */
const author = v.union([
  byline,
  v.pipe(
    v.object({ name: v.optional(v.nullable(v.literal(""))) }),
    v.transform(() => undefined),
  ),
]);

export function readBylines({ readList }: FieldReader, base: string | undefined): readonly Byline[] {
  const namedIn = (key: string) =>
    (readList(key, author, "an author with “name”") ?? []).flatMap((one) =>
      one ? [addressed(one, "link", base)] : [],
    );
  const authors = namedIn("authors");
  return authors.length > 0 ? authors : namedIn("author");
}

/** The body, or what stands for it: the text where the HTML has no words, the summary where neither has. */
function readBody(fields: FieldReader, base: string | undefined, note: Note): readonly Block[] {
  const html = fields.read("content_html", v.string(), "HTML as a text");
  const { blocks, wordsOnly } = readHtml(html ?? "", base);
  if (wordsOnly) {
    note(
      "content_html",
      wordsOnly,
      "an article’s HTML",
      "Its words were kept, without pictures, links and other marks.",
    );
  }
  const text = blocks.length > 0 ? undefined : fields.read("content_text", v.string(), "a text");
  const summary =
    blocks.length > 0 || text !== undefined ? "" : plainOfHtml(fields.read("summary", v.string(), "a text") ?? "");
  const body = blocks.length > 0 ? blocks : textBlocks(text ?? summary);
  const attachments = fields.readList("attachments", attachment, "an attachment with “url” and “mime_type”") ?? [];
  const shown = new Set(addressesIn(body));
  return [
    ...body,
    ...attachments
      .flatMap((one) => attachmentBlocks(one, base))
      .filter((block) => !addressesIn([block]).some((url) => shown.has(url))),
  ];
}

function addressesIn(blocks: readonly Block[]): readonly string[] {
  const recordings = blocks.flatMap((block) => (block.kind === "audio" || block.kind === "video" ? [block.url] : []));
  const pictures = picturesOf({ pictures: [], body: blocks }).flatMap(({ url }) => url ?? []);
  return [...recordings, ...pictures];
}

const attachment = v.object({
  url: v.string(),
  mime_type: v.optional(v.fallback(v.string(), ""), ""),
  title: v.optional(v.fallback(v.string(), ""), ""),
});

function attachmentBlocks(
  { url: address, mime_type: mime, title: printed }: v.InferOutput<typeof attachment>,
  base: string | undefined,
): readonly Block[] {
  const url = safeAddress(address, "media", base);
  if (!url) return [];
  const title = plain(printed);
  const kind = mime.split("/")[0];
  if (kind === "audio" || kind === "video") return [{ kind, url, mime, ...(title && { title }) }];
  if (kind === "image") return [{ kind: "figure", picture: { url, alt: "", ...(title && { caption: title }) } }];
  return [{ kind: "embed-link", url, title: title || url.replace(/[?#].*$/u, "").replace(/^.*\/(?=.)/u, "") }];
}

/** A summary that only repeats the beginning of the text is no standfirst. */
function readSummary({ read }: FieldReader, words: readonly string[]): string | undefined {
  const summary = plainOfHtml(read("summary", v.string(), "a text") ?? "");
  const opening = plain(words.join(" ").slice(0, summary.length + 2_000));
  return summary === "" || opening.startsWith(summary.replace(/(?:\.{3}|…|\[…\])$/u, "").trim()) ? undefined : summary;
}

/** The item's picture, unless its body shows it already. */
function leadPictures(fields: FieldReader, body: readonly Block[], base: string | undefined): readonly Picture[] {
  for (const key of ["image", "banner_image"]) {
    const url = safeAddress(fields.read(key, v.string(), "a web address") ?? "", "media", base);
    if (url) return addressesIn(body).includes(url) ? [] : [{ url, alt: "" }];
  }
  return [];
}

/** The first of the newsroom's sections that one of the topics names, or the section of copy that names none. */
function sectionOf(topics: readonly Named[], newsroom: Newsroom): Named {
  return (
    newsroom.sections.find((section) => topics.some(({ slug }) => slug === section.slug)) ?? newsroom.defaultSection
  );
}

function namedOf(tag: string): readonly Named[] {
  const parsed = v.safeParse(named, tag);
  return parsed.success ? [parsed.output] : [];
}
