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
 * Brings articles from all copy together, in whatever order it came. Of several with the same id the one that was updated
 * last is kept, and the others are spiked. A slug that is taken gets a number, the older article keeping the bare one, so
 * that addresses stay when stories are added.
 */
export function collate(copy: readonly Article[], now: number): Collation {
  const byId = new Map<string, Article[]>();
  for (const article of copy) {
    const versions = byId.get(article.id);
    if (versions) versions.push(article);
    else byId.set(article.id, [article]);
  }
  const spiked: CopyProblem[] = [];
  const unique = [...byId.values()].flatMap((versions) => {
    const [kept, ...others] = versions.length > 1 ? versions.sort(byLatest) : versions;
    if (kept) spiked.push(...others.map((other) => duplicate(other, kept)));
    return kept ?? [];
  });
  unique.sort((one, other) => epochOf(one.published) - epochOf(other.published) || compare(one.id, other.id));
  const freeSlug = slugGiver();
  const articles: Article[] = [];
  const withdrawn: Article[] = [];
  const held: Collation["held"][number][] = [];
  for (const article of unique) {
    const slug = freeSlug(article.slug);
    const named = slug === article.slug ? article : { ...article, slug };
    if (isReadable(named, now)) articles.push(named);
    else if (named.release.kind === "embargoed")
      held.push({ slug, headline: named.headline, until: named.release.until });
    else withdrawn.push(named);
  }
  return { articles, withdrawn, held, spiked };
}

/** Gives each article that asks a slug that none has yet. */
function slugGiver(): (wanted: Slug) => Slug {
  const taken = new Set<Slug>();
  const numbers = new Map<Slug, number>();
  return (wanted) => {
    let slug = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (taken.has(slug)) {
      number += 1;
      slug = numberedSlug(wanted, number);
    }
    numbers.set(wanted, number);
    taken.add(slug);
    return slug;
  };
}

/** The version that was updated last comes first; of equal ones the order does not depend on which was read first. */
function byLatest(one: Article, other: Article): number {
  return (
    epochOf(other.updated ?? other.published) - epochOf(one.updated ?? one.published) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  );
}

function duplicate(spiked: Article, kept: Article): CopyProblem {
  const mend =
    spiked.provenance.kind === "wire-text"
      ? "give its file another name if it is another story."
      : "give the other an id of its own if it is another story.";
  return {
    file: spiked.provenance.file,
    field: "id",
    found: `"${spiked.id}", which “${kept.headline}” in ${kept.provenance.file} has as well`,
    expected: "an id of its own",
    mend: `Of versions with one id the latest is printed; ${mend}`,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
