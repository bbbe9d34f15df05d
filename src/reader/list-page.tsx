import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { type HeadlineList, newerPage, olderPage } from "#edition/headline-list.ts";
import { listTitle, pageOf } from "#edition/list-titles.ts";
import { listHead } from "#edition/page-head.ts";
import { addresses, type PageNumber } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { loadPart } from "./load-part.ts";
import { type ListAddress, listQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { sayKind } from "./say.ts";
import { StoryOfList } from "./story-of-list.tsx";
import { usePageHead } from "./use-page-head.ts";

const EndlessList = lazy(async () => ({ default: (await loadPart(() => import("./endless-list.tsx"))).EndlessList }));

/** The headlines of a section, topic, place, author, credit or month, newest first, a page at a time. */
export function ListPage({ address }: { address: ListAddress }) {
  const { kind } = address;
  const { words, clock } = useFrame();
  const { edition, manifest } = useReading();
  const { data: list } = useSuspenseQuery(listQuery(edition, address));
  const { newsroom } = manifest;
  const title = listTitle(list, newsroom);
  // A list of several pages is one long one as soon as there are scripts to draw it.
  const isEndless = list.page === "latest" && list.fullPages > 0 && clock.now !== undefined;
  usePageHead(listHead(newsroom, list, words));
  return (
    <>
      <header className="list-head">
        {kind !== "sections" && (
          <p className="kicker">
            <EditionLink to={addresses.overview(kind)}>{sayKind(kind, words)}</EditionLink>
          </p>
        )}
        <h1 className="headline headline-xl" tabIndex={-1} lang={newsroom.language}>
          {title}
        </h1>
        <p className="meta">
          {words.count("articles", list.count)}
          {list.fullPages > 0 && !isEndless && ` · ${pageOf(list, words)}`}
        </p>
      </header>
      {isEndless ? (
        <Suspense fallback={<Stories list={list} />}>
          {/* Each list has heights of its own. */}
          <EndlessList key={`${kind}/${list.slug}`} edition={edition} list={list} />
        </Suspense>
      ) : (
        <>
          <Stories list={list} />
          <PageLinks list={list} />
        </>
      )}
    </>
  );
}

function Stories({ list }: { list: HeadlineList }) {
  return (
    <ol className="listed-stories">
      {list.headlines.map((story, at) => (
        <li key={story.id}>
          <StoryOfList list={list} index={at} story={story} />
        </li>
      ))}
    </ol>
  );
}

function PageLinks({ list }: { list: HeadlineList }) {
  const words = useWords();
  const newer = newerPage(list);
  const older = olderPage(list);
  if (newer === undefined && older === undefined) return null;
  const to = (page: PageNumber) => addresses.list(list.kind, list.slug, page);
  return (
    <nav className="page-links" data-pages aria-label={words.plain.pages}>
      {newer !== undefined && (
        <EditionLink className="control" to={to(newer)} rel="next">
          {words.plain.newerStories}
        </EditionLink>
      )}
      {older !== undefined && (
        <EditionLink className="control" to={to(older)} rel="prev">
          {words.plain.olderStories}
        </EditionLink>
      )}
    </nav>
  );
}
