import * as v from "valibot";
import type { Article, Byline, Named } from "#domain/article.ts";
import type { FieldReader } from "#domain/field-reader.ts";
import { type Instant, parseInstant } from "#domain/instant.ts";
import type { Picture } from "#domain/picture.ts";
import { parseSlug, slugOf } from "#domain/slug.ts";
import { safeAddress } from "#domain/web-address.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const optional = <Output>(schema: v.GenericSchema<unknown, Output>) => v.optional(v.fallback(v.nullable(schema), null));

export const instant = v.pipe(
  v.string(),
  v.rawTransform<string, Instant>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseInstant(dataset.value);
    if (parsed) return parsed;
    addIssue({ message: "not an ISO 8601 date" });
    return NEVER;
  }),
);

/** A name alone, or with more: "World", { "name": "World", "slug": "world" }. */
export const named = v.pipe(
  v.union([text, v.object({ name: text, slug: optional(text) })]),
  v.rawTransform<string | { name: string; slug?: string | null | undefined }, Named>(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    const name = typeof value === "string" ? value : value.name;
    const slug = (typeof value !== "string" && value.slug && parseSlug(value.slug)) || slugOf(name);
    if (slug) return { name, slug };
    addIssue({ message: "no letter or digit" });
    return NEVER;
  }),
);

const webLink = (base: string | undefined, use: "link" | "media") =>
  v.pipe(
    text,
    v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
      const url = safeAddress(dataset.value, use, base);
      if (url) return url;
      addIssue({ message: "not a web address" });
      return NEVER;
    }),
  );

/** Bylines as names or as { name, role, url }. */
export function bylines(base: string | undefined): v.GenericSchema<unknown, Byline[]> {
  const full = v.object({ name: text, role: optional(text), url: optional(webLink(base, "link")) });
  return v.pipe(
    v.array(v.union([text, full])),
    v.transform((list) =>
      list.flatMap((one): Byline[] => {
        const { name, role, url } = typeof one === "string" ? { name: one } : one;
        const slug = slugOf(name);
        return slug ? [{ name, slug, ...(role && { role }), ...(url && { url }) }] : [];
      }),
    ),
  );
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));

function pictures(base: string | undefined): v.GenericSchema<unknown, Picture[]> {
  const picture = v.object({
    url: optional(webLink(base, "media")),
    alt: optional(v.string()),
    caption: optional(text),
    credit: optional(text),
    focal: optional(v.object({ x: share, y: share })),
    width: optional(pixels),
    height: optional(pixels),
    drawn: optional(v.boolean()),
  });
  return v.pipe(
    v.array(picture),
    v.transform((list) =>
      list.map(
        ({ url, alt, caption, credit, focal, width, height, drawn }): Picture => ({
          ...(url && { url }),
          alt: alt ?? "",
          ...(caption && { caption }),
          ...(credit && { credit }),
          ...(focal && { focal }),
          ...(width && { width }),
          ...(height && { height }),
          ...(drawn && { drawn }),
        }),
      ),
    ),
  );
}

const release = v.variant("kind", [
  v.object({ kind: v.literal("live") }),
  v.object({ kind: v.literal("embargoed"), until: instant }),
  v.object({ kind: v.literal("withdrawn"), reason: text }),
]);

const dateline = v.pipe(
  v.object({ printed: text, place: text, region: optional(text), agency: optional(text), filed: optional(instant) }),
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
  >
>;

export function readDatelineExtension({ read }: FieldReader, base: string | undefined): DatelineExtension {
  const slug = read("slug", v.pipe(text, v.transform(slugOf)), "lower case letters, digits and hyphens");
  const found = {
    slug,
    headlineDerived: read("headlineDerived", v.boolean(), "true or false"),
    kicker: read("kicker", text, "a text"),
    standfirst: read("standfirst", text, "a text"),
    bylines: read("bylines", bylines(base), "a list of names"),
    dateline: read("dateline", dateline, `an object with "printed" and "place"`),
    section: read("section", named, "a section's name"),
    topics: read("topics", v.array(named), "a list of names"),
    places: read("places", v.array(named), "a list of names"),
    published: read("published", instant, "an ISO 8601 date"),
    updated: read("updated", instant, "an ISO 8601 date"),
    pictures: read("pictures", pictures(base), `a list of pictures with "url", "alt", "caption" and "credit"`),
    release: read("release", release, `"live", "embargoed" with "until", or "withdrawn" with "reason"`),
    corrections: read(
      "corrections",
      v.array(v.object({ at: instant, text })),
      `a list of corrections with "at" and "text"`,
    ),
    sources: read(
      "sources",
      v.array(v.object({ title: text, url: webLink(base, "link") })),
      `a list of sources with "title" and "url"`,
    ),
    licence: read("licence", text, "a text"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DatelineExtension;
}
