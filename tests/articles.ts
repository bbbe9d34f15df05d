import type { Article, Named } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type Slug, slugOf } from "#domain/slug.ts";

/** A section, topic, place or author by its name. */
export function named(name: string): Named {
  return { name, slug: slugOf(name) ?? ("x" as Slug) };
}

export const courier: Newsroom = {
  name: "The Courier",
  tagline: "News of the harbour",
  language: "en" as Language,
  timeZone: "UTC",
  sections: [named("Harbour"), named("Town")],
  defaultSection: named("Harbour"),
};

/** An article of which only what a test is about needs to be said. */
export function article(said: Partial<Omit<Article, "slug">> & { readonly headline: string }): Article {
  const slug = slugOf(said.headline) ?? ("article" as Slug);
  return {
    id: slug,
    slug,
    headlineDerived: false,
    bylines: [],
    section: named("Harbour"),
    topics: [],
    places: [],
    published: "2025-03-01T08:00:00Z" as Instant,
    language: "en" as Language,
    direction: "ltr",
    body: [{ kind: "paragraph", content: [`${said.headline}, in full.`] }],
    pictures: [],
    release: { kind: "live" },
    corrections: [],
    sources: [],
    provenance: { kind: "json-feed", file: "feed.json" },
    ...said,
  };
}

/** So many articles, a day apart, the newest last. */
export function articles(count: number, said: Partial<Article> = {}): Article[] {
  return Array.from({ length: count }, (_none, at) =>
    article({
      headline: `Story number ${at + 1}`,
      published: new Date(Date.UTC(2025, 0, 1 + at, 9)).toISOString().replace(".000", "") as Instant,
      ...said,
    }),
  );
}
