import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { Outlet, ScrollRestoration, useLoaderData, useLocation, useNavigation } from "react-router";
import { clockOf } from "#ui/print-time.ts";
import { Colophon } from "./colophon.tsx";
import type { OpenedEdition } from "./edition-source.ts";
import { FrameContext } from "./frame-context.ts";
import { PrintedAddress, PrintedName } from "./imprint.tsx";
import { Masthead, Nameplate } from "./masthead.tsx";
import { manifestQuery } from "./queries.ts";
import type { Reading } from "./reading.ts";
import { SlowNote } from "./slow-note.tsx";
import { useFollowedLinks } from "./use-followed-links.ts";
import { useNow } from "./use-now.ts";
import { usePrefetch } from "./use-prefetch.ts";
import { useRouteFocus } from "./use-route-focus.ts";
import { useTakenOver } from "./use-taken-over.ts";
import { useTools } from "./use-tools.ts";

const LiveStories = lazy(async () => ({ default: (await import("./live-stories.tsx")).LiveStories }));

type Props = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fetches the page at a path of the app ahead. */
  readonly prefetch: (path: string) => void;
  /** Stands over all of its pages. */
  readonly note?: ReactNode;
};

/** What stands around every page of an edition. */
export function EditionFrame({ now, prefetch, note }: Props) {
  const { edition, words } = useLoaderData<OpenedEdition>();
  const { data: manifest } = useSuspenseQuery(manifestQuery(edition));
  const { pathname } = useLocation();
  const isBusy = useNavigation().state === "loading";
  useRouteFocus();
  const isOpened = edition.opened !== undefined;
  const root = edition.base + (isOpened ? "opened/" : "");
  useFollowedLinks(edition.base);
  usePrefetch(edition.base, prefetch);
  useTakenOver();
  const clock = clockOf(manifest.newsroom, useNow(now));
  const reading: Reading = { edition, manifest };
  const tools = useTools(reading);
  const isFront = /^\/(?:opened\/?)?$/u.test(pathname);
  return (
    <FrameContext value={{ root, isOpened, words, clock }}>
      <a className="skip-link" href="#main" {...words.attributes}>
        {words.plain.skip}
      </a>
      {isFront ? <Nameplate manifest={manifest} /> : <Masthead manifest={manifest} />}
      {note}
      <PrintedName newsroom={manifest.newsroom} />
      <main id="main" className="page main" tabIndex={-1} aria-busy={isBusy}>
        <Outlet context={reading} />
      </main>
      <PrintedAddress newsroom={manifest.newsroom} />
      <Colophon edition={edition} manifest={manifest} />
      {edition.live && (
        <Suspense>
          <LiveStories edition={edition} live={edition.live} />
        </Suspense>
      )}
      {tools}
      <SlowNote isBusy={isBusy} />
      <ScrollRestoration />
    </FrameContext>
  );
}
