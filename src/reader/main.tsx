import "./reader.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { hireDesk } from "./desk.ts";
import { fetchEdition } from "./fetch-edition.ts";
import { openNewsstand } from "./newsstand.ts";
import { readerRoutes } from "./routes.tsx";

/** The built scripts lie in a folder under the site's root, wherever that is on its host. */
const root = new URL(import.meta.env.DEV ? "/" : "..", import.meta.url).href;

const newsstand = openNewsstand({ root, fetchText: fetchEdition, hireDesk, now: () => Date.now() });
const client = new QueryClient();
const router = createBrowserRouter(readerRoutes(newsstand, client), {
  basename: new URL(root).pathname.replace(/\/$/u, "") || "/",
});

const container = document.getElementById("reader");
if (!container) throw new Error("The page has no place for the reader.");
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
