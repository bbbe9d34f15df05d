import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Location, matchRoutes, type Params } from "react-router";
import { digitsOf } from "#domain/newsroom.ts";
import { loadWords } from "#words/load-words.ts";
import type { Edition, OpenedEdition } from "./edition-source.ts";
import { manifestQuery } from "./queries.ts";

/** What an address shows. */
export type View =
  /** A page of an edition, ready to be drawn. */
  | { readonly kind: "page"; readonly frame: ViewFrame; readonly page: ReactNode }
  /** What went wrong with it. */
  | { readonly kind: "failed"; readonly frame: ViewFrame; readonly problem: unknown }
  /** Why not even the edition could be opened. */
  | { readonly kind: "unopened"; readonly problem: unknown };

/** An address that shows nothing of its own leads to another path of the host. */
export type Elsewhere = { readonly kind: "elsewhere"; readonly path: string };

/** What stands around a page. */
export type ViewFrame = {
  readonly opened: OpenedEdition;
  /** Stands over all pages of the edition. */
  readonly note?: ReactNode;
};

/** An address as it was asked for: what the variable parts of its route stand for, and what follows the question mark. */
export type Asked = { readonly params: Params; readonly search: URLSearchParams };

/** Fetches what a page is drawn with, its part of the app and its data, and resolves to what is drawn. */
export type LoadPage = (edition: Edition, asked: Asked) => Promise<ReactNode>;

/** A page of the reader. */
export type PageRoute = {
  readonly path: string;
  /** Undefined where there is no such edition at the moment: then its pages lead to `otherwise`, a path of the app. */
  readonly open: () => Promise<Edition | undefined>;
  readonly otherwise?: string;
  readonly note?: () => Promise<ReactNode>;
  readonly load: LoadPage;
};

/** Resolves to what an address shows, whatever goes wrong. Pathnames are those of the host. */
export type LoadView = (address: Pick<Location, "pathname" | "search">) => Promise<View | Elsewhere>;

/** `basename` is the path of the site's root, without a slash at its end unless that is all there is. */
export function viewLoader(routes: readonly PageRoute[], client: QueryClient, basename: string): LoadView {
  const root = basename.replace(/\/$/u, "");
  const elsewhere = (path: string): Elsewhere => ({ kind: "elsewhere", path: root + path });
  const matchAmong = (among: PageRoute[], pathname: string) => matchRoutes(among, { pathname }, basename)?.[0];
  return async ({ pathname, search }) => {
    // Ranking all routes takes as long as drawing a small page, and nearly always one of a few is meant.
    const first = firstSegment(pathname.slice(root.length + 1));
    const likely = routes.filter(({ path }) => firstSegment(path) === first);
    const match = matchAmong(likely, pathname) ?? matchAmong([...routes], pathname);
    if (!match) return elsewhere("/");
    const { route, params } = match;
    let frame: ViewFrame | undefined;
    try {
      const edition = await route.open();
      if (!edition) return elsewhere(route.otherwise ?? "/");
      frame = await loadFrame(edition, route, client);
      return { kind: "page", frame, page: await route.load(edition, { params, search: new URLSearchParams(search) }) };
    } catch (problem) {
      return frame ? { kind: "failed", frame, problem } : { kind: "unopened", problem };
    }
  };
}

function firstSegment(path: string): string | undefined {
  return path.split("/", 1)[0];
}

async function loadFrame(edition: Edition, { note }: PageRoute, client: QueryClient): Promise<ViewFrame> {
  const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
  const words = await loadWords(newsroom.language, digitsOf(newsroom));
  return { opened: { edition, words }, note: await note?.() };
}
