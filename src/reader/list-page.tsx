import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { type HeadlineList, newerPage, olderPage } from "#edition/headline-list.ts";
import { listTitle } from "#edition/list-titles.ts";
import { listHead } from "#edition/page-head.ts";
import { addresses, type ListKind, type PageNumber } from "#edition/paths.ts";
import type { Words } from "#words/words.ts";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { listAddress } from "./list-address.ts";
import { listQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { sayKind } from "./say.ts";
import { ListedStory, PicturedStory } from "./stories.tsx";
import { usePageHead } from "./use-page-head.ts";

const EndlessList = lazy(async () => ({ default: (await import("./endless-list.tsx")).EndlessList }));

/** The headlines of a section, topic, place, author, credit or month, newest first, a page at a time. */
export function ListPage({ kind }: { kind: ListKind }) {
  const { words, clock } = useFrame();
  const { edition, manifest } = useReading();
  const { data: list } = useSuspenseQuery(listQuery(edition, listAddress(kind, useParams())));
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
          <EndlessList edition={edition} list={list} />
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
      {list.headlines.map((story, at) =>
        at === 0 && leads(list) && story.picture ? (
          <li key={story.id} className="list-lead">
            <PicturedStory story={story} place="listLead" level={2} />
          </li>
        ) : (
          <li key={story.id}>
            <ListedStory story={story} />
          </li>
        ),
      )}
    </ol>
  );
}

/** A section's newest page begins with a story shown large. */
function leads({ kind, page }: HeadlineList): boolean {
  return kind === "sections" && page === "latest";
}

/** Pages are numbered from the oldest; a reader counts from the newest. */
function pageOf({ page, fullPages }: HeadlineList, words: Words): string {
  const printed = page === "latest" ? 1 : fullPages + 2 - page;
  return words.fill("page", { page: words.number(printed), pages: words.number(fullPages + 1) });
}

function PageLinks({ list }: { list: HeadlineList }) {
  const words = useWords();
  const newer = newerPage(list);
  const older = olderPage(list);
  if (newer === undefined && older === undefined) return null;
  const to = (page: PageNumber) => addresses.list(list.kind, list.slug, page);
  return (
    <nav className="page-links" aria-label={words.plain.pages}>
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
