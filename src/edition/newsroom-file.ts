import * as v from "valibot";
import type { Named } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { fieldReader, isRecord, sayFound } from "#domain/field-reader.ts";
import { type Language, parseLanguage } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type Slug, slugOf } from "#domain/slug.ts";
import { safeAddress } from "#domain/web-address.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const section = v.union([text, v.object({ name: text, slug: v.optional(text) })]);

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
 * Reads newsroom.json. Every field may be missing; one that is wrong is left out and told of. `usual` stands in for both.
 */
export function parseNewsroom(
  json: string,
  file: string,
  usual: Newsroom,
): { readonly newsroom: Newsroom; readonly problems: readonly CopyProblem[] } {
  const problems: CopyProblem[] = [];
  let settings: unknown;
  try {
    settings = JSON.parse(json.replace(/^\ufeff/u, ""));
  } catch {
    settings = undefined;
  }
  if (!isRecord(settings)) {
    const found = settings === undefined ? "no JSON" : sayFound(settings);
    problems.push({
      file,
      found,
      expected: `an object such as { "name": "The Courier" }`,
      mend: "The usual settings were used.",
    });
    return { newsroom: usual, problems };
  }
  const { read } = fieldReader(settings, file, "", problems);
  const sections = (read("sections", v.array(section), "a list of names") ?? []).flatMap((one) => namedOf(one));
  const chosen = read("defaultSection", section, "a section's name");
  const defaultSection = (chosen === undefined ? undefined : namedOf(chosen)[0]) ?? sections[0] ?? usual.defaultSection;
  const url = read("url", webAddress, "the site's public web address");
  const optional = {
    tagline: read("tagline", text, "a text"),
    url: url && (url.endsWith("/") ? url : `${url}/`),
    lead: read("lead", text, "an article's slug"),
    licence: read("licence", text, "a text"),
    live: read("live", text, "a feed's address"),
  };
  const newsroom: Newsroom = {
    name: read("name", text, "a text") ?? usual.name,
    language: read("language", language, "a language such as en") ?? usual.language,
    timeZone: read("timeZone", timeZone, "a time zone such as Asia/Karachi") ?? usual.timeZone,
    sections,
    defaultSection: sections.find(({ slug }) => slug === defaultSection.slug) ?? defaultSection,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
  return { newsroom, problems };
}

function namedOf(one: v.InferOutput<typeof section>): Named[] {
  const name = typeof one === "string" ? one : one.name;
  const slug = slugOf((typeof one !== "string" && one.slug) || name);
  return slug ? [{ name, slug }] : [];
}

const webAddress = v.pipe(
  text,
  v.check((address) => /^https?:/iu.test(address) && safeAddress(address, "document") !== undefined),
);

const language = v.pipe(
  text,
  v.rawTransform<string, Language>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseLanguage(dataset.value);
    if (parsed) return parsed;
    addIssue({ message: "not a language" });
    return NEVER;
  }),
);

const timeZone = v.pipe(
  text,
  v.check((name) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  }),
);
