import { type Article, isReadable } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import { numberedSlug, type Slug } from "#domain/slug.ts";

export type Collation = {
  /** Oldest first, each with a slug and an id of its own: what is printed in lists. */
  readonly articles: readonly Article[];
  /** Printed only as a note that they were withdrawn. */
  readonly withdrawn: readonly Article[];
  /** Not printed yet. */
  readonly held: readonly { readonly slug: Slug; readonly headline: string; readonly until: Instant }[];
  readonly spiked: readonly CopyProblem[];
};

/**
 * Brings articles from all copy together. Of two with the same id the later updated one is kept, and the other spiked.
 * A slug that is taken gets a number, the older article keeping the bare one, so that addresses stay when stories are added.
 */
export function collate(copy: readonly Article[], now: number): Collation {
  const spiked: CopyProblem[] = [];
  const byId = new Map<string, Article>();
  for (const article of copy) {
    const known = byId.get(article.id);
    if (!known) byId.set(article.id, article);
    else {
      const isLater = lastTouched(article) > lastTouched(known);
      spiked.push(duplicate(isLater ? known : article, isLater ? article : known));
      if (isLater) byId.set(article.id, article);
    }
  }
  const sorted = [...byId.values()].sort(
    (one, other) => epochOf(one.published) - epochOf(other.published) || compare(one.id, other.id),
  );
  const taken = new Set<string>();
  const articles: Article[] = [];
  const withdrawn: Article[] = [];
  const held: Collation["held"][number][] = [];
  for (const article of sorted) {
    const slug = freeSlug(article.slug, taken);
    taken.add(slug);
    const named = slug === article.slug ? article : { ...article, slug };
    if (isReadable(named, now)) articles.push(named);
    else if (named.release.kind === "embargoed")
      held.push({ slug, headline: named.headline, until: named.release.until });
    else withdrawn.push(named);
  }
  return { articles, withdrawn, held, spiked };
}

function freeSlug(slug: Slug, taken: ReadonlySet<string>): Slug {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(numberedSlug(slug, number))) number += 1;
  return numberedSlug(slug, number);
}

function lastTouched(article: Article): number {
  return epochOf(article.updated ?? article.published);
}

function duplicate(spikedOne: Article, kept: Article): CopyProblem {
  return {
    file: spikedOne.provenance.file,
    field: "id",
    found: `"${spikedOne.id}", which “${kept.headline}” in ${kept.provenance.file} has as well`,
    expected: "an id of its own",
    mend: "The version that was updated last was kept; give the other an id of its own if it is another story.",
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
