import * as v from "valibot";
import type { Article, Byline, Named } from "#domain/article.ts";
import { type Block, blockTexts } from "#domain/block.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { type FieldReader, fieldReader, isRecord, sayFound } from "#domain/field-reader.ts";
import type { Instant } from "#domain/instant.ts";
import { directionOf, type Language, languageOfText, parseLanguage } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { failed, ok, type Result } from "#domain/result.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import { safeAddress } from "#domain/web-address.ts";
import { plainOfHtml, readBodyHtml, textBlocks } from "./body-html.ts";
import { bylines, type DatelineExtension, instant, readDatelineExtension } from "./dateline-extension.ts";
import { derivedHeadline } from "./derived-headline.ts";
import type { Desk, Reading } from "./read-copy.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.union([text, v.pipe(v.number(), v.transform(String))]);
/** Some feeds write their tags as one text with commas. */
const tagList = v.union([
  v.array(v.string()),
  v.pipe(
    v.string(),
    v.transform((tags) => tags.split(",")),
  ),
]);
const language = v.pipe(text, v.transform(parseLanguage));

/** What items take from their feed. */
type Feed = {
  readonly file: string;
  readonly base: string | undefined;
  readonly language: Language | undefined;
  readonly bylines: readonly Byline[];
};

/**
 * Reads a JSON Feed of version 1.0 or 1.1 (jsonfeed.org), strict in nothing but an item's id, content and date:
 * an item without an id or any content, with an id that came before, or with a date that is none, is spiked.
 * Addresses are resolved against `base`, and stay relative without one.
 */
export function readJsonFeed(
  document: Readonly<Record<string, unknown>>,
  file: string,
  base: string | undefined,
  desk: Desk,
): Reading {
  const notes: CopyProblem[] = [];
  const spiked: CopyProblem[] = [];
  const articles: Article[] = [];
  const { read } = fieldReader(document, file, "", notes);
  const feed: Feed = {
    file,
    base,
    language: read("language", language, "a language such as en"),
    bylines: readBylines(read, base),
  };
  const title = read("title", text, "a text");
  const nextUrl = safeAddress(read("next_url", text, "a web address") ?? "", "document", base);
  const items = document["items"];
  if (!Array.isArray(items)) {
    spiked.push({
      file,
      field: "items",
      found: sayFound(items),
      expected: "a list of items",
      mend: "Write the articles as a list under “items”.",
    });
    return { articles, spiked, notes };
  }
  const seen = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    const result = readItem(item, `items[${at}]`, feed, desk, notes);
    if (!result.ok) {
      spiked.push(result.problem);
      continue;
    }
    const first = seen.get(result.value.id);
    if (first !== undefined) {
      spiked.push({
        file,
        field: `items[${at}].id`,
        found: `"${result.value.id}", as in items[${first}]`,
        expected: "an id of its own",
        mend: "Give each article its own id; the first one with this id was kept.",
      });
      continue;
    }
    seen.set(result.value.id, at);
    articles.push(result.value);
  }
  return { articles, spiked, notes, ...(nextUrl && { nextUrl }), ...(title && { title }) };
}

function readItem(
  item: unknown,
  path: string,
  feed: Feed,
  desk: Desk,
  notes: CopyProblem[],
): Result<Article, CopyProblem> {
  const { file, base } = feed;
  const spike = (field: string, found: string, expected: string, mend: string) =>
    failed({ file, field: `${path}${field}`, found, expected, mend });
  if (!isRecord(item))
    return spike("", sayFound(item), "an object", "Write each article as an object with “id” and “content_html”.");
  const identity = v.safeParse(id, item["id"]);
  if (!identity.success)
    return spike(
      ".id",
      sayFound(item["id"]),
      "a text that no other item has",
      "Give the item an id that never changes.",
    );
  for (const key of ["date_published", "date_modified"]) {
    const date = item[key];
    if (date !== undefined && date !== null && !v.is(instant, date)) {
      return spike(`.${key}`, sayFound(date), "an ISO 8601 date", `Write it as 2025-05-28T09:30:00Z.`);
    }
  }
  const fields = fieldReader(item, file, path, notes);
  const own = item["_dateline"];
  const extension: DatelineExtension = isRecord(own)
    ? readDatelineExtension(fieldReader(own, file, `${path}._dateline`, notes), base)
    : {};
  const body = readBody(fields, base);
  const title = plainOfHtml(fields.read("title", text, "a text") ?? "");
  if (body.length === 0 && title === "" && !item["url"]) {
    return spike(
      ".content_html",
      "missing, and there is no title",
      "the text of the article",
      "Write it as “content_html” or “content_text”.",
    );
  }
  const words = body.flatMap((block) => [...blockTexts(block)]);
  const headline = title || derivedHeadline(words[0] ?? "") || identity.output;
  if (title === "") {
    notes.push({
      file,
      field: `${path}.title`,
      found: "missing",
      expected: "a headline",
      mend: `One was made from the first sentence: “${headline}”.`,
    });
  }
  const url = safeAddress(fields.read("url", text, "a web address") ?? "", "document", base);
  const external = safeAddress(fields.read("external_url", text, "a web address") ?? "", "document", base);
  const isOurs = isRecord(own);
  const canonicalUrl = isOurs ? external : url;
  const tags = fields.read("tags", tagList, "a list of texts") ?? [];
  const topics = extension.topics ?? tags.flatMap(namedOf);
  const spoken =
    fields.read("language", language, "a language such as en") ??
    feed.language ??
    languageOfText(`${headline} ${words.join(" ")}`, desk.newsroom.language);
  const published = extension.published ?? fields.read("date_published", instant, "an ISO 8601 date");
  if (!published) {
    notes.push({
      file,
      field: `${path}.date_published`,
      found: "missing",
      expected: "an ISO 8601 date",
      mend: `The article is dated ${desk.received.slice(0, 10)}, when the feed came in.`,
    });
  }
  const updated = extension.updated ?? fields.read("date_modified", instant, "an ISO 8601 date");
  const standfirst = extension.standfirst ?? (isOurs ? undefined : readSummary(fields, words));
  const ownBylines = readBylines(fields.read, base);
  const { slug, headlineDerived, pictures, section, ...rest } = extension;
  return ok({
    bylines: ownBylines.length > 0 ? ownBylines : feed.bylines,
    places: [],
    release: { kind: "live" },
    corrections: [],
    sources:
      !isOurs && external && external !== url
        ? [{ title: external.replace(/^https?:\/\/(?:www\.)?/u, ""), url: external }]
        : [],
    ...rest,
    id: identity.output,
    slug: slug ?? slugOf(headline) ?? slugOf(identity.output) ?? ("article" as Slug),
    headline,
    headlineDerived: headlineDerived ?? title === "",
    ...(standfirst && { standfirst }),
    section: section ?? sectionOf(topics, desk.newsroom),
    topics,
    published: published ?? desk.received,
    ...(updated && updated !== published && { updated: updated as Instant }),
    language: spoken,
    direction: directionOf(spoken),
    body,
    pictures: pictures ?? leadPictures(fields, body, base),
    ...(canonicalUrl && { canonicalUrl }),
    provenance: { kind: "json-feed", file },
  });
}

function readBylines(read: FieldReader["read"], base: string | undefined): readonly Byline[] {
  const authors = read("authors", bylines(base), "a list of authors with “name”");
  if (authors && authors.length > 0) return authors;
  return (
    read(
      "author",
      v.pipe(
        v.unknown(),
        v.transform((author) => [author]),
        bylines(base),
      ),
      "an author with “name”",
    ) ?? []
  );
}

function readBody({ read }: FieldReader, base: string | undefined): readonly Block[] {
  const html = read("content_html", v.string(), "HTML as a text");
  const plain = read("content_text", v.string(), "a text");
  const body = html ? readBodyHtml(html, base) : textBlocks(plain ?? "");
  const attachments =
    read("attachments", v.array(attachment), "a list of attachments with “url” and “mime_type”") ?? [];
  return [...body, ...attachments.flatMap((one) => attachmentBlock(one, base))];
}

const attachment = v.object({ url: text, mime_type: v.optional(v.string(), ""), title: v.optional(v.string()) });

function attachmentBlock(
  { url: address, mime_type: mime, title }: v.InferOutput<typeof attachment>,
  base: string | undefined,
): Block[] {
  const url = safeAddress(address, "media", base);
  if (!url) return [];
  const kind = mime.split("/")[0];
  if (kind === "audio" || kind === "video") return [{ kind, url, mime, ...(title && { title }) }];
  if (kind === "image") return [{ kind: "figure", picture: { url, alt: "", ...(title && { caption: title }) } }];
  return [{ kind: "embed-link", url, title: title ?? url.replace(/^.*\//u, "") }];
}

/** A summary that only repeats the beginning of the text is no standfirst. */
function readSummary({ read }: FieldReader, words: readonly string[]): string | undefined {
  const summary = plainOfHtml(read("summary", text, "a text") ?? "");
  const opening = words.join(" ").slice(0, 2_000);
  return summary === "" || opening.startsWith(summary.replace(/(?:\.{3}|…|\[…\])$/u, "").trim()) ? undefined : summary;
}

/** The item's picture, unless its body shows it already. */
function leadPictures({ read }: FieldReader, body: readonly Block[], base: string | undefined): readonly Picture[] {
  const image = read("image", text, "a web address") ?? read("banner_image", text, "a web address");
  const url = safeAddress(image ?? "", "media", base);
  const shown = body.some((block) => block.kind === "figure" && block.picture.url === url);
  return url && !shown ? [{ url, alt: "" }] : [];
}

/** The first of the newsroom's sections that one of the topics names, or the section of copy that names none. */
function sectionOf(topics: readonly Named[], newsroom: Newsroom): Named {
  return (
    newsroom.sections.find((section) => topics.some(({ slug }) => slug === section.slug)) ?? newsroom.defaultSection
  );
}

function namedOf(tag: string): Named[] {
  const name = tag.trim();
  const slug = slugOf(name);
  return slug ? [{ name, slug }] : [];
}
