import { useSuspenseQuery } from "@tanstack/react-query";
import type { ListIndex } from "#edition/list-index.ts";
import { listTitle, overviewTitle } from "#edition/list-titles.ts";
import { pageHead } from "#edition/page-head.ts";
import { addresses, type ListKind } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { listIndexQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";
import { sayArticles, sayNothingListed } from "./words.ts";

/** All sections, topics, places, authors, picture credits or months, with how much each holds. */
export function OverviewPage({ kind }: { kind: ListKind }) {
  const { edition, manifest } = useReading();
  const { data: index } = useSuspenseQuery(listIndexQuery(edition, kind));
  const { newsroom } = manifest;
  const title = overviewTitle(kind);
  const path = addresses.overview(kind);
  usePageHead(pageHead(newsroom, { title, description: `${title} in ${newsroom.name}.`, path }));
  const groups = kind === "months" ? byYear(index) : [{ name: undefined, lists: index.lists }];
  return (
    <>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {title}
        </h1>
      </header>
      {index.lists.length === 0 && <p>{sayNothingListed(kind)}</p>}
      {groups.map(({ name, lists }) => (
        <section key={name ?? ""} className="overview">
          {name && <h2 className="headline headline-m">{name}</h2>}
          <ul className="overview-lists">
            {lists.map((list) => (
              <li key={list.slug}>
                <EditionLink to={addresses.list(kind, list.slug)}>
                  <bdi>{listTitle({ kind, ...list }, newsroom.language)}</bdi>
                </EditionLink>
                <span className="meta">{sayArticles(list.count)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Months, newest first, under their years. */
function byYear({ lists }: ListIndex): { readonly name: string; readonly lists: ListIndex["lists"] }[] {
  const years = new Map<string, ListIndex["lists"][number][]>();
  for (const list of lists) {
    const year = list.slug.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), list]);
  }
  return [...years].map(([name, months]) => ({ name, lists: months }));
}
