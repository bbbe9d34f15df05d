import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { addresses, type ListKind, listKinds } from "#edition/paths.ts";
import { ArticlePage } from "./article-page.tsx";
import type { Edition, Newsstand } from "./edition-source.ts";
import { listAddress } from "./list-address.ts";
import { loadPart } from "./load-part.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { articleQuery, frontQuery, listIndexQuery, listQuery } from "./queries.ts";
import type { Asked, LoadPage, PageRoute } from "./view.ts";

type Route = Pick<PageRoute, "path" | "load">;

/** All pages of the reader: those of the site's edition, the same ones for opened files, and those that only the site has. */
export function readerRoutes(newsstand: Newsstand, client: QueryClient): readonly PageRoute[] {
  const site = { open: newsstand.site };
  const opened = {
    open: async () => newsstand.opened(),
    otherwise: `/${addresses.open}`,
    note: async () => {
      const { OpenedNote } = await loadPart(() => import("./opened-note.tsx"));
      return <OpenedNote />;
    },
  };
  return [
    ...[...pagesOf(client), ...pagesOfSite(newsstand, client), unknownPage].map((route) => ({ ...route, ...site })),
    ...[...pagesOf(client), unknownPage].map(({ path, load }) => ({ path: `opened/${path}`, load, ...opened })),
  ];
}

const unknownPage: Route = { path: "*", load: async () => <NotFoundPage /> };

function pagesOfSite({ openFiles, siteFile }: Newsstand, client: QueryClient): readonly Route[] {
  return [
    {
      path: addresses.open,
      load: async () => {
        const { OpenPage } = await loadPart(() => import("./open-page.tsx"));
        return <OpenPage openFiles={openFiles} />;
      },
    },
    {
      path: addresses.embedGuide,
      load: inPart(async () => (await import("./embed-guide-page.tsx")).loadEmbedGuide(client)),
    },
    {
      path: addresses.embed,
      load: inPart(async () => (await import("./embed-page.tsx")).loadEmbedPage(client, siteFile)),
    },
    {
      path: addresses.offline,
      load: inPart(async () => (await import("./offline/offline-page.tsx")).loadOfflinePage(client)),
    },
    {
      path: addresses.catchUp,
      load: inPart(async () => (await import("./catch-up/catch-up-page.tsx")).loadCatchUp(client)),
    },
  ];
}

/** A page whose part of the app says how it is loaded. */
function inPart(load: () => Promise<LoadPage>): LoadPage {
  return async (edition, asked) => (await loadPart(load))(edition, asked);
}

function pagesOf(client: QueryClient): readonly Route[] {
  const article = (edition: Edition, { params }: Asked) =>
    client.ensureQueryData(articleQuery(edition, params["slug"] ?? ""));
  return [
    {
      path: "",
      load: both(
        (edition) => client.ensureQueryData(frontQuery(edition)),
        async () => {
          const { FrontPage } = await import("./front-page.tsx");
          return <FrontPage />;
        },
      ),
    },
    {
      path: "articles/:slug",
      load: both(article, async ({ params }) => <ArticlePage slug={params["slug"] ?? ""} />),
    },
    {
      path: "articles/:slug/filed",
      load: both(article, async ({ params }) => {
        const { FiledPage } = await import("./filed-page.tsx");
        return <FiledPage slug={params["slug"] ?? ""} />;
      }),
    },
    ...listKinds.flatMap((kind) => listsOf(kind, client)),
    {
      path: addresses.settings,
      load: inPart(async () => (await import("./tools/settings-page.tsx")).loadSettingsPage(client)),
    },
    { path: addresses.saved, load: inPart(async () => (await import("./tools/saved-page.tsx")).loadSavedPage(client)) },
    {
      path: addresses.search,
      load: inPart(async () => (await import("./search/search-page.tsx")).loadSearchPage(client)),
    },
  ];
}

function listsOf(kind: ListKind, client: QueryClient): readonly Route[] {
  return [
    {
      path: addresses.overview(kind),
      load: both(
        (edition) => client.ensureQueryData(listIndexQuery(edition, kind)),
        async () => {
          const { OverviewPage } = await import("./overview-page.tsx");
          return <OverviewPage kind={kind} />;
        },
      ),
    },
    {
      path: kind === "months" ? "archive/:year/:month/:page?" : `${kind}/:slug/:page?`,
      load: both(
        (edition, { params }) => client.ensureQueryData(listQuery(edition, listAddress(kind, params))),
        async ({ params }) => {
          const { ListPage } = await import("./list-page.tsx");
          return <ListPage address={listAddress(kind, params)} />;
        },
      ),
    },
  ];
}

/** Fetches the data of a page, which it will ask the query cache for, and meanwhile its part of the app. */
function both(data: (edition: Edition, asked: Asked) => Promise<unknown>, page: (asked: Asked) => Promise<ReactNode>) {
  return async (edition: Edition, asked: Asked): Promise<ReactNode> => {
    const [drawn] = await Promise.all([loadPart(() => page(asked)), data(edition, asked)]);
    return drawn;
  };
}
