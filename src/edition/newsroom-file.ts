import * as v from "valibot";
import type { Named } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { fieldReader, isRecord, parsedBy, sayFound } from "#domain/field-reader.ts";
import { faultInJson } from "#domain/json-fault.ts";
import { type Language, parseLanguage } from "#domain/language.ts";
import { nearestOf } from "#domain/nearest.ts";
import type { NamedSearch, Newsroom } from "#domain/newsroom.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import { safeAddress, siteAddress } from "#domain/web-address.ts";

/** A newsroom of which nothing is known but its name. */
export function usualNewsroom(name: string): Newsroom {
  return {
    name,
    language: "en" as Language,
    timeZone: "UTC",
    sections: [],
    defaultSection: { name: "News", slug: "news" as Slug },
  };
}

/**
 * Reads newsroom.json. Every field may be missing; one that is wrong or unknown is left out and told of. `usual` stands in for both.
 */
export function parseNewsroom(
  json: string,
  file: string,
  usual: Newsroom,
): { readonly newsroom: Newsroom; readonly problems: readonly CopyProblem[] } {
  const problems: CopyProblem[] = [];
  const settings = parsed(json);
  if (!isRecord(settings)) {
    const fault = settings === undefined ? faultInJson(json.replace(/^\ufeff/u, "")) : undefined;
    problems.push({
      file,
      ...(fault && { field: `line ${fault.line}` }),
      found: fault?.found ?? sayFound(settings),
      expected: fault?.expected ?? `an object such as { "name": "The Courier" }`,
      mend: "The usual settings were used.",
    });
    return { newsroom: usual, problems };
  }
  const { read, readList } = fieldReader(settings, file, "", problems);
  const sections = withoutTwins(readList("sections", section, "a section's name")) ?? usual.sections;
  const chosen = read("defaultSection", section, "a section's name") ?? sections[0] ?? usual.defaultSection;
  const said = {
    name: read("name", text, "a text"),
    tagline: read("tagline", text, "a text"),
    url: read("url", siteUrl, "the site's public web address"),
    language: read("language", language, "a language such as en"),
    timeZone: read("timeZone", timeZone, "a time zone such as Asia/Karachi"),
    lead: read("lead", text, "an article's slug"),
    licence: read("licence", text, "a text"),
    live: read("live", feedAddress, "a feed's address"),
    digits: read("digits", digits, "a numbering system such as latn or arabext"),
    searches: withoutTwins(
      readList("searches", search, `a search such as { "name": "Ferries", "query": "ferry section:harbour" }`),
    ),
    hourCycle: read("hourCycle", v.picklist(["h12", "h23"]), "h12 or h23"),
  };
  const newsroom: Newsroom = {
    ...usual,
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Newsroom>),
    sections,
    defaultSection: sections.find(({ slug }) => slug === chosen.slug) ?? chosen,
  };
  const known = ["sections", "defaultSection", ...Object.keys(said)];
  const unknown = Object.keys(settings).filter((key) => !known.includes(key) && !isRemark(key));
  problems.push(...unknown.map((key) => unknownSetting(key, known, file)));
  return { newsroom, problems };
}

/** JSON has no comments, so people write "_note" or "//"; "$schema" is for editors. */
function isRemark(key: string): boolean {
  return /^[_/#$]/u.test(key);
}

function unknownSetting(key: string, known: readonly string[], file: string): CopyProblem {
  const nearest = nearestOf(key, known);
  return {
    file,
    field: key,
    found: "no setting that Dateline knows",
    expected: nearest ?? `one of ${known.toSorted().join(", ")}`,
    mend: nearest === undefined ? "It was left out." : `It was left out: write it as “${nearest}”.`,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, ""));
  } catch {
    return undefined;
  }
}

/** Two sections with one slug would share a page, and two searches a feed. */
function withoutTwins<One extends Named>(those: readonly One[] | undefined): readonly One[] | undefined {
  return those?.filter(({ slug }, at) => those.findIndex((one) => one.slug === slug) === at);
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const section = v.pipe(
  v.union([text, v.object({ name: text, slug: v.optional(text) })]),
  parsedBy<string | { name: string; slug?: string | undefined }, Named>((value) => {
    const { name, slug: own } = typeof value === "string" ? { name: value } : value;
    const slug = slugOf(own ?? name);
    return slug && { name, slug };
  }),
);

const search = v.pipe(
  v.object({ name: text, query: v.pipe(text, v.maxLength(1_000)) }),
  parsedBy<{ name: string; query: string }, NamedSearch>(({ name, query }) => {
    const slug = slugOf(name);
    return slug && { name, slug, query };
  }),
);

const siteUrl = v.pipe(text, parsedBy(siteAddress));

const feedAddress = v.pipe(
  text,
  parsedBy((address: string) => safeAddress(address, "document")),
);

const language = v.pipe(text, parsedBy(parseLanguage));

const digits = v.pipe(
  text,
  parsedBy((name: string) => (Intl.supportedValuesOf("numberingSystem").includes(name) ? name : undefined)),
);

const timeZone = v.pipe(
  text,
  parsedBy((name: string) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      return undefined;
    }
  }),
);
