import { useSuspenseQuery } from "@tanstack/react-query";
import type { ListIndex } from "#edition/list-index.ts";
import { listTitle, overviewTitle } from "#edition/list-titles.ts";
import { overviewHead } from "#edition/page-head.ts";
import { addresses, type ListKind } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { listIndexQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { sayNothingListed } from "./say.ts";
import { usePageHead } from "./use-page-head.ts";

/** All sections, topics, places, authors, picture credits or months, with how much each holds. */
export function OverviewPage({ kind }: { kind: ListKind }) {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { data: index } = useSuspenseQuery(listIndexQuery(edition, kind));
  const { newsroom } = manifest;
  usePageHead(overviewHead(newsroom, kind, words));
  const groups = kind === "months" ? byYear(index) : [{ name: undefined, lists: index.lists }];
  return (
    <>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {overviewTitle(kind, words)}
        </h1>
      </header>
      {index.lists.length === 0 && <p>{sayNothingListed(kind, words)}</p>}
      {groups.map(({ name, lists }) => (
        <section key={name ?? ""} className="overview">
          {name && <h2 className="headline headline-m">{name}</h2>}
          <ul className="overview-lists">
            {lists.map((list) => (
              <li key={list.slug}>
                <EditionLink to={addresses.list(kind, list.slug)}>
                  <bdi>{listTitle({ kind, ...list }, newsroom)}</bdi>
                </EditionLink>
                <span className="meta">{words.count("articles", list.count)}</span>
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
