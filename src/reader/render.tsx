import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import type { OpenPages, RenderedPage } from "#edition/rendered-page.ts";
import type { Edition } from "./edition-source.ts";
import { readerRoutes } from "./routes.tsx";

/** Draws pages without a browser, and without regard to the present, so that the same edition gives the same bytes. */
export const openPages: OpenPages = (load, basePath) => {
  let files = new Map<string, string>();
  const edition: Edition = {
    key: "site",
    base: basePath,
    load: async (file) => {
      const text = await load(file);
      files.set(file, text);
      return text;
    },
    search: { open: unsearchable, ask: unsearchable, complete: unsearchable, passages: unsearchable },
  };
  const newsstand = {
    site: async () => edition,
    opened: () => undefined,
    openFiles: async () => undefined,
    siteFile: load,
    now: () => Number.NaN,
  };
  const client = new QueryClient();
  const handler = createStaticHandler(readerRoutes(newsstand, client), {
    basename: basePath.replace(/\/$/u, "") || "/",
  });

  const draw = async (path: string): Promise<RenderedPage> => {
    client.clear();
    files = new Map();
    const context = await handler.query(new Request(`https://site.invalid${basePath}${path}`));
    if (context instanceof Response) throw new Error(`The page ${path} leads elsewhere.`);
    const router = createStaticRouter(handler.dataRoutes, context);
    const html = renderToString(
      <QueryClientProvider client={client}>
        <StaticRouterProvider router={router} context={context} hydrate={false} />
      </QueryClientProvider>,
    );
    return { html, files };
  };
  // One after the other: they share the routes, the queries and the account of files.
  let last: Promise<unknown> = Promise.resolve();
  return (path) => {
    const drawn = last.then(() => draw(path));
    last = drawn.catch(() => undefined);
    return drawn;
  };
};

async function unsearchable(): Promise<never> {
  throw new Error("A page that is printed cannot be searched.");
}
