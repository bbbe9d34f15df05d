import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import type { Edition } from "./edition-source.ts";
import { readerRoutes } from "./routes.tsx";

/** A page as it is before any script runs. */
export type RenderedPage = {
  /** What stands in the page's place for the reader. */
  readonly html: string;
  /** The edition's files that the page was drawn from, by path: with them the app draws the same page again. */
  readonly files: ReadonlyMap<string, string>;
};

/**
 * Draws pages of an edition without a browser. `load` gives the text of an edition's file, or throws EditionProblem;
 * `basePath` is where the site lies on its host ("/" or "/news/"). Dates are drawn without regard to the present, so that
 * the same edition gives the same bytes.
 */
export function pageRenderer(
  load: (path: string) => Promise<string>,
  basePath: string,
): (path: string) => Promise<RenderedPage> {
  const basename = basePath.replace(/\/$/u, "") || "/";
  return async (path) => {
    const files = new Map<string, string>();
    const edition: Edition = {
      key: "site",
      base: basePath,
      load: async (file) => {
        const text = await load(file);
        files.set(file, text);
        return text;
      },
      search: async () => {
        throw new Error("A page that is printed cannot be searched.");
      },
    };
    const client = new QueryClient();
    const newsstand = {
      site: async () => edition,
      opened: () => undefined,
      openFiles: async () => undefined,
      now: () => Number.NaN,
    };
    const handler = createStaticHandler(readerRoutes(newsstand, client), { basename });
    const context = await handler.query(new Request(`https://site.invalid${basePath}${path}`));
    if (context instanceof Response) throw new Error(`The page ${path} leads elsewhere.`);
    const html = renderToString(
      <QueryClientProvider client={client}>
        <StaticRouterProvider
          router={createStaticRouter(handler.dataRoutes, context)}
          context={context}
          hydrate={false}
        />
      </QueryClientProvider>,
    );
    client.clear();
    return { html, files };
  };
}
