import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { Outlet, ScrollRestoration, useLoaderData, useLocation, useNavigation } from "react-router";
import { Colophon } from "./colophon.tsx";
import { EditionRoot } from "./edition-link.tsx";
import type { Edition } from "./edition-source.ts";
import { Masthead, Nameplate } from "./masthead.tsx";
import { manifestQuery } from "./queries.ts";
import type { Reading } from "./reading.ts";
import { SlowNote } from "./slow-note.tsx";
import { useFollowedLinks } from "./use-followed-links.ts";
import { useNow } from "./use-now.ts";
import { usePrefetch } from "./use-prefetch.ts";
import { useRouteFocus } from "./use-route-focus.ts";
import { useTakenOver } from "./use-taken-over.ts";
import { interfaceLanguage, words } from "./words.ts";

const LiveStories = lazy(async () => ({ default: (await import("./live-stories.tsx")).LiveStories }));

/** What stands around every page of an edition. `now` gives milliseconds since 1970; a note stands over all of its pages. */
export function EditionFrame({ now, note }: { now: () => number; note?: ReactNode }) {
  const edition = useLoaderData<Edition>();
  const { data: manifest } = useSuspenseQuery(manifestQuery(edition));
  const { pathname } = useLocation();
  const isBusy = useNavigation().state === "loading";
  useRouteFocus();
  const root = edition.base + (edition.opened ? "opened/" : "");
  useFollowedLinks(edition.base);
  usePrefetch(edition, root);
  useTakenOver();
  const { language, timeZone } = manifest.newsroom;
  const reading: Reading = { edition, manifest, clock: { language, timeZone, now: useNow(now) } };
  const isFront = /^\/(?:opened\/?)?$/u.test(pathname);
  return (
    <EditionRoot value={root}>
      <a className="skip-link" href="#main" lang={interfaceLanguage}>
        {words.skip}
      </a>
      {isFront ? (
        <Nameplate manifest={manifest} clock={reading.clock} />
      ) : (
        <Masthead manifest={manifest} clock={reading.clock} />
      )}
      {note}
      <main id="main" className="page main" tabIndex={-1} aria-busy={isBusy}>
        <Outlet context={reading} />
      </main>
      <Colophon edition={edition} manifest={manifest} clock={reading.clock} />
      {edition.live && (
        <Suspense>
          <LiveStories edition={edition} live={edition.live} />
        </Suspense>
      )}
      <SlowNote isBusy={isBusy} />
      <ScrollRestoration />
    </EditionRoot>
  );
}
