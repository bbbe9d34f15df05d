import "./reader.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { UNSAFE_createBrowserHistory as createBrowserHistory } from "react-router";
import { printedPage } from "#edition/rendered-page.ts";
import { App } from "./app.tsx";
import { fetchEdition } from "./fetch-edition.ts";
import { applyFaces } from "./fetch-faces.ts";
import { openNavigation } from "./navigation.ts";
import { openNewsstand } from "./newsstand.ts";
import { PageLoading } from "./page-loading.tsx";
import { inlinedFiles, printedHere, untilStyled } from "./printed-page.ts";
import { readerRoutes } from "./routes.tsx";
import { viewLoader } from "./view.ts";

/** The built scripts lie in a folder under the site's root, wherever that is on its host. */
const root = new URL(import.meta.env.DEV ? "/" : "..", import.meta.url).href;

const inlined = inlinedFiles();
const newsstand = openNewsstand({
  root,
  fetchText: async (base, path) => inlined.get(path) ?? fetchEdition(base, path),
  hireDesk: async () => (await import("./desk.ts")).hireDesk(),
  now: () => Date.now(),
});
// Without a network, what is stored answers.
const client = new QueryClient({ defaultOptions: { queries: { networkMode: "always" } } });
const basename = new URL(root).pathname.replace(/\/$/u, "") || "/";
const load = viewLoader(readerRoutes(newsstand, client), client, basename);

/** Not awaited at the top: pages that are loaded later import from this very module. */
async function open(container: HTMLElement): Promise<void> {
  const isPrinted = printedHere(container, root);
  const isEmpty = container.firstElementChild === null;
  if (!isPrinted) applyFaces();
  await untilStyled();
  const opening = openNavigation(createBrowserHistory(), load, isPrinted);
  const inEmpty = isEmpty ? createRoot(container) : undefined;
  inEmpty?.render(<PageLoading />);
  // Whatever stands in the page already stays until there is something better.
  const navigation = await opening;
  const app = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <App navigation={navigation} basename={basename} now={newsstand.now} load={load} />
      </QueryClientProvider>
    </StrictMode>
  );
  // In slices: the page is being read, and may be left, meanwhile.
  if (isPrinted) startTransition(() => void hydrateRoot(container, app));
  else (inEmpty ?? createRoot(container)).render(app);
  // From now on the edition is asked for what it says today.
  inlined.clear();
}

const container = document.getElementById(printedPage.appId);
if (!container) throw new Error("The page has no place for the reader.");
void open(container);
