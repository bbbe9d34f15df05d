import { parseInstant } from "#domain/instant.ts";
import type { Direction, Language } from "#domain/language.ts";
import { slugOf } from "#domain/slug.ts";
import type { Headline } from "#edition/headline.ts";
import type { Visit, Visits } from "../reading-history.ts";
import type { SavedStories, SavedStory } from "./saved-stories.ts";

/** What a reader has saved and read: the contents of the file that they may keep or take elsewhere. */
export type ReadingRecord = { readonly saved: readonly SavedStory[]; readonly visits: Visits };

const format = "dateline-reading";
const version = 1;

/**
 * The text of the file: JSON with "format", "version", "saved" (stories with "saved" in milliseconds since 1970) and "read"
 * (visits by the path of an article's page under the site's root).
 */
export function encodeReading(saved: SavedStories, visits: Visits, base: string): string {
  const read = Object.entries(visits).flatMap(([path, visit]) =>
    path.startsWith(base) ? [[path.slice(base.length), visit] as const] : [],
  );
  const file = { format, version, saved: [...saved.values()], read: Object.fromEntries(read) };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** Entries that are not what they should be are left out and counted. Undefined for a file of another kind. */
export function decodeReading(text: string, base: string): (ReadingRecord & { readonly leftOut: number }) | undefined {
  const file = parsed(text);
  if (!isRecord(file) || file["format"] !== format || file["version"] !== version) return undefined;
  const stories = Array.isArray(file["saved"]) ? (file["saved"] as unknown[]) : [];
  const visits = Object.entries(isRecord(file["read"]) ? file["read"] : {});
  const saved = stories.flatMap((entry) => savedFrom(entry) ?? []);
  const read = visits.flatMap(([path, entry]) => {
    const visit = visitFrom(entry);
    return visit && /^articles\/[^/?#]+$/u.test(path) ? [[base + path, visit] as const] : [];
  });
  return {
    saved,
    visits: Object.fromEntries(read),
    leftOut: stories.length - saved.length + visits.length - read.length,
  };
}

/** Of two that are of one article the later one stays. */
export function mergedVisits(here: Visits, there: Visits): Visits {
  const later = Object.entries(there).filter(([path, { at }]) => !(here[path] && here[path].at >= at));
  return { ...here, ...Object.fromEntries(later) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textIn(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = record[name];
  return typeof value === "string" ? value : undefined;
}

/** Pictures are not taken over: their addresses are the site's to say, which is asked when the story is opened. */
function savedFrom(entry: unknown): SavedStory | undefined {
  if (!isRecord(entry) || !isRecord(entry["story"]) || typeof entry["saved"] !== "number") return undefined;
  const told = entry["story"];
  const section = isRecord(told["section"]) ? told["section"] : {};
  const slug = textIn(told, "slug");
  const published = parseInstant(textIn(told, "published") ?? "");
  const updated = parseInstant(textIn(told, "updated") ?? "");
  const headline = textIn(told, "headline");
  const sectionSlug = slugOf(textIn(section, "slug") ?? "");
  if (!slug || slugOf(slug) !== slug || !published || !headline || !sectionSlug) return undefined;
  const kicker = textIn(told, "kicker");
  const story: Headline = {
    id: textIn(told, "id") ?? slug,
    slug: slugOf(slug) ?? sectionSlug,
    headline,
    ...(kicker && { kicker }),
    summary: textIn(told, "summary") ?? "",
    section: { slug: sectionSlug, name: textIn(section, "name") ?? sectionSlug },
    published,
    ...(updated && { updated }),
    language: (textIn(told, "language") ?? "en") as Language,
    direction: directionFrom(told),
    minutes: typeof told["minutes"] === "number" ? told["minutes"] : 1,
  };
  return { story, saved: entry["saved"] };
}

function visitFrom(entry: unknown): Visit | undefined {
  if (!isRecord(entry) || typeof entry["at"] !== "number") return undefined;
  const text = textIn(entry, "text");
  return {
    version: textIn(entry, "version") ?? "",
    at: entry["at"],
    headline: textIn(entry, "headline") ?? "",
    language: textIn(entry, "language") ?? "",
    direction: directionFrom(entry),
    ...(typeof entry["block"] === "number" && text !== undefined && { block: entry["block"], text }),
  };
}

function directionFrom(record: Readonly<Record<string, unknown>>): Direction {
  return record["direction"] === "rtl" ? "rtl" : "ltr";
}
