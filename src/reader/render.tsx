import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { EditionProblem } from "#edition/edition-problem.ts";
import { editionPaths } from "#edition/paths.ts";
import type { OpenPages, RenderedPage } from "#edition/rendered-page.ts";
import type { Edition } from "./edition-source.ts";
import { PageView } from "./page-view.tsx";
import { readerRoutes } from "./routes.tsx";
import { viewLoader } from "./view.ts";

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
  const basename = basePath.replace(/\/$/u, "") || "/";
  const loadView = viewLoader(readerRoutes(newsstand, client), client, basename);

  const draw = async (path: string): Promise<RenderedPage> => {
    // Every page shows what the manifest tells; of all else no two have the same.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== editionPaths.manifest });
    files = new Map([...files].filter(([file]) => file === editionPaths.manifest));
    const pathname = basePath + path;
    const view = await loadView({ pathname, search: "" });
    if (view.kind === "elsewhere") throw new Error(`The page ${path} leads elsewhere.`);
    if (view.kind !== "page" && !isMissing(view.problem)) throw view.problem;
    const html = renderToString(
      <QueryClientProvider client={client}>
        <StaticRouter basename={basename} location={pathname}>
          <PageView view={view} now={newsstand.now} load={loadView} />
        </StaticRouter>
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

/** Of what is not there a page can say so; whatever else is wrong is for whoever prints it to hear. */
function isMissing(problem: unknown): boolean {
  return problem instanceof EditionProblem && problem.kind === "missing";
}

async function unsearchable(): Promise<never> {
  throw new Error("A page that is printed cannot be searched.");
}
