import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { useLocation } from "react-router";
import { clockOf } from "#ui/print-time.ts";
import { Colophon } from "./colophon.tsx";
import { FrameContext } from "./frame-context.ts";
import { PrintedAddress, PrintedName } from "./imprint.tsx";
import { Masthead, Nameplate } from "./masthead.tsx";
import { usePageNavigation } from "./page-navigation.ts";
import { manifestQuery } from "./queries.ts";
import { ReadingContext } from "./reading.ts";
import { SlowNote } from "./slow-note.tsx";
import { useFollowedLinks } from "./use-followed-links.ts";
import { useNow } from "./use-now.ts";
import { usePrefetch } from "./use-prefetch.ts";
import { useRouteFocus } from "./use-route-focus.ts";
import { useTakenOver } from "./use-taken-over.ts";
import { useTools } from "./use-tools.ts";
import type { LoadView, ViewFrame } from "./view.ts";

const LiveStories = lazy(async () => ({ default: (await import("./live-stories.tsx")).LiveStories }));

export type EditionFrameProps = ViewFrame & {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly load: LoadView;
  readonly children: ReactNode;
};

/** What stands around every page of an edition. */
export function EditionFrame({ opened, note, now, load, children }: EditionFrameProps) {
  const { edition, words } = opened;
  const { data: manifest } = useSuspenseQuery(manifestQuery(edition));
  const { pathname } = useLocation();
  const { isBusy } = usePageNavigation();
  useRouteFocus();
  const isOpened = edition.opened !== undefined;
  const root = edition.base + (isOpened ? "opened/" : "");
  useFollowedLinks(edition.base);
  usePrefetch(edition.base, load);
  useTakenOver();
  const { newsroom } = manifest;
  const present = useNow(now);
  const clock = useMemo(() => clockOf(newsroom, present), [newsroom, present]);
  const reading = useMemo(() => ({ edition, manifest }), [edition, manifest]);
  const frame = useMemo(() => ({ root, isOpened, words, clock }), [root, isOpened, words, clock]);
  const tools = useTools(reading);
  const isFront = /^\/(?:opened\/?)?$/u.test(pathname);
  return (
    <FrameContext value={frame}>
      <ReadingContext value={reading}>
        <a className="skip-link" href="#main" {...words.attributes}>
          {words.plain.skip}
        </a>
        {isFront ? <Nameplate manifest={manifest} /> : <Masthead manifest={manifest} />}
        {note}
        <PrintedName newsroom={newsroom} />
        <main id="main" className="page main" tabIndex={-1} aria-busy={isBusy}>
          {children}
        </main>
        <PrintedAddress newsroom={newsroom} />
        <Colophon edition={edition} manifest={manifest} />
        {edition.live && (
          <Suspense>
            <LiveStories edition={edition} live={edition.live} />
          </Suspense>
        )}
        {tools}
        <SlowNote isBusy={isBusy} />
      </ReadingContext>
    </FrameContext>
  );
}
