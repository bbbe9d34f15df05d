import * as v from "valibot";
import type { Article, Byline, Named } from "#domain/article.ts";
import { type FieldReader, isMissing, parsedBy } from "#domain/field-reader.ts";
import { parseInstant } from "#domain/instant.ts";
import { type Picture, renditionFormats } from "#domain/picture.ts";
import { shortened } from "#domain/shorten.ts";
import { parseSlug, slugOf } from "#domain/slug.ts";
import { safeAddress } from "#domain/web-address.ts";
import { plain } from "./plain.ts";

/** A name or a headline is cut here: what is longer was made to do harm, and no page has room for it. */
export const longestLine = 500;

/** Text on one line: a name, a caption. */
export const line = v.pipe(v.string(), v.transform(plain), v.nonEmpty());
const name = v.pipe(
  line,
  v.transform((text) => shortened(text, longestLine)),
);

/** A field that is missing, blank or wrong is absent. */
const optional = <Output>(schema: v.GenericSchema<unknown, Output>) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value): Output | undefined => {
        const parsed = isMissing(value) ? undefined : v.safeParse(schema, value);
        return parsed?.success ? parsed.output : undefined;
      }),
    ),
  );

/** What never changes of an article; some feeds count theirs. */
export const id = v.union([v.pipe(v.string(), v.trim(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))]);

export const instant = v.pipe(v.string(), parsedBy(parseInstant));

/** A name alone, or with more: "World", { "name": "World", "slug": "world" }. */
export const named = v.pipe(
  v.union([name, v.pipe(v.number(), v.transform(String)), v.object({ name, slug: optional(v.string()) })]),
  parsedBy<string | { name: string; slug?: string | undefined }, Named>((value) => {
    const { name: printed, slug: own = "" } = typeof value === "string" ? { name: value } : value;
    const slug = parseSlug(own) ?? slugOf(printed);
    return slug && { name: printed, slug };
  }),
);

/** A byline as a name or as { name, role, url }. Its address is still as the copy has it. */
export const byline = v.pipe(
  v.union([name, v.object({ name, role: optional(name), url: optional(v.string()) })]),
  parsedBy<string | { name: string; role?: string | undefined; url?: string | undefined }, Byline>((value) => {
    const { name: printed, role, url } = typeof value === "string" ? { name: value } : value;
    const slug = slugOf(printed);
    return slug && { name: printed, slug, ...(role && { role }), ...(url && { url }) };
  }),
);

/** With its address resolved, and without one that is not safe. */
export function addressed<Addressed extends { readonly url?: string }>(
  { url: written, ...rest }: Addressed,
  use: "link" | "media",
  base: string | undefined,
): Omit<Addressed, "url"> & { readonly url?: string } {
  const url = written === undefined ? undefined : safeAddress(written, use, base);
  return { ...rest, ...(url && { url }) };
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const renditions = v.object({
  formats: v.array(v.picklist(renditionFormats)),
  widths: v.pipe(v.array(whole), v.minLength(1), v.maxLength(20)),
});

const picture = v.pipe(
  v.object({
    url: optional(v.string()),
    alt: optional(line),
    caption: optional(line),
    credit: optional(line),
    focal: optional(v.object({ x: share, y: share })),
    width: optional(whole),
    height: optional(whole),
    renditions: optional(renditions),
    bytes: optional(whole),
    placeholder: optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{9}$/u))),
    drawn: optional(v.boolean()),
  }),
  v.transform(
    ({ url, alt, caption, credit, focal, width, height, renditions: printed, bytes, placeholder, drawn }): Picture => ({
      ...(url && { url }),
      alt: alt ?? "",
      ...(caption && { caption }),
      ...(credit && { credit }),
      ...(focal && { focal }),
      ...(width && { width }),
      ...(height && { height }),
      ...(printed && { renditions: printed }),
      ...(bytes && { bytes }),
      ...(placeholder && { placeholder }),
      ...(drawn && { drawn }),
    }),
  ),
);

const slug = v.pipe(v.string(), parsedBy(slugOf));
const correction = v.object({ at: instant, text: line });
const source = (base: string | undefined) =>
  v.object({
    title: line,
    url: v.pipe(
      v.string(),
      parsedBy((address: string) => safeAddress(address, "link", base)),
    ),
  });

const release = v.variant("kind", [
  v.object({ kind: v.literal("live") }),
  v.object({ kind: v.literal("embargoed"), until: instant }),
  v.object({ kind: v.literal("withdrawn"), reason: line }),
]);

const dateline = v.pipe(
  v.object({ printed: name, place: name, region: optional(name), agency: optional(name), filed: optional(instant) }),
  v.transform(({ printed, place, region, agency, filed }) => ({
    printed,
    place,
    ...(region && { region }),
    ...(agency && { agency }),
    ...(filed && { filed }),
  })),
);

/** What an item's `_dateline` says beyond the standard. Whatever is missing or wrong is absent. */
export type DatelineExtension = Partial<
  Pick<
    Article,
    | "slug"
    | "headlineDerived"
    | "kicker"
    | "standfirst"
    | "bylines"
    | "dateline"
    | "section"
    | "topics"
    | "places"
    | "published"
    | "updated"
    | "pictures"
    | "release"
    | "corrections"
    | "sources"
    | "licence"
    | "translationOf"
  >
>;

export function readDatelineExtension({ read, readList }: FieldReader, base: string | undefined): DatelineExtension {
  const found = {
    slug: read("slug", slug, "lower case letters, digits and hyphens"),
    headlineDerived: read("headlineDerived", v.boolean(), "true or false"),
    kicker: read("kicker", name, "a text"),
    standfirst: read("standfirst", line, "a text"),
    bylines: readList("bylines", byline, "a name")?.map((one) => addressed(one, "link", base)),
    dateline: read("dateline", dateline, `an object with "printed" and "place"`),
    section: read("section", named, "a section's name"),
    topics: readList("topics", named, "a name"),
    places: readList("places", named, "a name"),
    published: read("published", instant, "an ISO 8601 date"),
    updated: read("updated", instant, "an ISO 8601 date"),
    pictures: readList("pictures", picture, `a picture with "url", "alt", "caption" and "credit"`)?.map((one) =>
      addressed(one, "media", base),
    ),
    release: read("release", release, `"live", "embargoed" with "until", or "withdrawn" with "reason"`),
    corrections: readList("corrections", correction, `a correction with "at" and "text"`),
    sources: readList("sources", source(base), `a source with "title" and "url"`),
    licence: read("licence", line, "a text"),
    translationOf: read("translationOf", id, "the id of another item"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DatelineExtension;
}
