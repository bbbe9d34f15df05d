import type { QueryClient } from "@tanstack/react-query";
import { type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import { digitsOf } from "#domain/newsroom.ts";
import { addresses, type ListKind, listKinds } from "#edition/paths.ts";
import { loadWords } from "#words/load-words.ts";
import { ArticlePage } from "./article-page.tsx";
import { EditionFrame } from "./edition-frame.tsx";
import type { Edition, Newsstand, OpenedEdition } from "./edition-source.ts";
import { BareErrorPage, ErrorPage } from "./error-page.tsx";
import { listAddress } from "./list-address.ts";
import { loadPart } from "./load-part.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageLoading } from "./page-loading.tsx";
import { prefetch } from "./prefetch.ts";
import { articleQuery, frontQuery, listIndexQuery, listQuery, manifestQuery } from "./queries.ts";

/** All pages of the reader: those of the site's edition, the same ones for opened files, and the page that opens files. */
export function readerRoutes(newsstand: Newsstand, client: QueryClient): RouteObject[] {
  const opened = (): Promise<Edition> => {
    const edition = newsstand.opened();
    if (!edition) throw redirect("/open");
    return Promise.resolve(edition);
  };
  const openPage: RouteObject = {
    path: "open",
    lazy: async () => {
      const { OpenPage } = await loadPart(() => import("./open-page.tsx"));
      return { element: <OpenPage openFiles={newsstand.openFiles} /> };
    },
  };
  const embedGuidePage: RouteObject = {
    path: addresses.embedGuide,
    lazy: async () => (await loadPart(() => import("./embed-guide-page.tsx"))).embedGuideRoute(newsstand, client),
  };
  const embedPage: RouteObject = {
    path: "embed",
    lazy: async () => (await loadPart(() => import("./embed-page.tsx"))).embedRoute(newsstand, client),
  };
  const offlinePage: RouteObject = {
    path: addresses.offline,
    lazy: async () => (await loadPart(() => import("./offline/offline-page.tsx"))).offlineRoute(newsstand, client),
  };
  const catchUpPage: RouteObject = {
    path: addresses.catchUp,
    lazy: async () => (await loadPart(() => import("./catch-up/catch-up-page.tsx"))).catchUpRoute(newsstand, client),
  };
  const frame = { now: newsstand.now, prefetch: (path: string) => prefetch(routes, path) };
  const routes: RouteObject[] = [
    {
      ...editionRoute("/", newsstand.site, client, [openPage, embedPage, embedGuidePage, offlinePage, catchUpPage]),
      element: <EditionFrame {...frame} />,
    },
    {
      ...editionRoute("/opened", opened, client, []),
      lazy: async () => {
        const { OpenedNote } = await loadPart(() => import("./opened-note.tsx"));
        return { element: <EditionFrame {...frame} note={<OpenedNote />} /> };
      },
    },
  ];
  return routes;
}

function editionRoute(
  path: string,
  open: () => Promise<Edition>,
  client: QueryClient,
  further: readonly RouteObject[],
): RouteObject {
  return {
    path,
    loader: async (): Promise<OpenedEdition> => {
      const edition = await open();
      const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
      return { edition, words: await loadWords(newsroom.language, digitsOf(newsroom)) };
    },
    errorElement: <BareErrorPage />,
    hydrateFallbackElement: <PageLoading />,
    children: [{ errorElement: <ErrorPage />, children: [...pages(open, client), ...further, unknownPage] }],
  };
}

const unknownPage: RouteObject = { path: "*", element: <NotFoundPage /> };

/** Every loader fetches what its page will ask the query cache for, so that a page is drawn whole. */
function pages(open: () => Promise<Edition>, client: QueryClient): RouteObject[] {
  const loading = (load: (edition: Edition, args: LoaderFunctionArgs) => Promise<unknown>) => ({
    loader: async (args: LoaderFunctionArgs) => {
      await load(await open(), args);
      return null;
    },
  });
  /** For pages that say what the tools say. */
  const spoken = (toolWords: typeof import("./tools/tool-words-query.ts").toolWordsQuery) =>
    loading(async (edition) => {
      const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
      return client.ensureQueryData(toolWords(newsroom));
    });
  const article = loading((edition, { params }) => client.ensureQueryData(articleQuery(edition, params["slug"] ?? "")));
  const list = (kind: ListKind): Pick<RouteObject, "loader" | "lazy"> => ({
    ...loading((edition, { params }) => client.ensureQueryData(listQuery(edition, listAddress(kind, params)))),
    lazy: async () => {
      const { ListPage } = await loadPart(() => import("./list-page.tsx"));
      return { element: <ListPage kind={kind} /> };
    },
  });
  return [
    {
      index: true,
      ...loading((edition) => client.ensureQueryData(frontQuery(edition))),
      lazy: async () => ({ Component: (await loadPart(() => import("./front-page.tsx"))).FrontPage }),
    },
    { path: "articles/:slug", ...article, element: <ArticlePage /> },
    {
      path: "articles/:slug/filed",
      ...article,
      lazy: async () => ({ Component: (await loadPart(() => import("./filed-page.tsx"))).FiledPage }),
    },
    ...listKinds.flatMap((kind): RouteObject[] => {
      const overview: RouteObject = {
        path: addresses.overview(kind),
        ...loading((edition) => client.ensureQueryData(listIndexQuery(edition, kind))),
        lazy: async () => {
          const { OverviewPage } = await loadPart(() => import("./overview-page.tsx"));
          return { element: <OverviewPage kind={kind} /> };
        },
      };
      return [
        overview,
        { path: kind === "months" ? "archive/:year/:month/:page?" : `${kind}/:slug/:page?`, ...list(kind) },
      ];
    }),
    {
      path: addresses.settings,
      lazy: async () => {
        const { SettingsPage, toolWordsQuery } = await loadPart(() => import("./tools/settings-page.tsx"));
        return { ...spoken(toolWordsQuery), Component: SettingsPage };
      },
    },
    {
      path: addresses.saved,
      lazy: async () => {
        const { SavedPage, toolWordsQuery } = await loadPart(() => import("./tools/saved-page.tsx"));
        return { ...spoken(toolWordsQuery), Component: SavedPage };
      },
    },
    {
      path: "search",
      lazy: async () => {
        const { SearchPage, searchQueries, isNewToSearch } = await loadPart(() => import("./search/search-page.tsx"));
        return {
          ...loading((edition, { request }) => searchQueries(edition, new URL(request.url).searchParams, client)),
          shouldRevalidate: isNewToSearch,
          Component: SearchPage,
        };
      },
    },
  ];
}
