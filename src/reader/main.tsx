import "./reader.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createBrowserRouter, type DataRouter, RouterProvider } from "react-router";
import { printedPage } from "#edition/rendered-page.ts";
import { fetchEdition } from "./fetch-edition.ts";
import { openNewsstand } from "./newsstand.ts";
import { inlinedFiles, printedHere, stayHere, takeOver, untilLoaded, untilStyled } from "./printed-page.ts";
import { readerRoutes } from "./routes.tsx";

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

/** Not awaited at the top: pages that are loaded later import from this very module. */
async function open(container: HTMLElement): Promise<void> {
  const isPrinted = printedHere(container, root);
  if (isPrinted) stayHere();
  await untilStyled();
  const loading = createBrowserRouter(readerRoutes(newsstand, client), { basename });
  // Whatever stands in the page already stays until there is something better.
  if (container.firstElementChild) await untilLoaded(loading);
  // In slices: the page is being read, and may be left, meanwhile.
  if (isPrinted) startTransition(() => void hydrateRoot(container, drawn(takeOver(loading, basename))));
  else createRoot(container).render(drawn(loading));
  // From now on the edition is asked for what it says today.
  inlined.clear();
}

function drawn(router: DataRouter): ReactNode {
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  );
}

const container = document.getElementById(printedPage.appId);
if (!container) throw new Error("The page has no place for the reader.");
void open(container);
