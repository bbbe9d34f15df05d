import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import { hydrateRoot, type Root } from "react-dom/client";
import { UNSAFE_createMemoryHistory as createMemoryHistory } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { App } from "#reader/app.tsx";
import { openNavigation } from "#reader/navigation.ts";
import { openNewsstand } from "#reader/newsstand.ts";
import { openPages } from "#reader/render.tsx";
import { readerRoutes } from "#reader/routes.tsx";
import { viewLoader } from "#reader/view.ts";
import { article, articles, named } from "../articles.ts";
import { now, printedSite, root, type Site } from "./open-reader.tsx";

const copy = [
  ...articles(70),
  article({
    headline: "لاچین میں ملاقات",
    language: "ur" as Language,
    direction: "rtl",
    published: "2025-03-02T07:00:00Z" as Instant,
  }),
  article({
    headline: "Ferry sails again",
    bylines: [named("Ada Lane")],
    topics: [named("Ferries")],
    places: [named("Lisbon")],
    pictures: [{ url: "pictures/ferry.jpg", alt: "A ferry", caption: "On Friday.", credit: "Bo Reed" }],
    corrections: [{ at: "2025-03-01" as Instant, text: "The boat is blue." }],
    published: "2025-03-02T06:00:00Z" as Instant,
    body: Array.from({ length: 14 }, (_none, at) => ({
      kind: "paragraph",
      content: [`Paragraph ${at} of the ferry.`],
    })),
  }),
];

const loadFrom = (site: Site) => async (path: string) => {
  const text = site.get(path);
  if (typeof text !== "string") throw new EditionProblem("missing", path, `${path} is not there.`);
  return text;
};

afterEach(() => document.body.replaceChildren());

function place(html: string): HTMLElement {
  const container = document.createElement("div");
  container.append(document.createRange().createContextualFragment(html));
  document.body.append(container);
  return container;
}

test.each([
  ["the front page", ""],
  ["a section", "sections/harbour"],
  ["an older page of a section", "sections/harbour/1"],
  ["a topic", "topics/ferries"],
  ["a month", "archive/2025/03"],
  ["an overview", "places"],
  ["an article", "articles/ferry-sails-again"],
  ["an Urdu article", "articles/لاچین-میں-ملاقات"],
  ["the search page", "search"],
  ["the page that opens files", "open"],
  ["an address that names nothing", "no/such/page"],
  ["an article that is not there", "articles/no-such-article"],
])("%s is taken over by the app as it was printed", async (_name, path) => {
  const site = printedSite(copy);
  const { html, files } = await openPages(loadFrom(site), "/")(path);
  const container = place(html);
  const printed = container.textContent;
  const problems: unknown[] = [];
  const errors = vi.spyOn(console, "error").mockImplementation((...said) => problems.push(said));
  const newsstand = openNewsstand({
    root,
    now: () => now,
    fetchText: async (_base, file) => files.get(file) ?? loadFrom(site)(file),
    hireDesk: async () => {
      throw new Error("Nothing is searched here.");
    },
  });
  const client = new QueryClient();
  const load = viewLoader(readerRoutes(newsstand, client), client, "/");
  const navigation = await openNavigation(createMemoryHistory({ initialEntries: [`/${path}`] }), load, true);
  let app: Root | undefined;
  await act(async () => {
    app = hydrateRoot(
      container,
      <QueryClientProvider client={client}>
        <App navigation={navigation} basename="/" now={newsstand.now} load={load} />
      </QueryClientProvider>,
      { onRecoverableError: (error) => problems.push(error) },
    );
  });
  act(() => app?.unmount());
  errors.mockRestore();
  expect(problems).toEqual([]);
  expect(printed?.length).toBeGreaterThan(50);
});

test("a page whose file of the edition is damaged is not printed as one that says so", async () => {
  const site = printedSite(copy);
  site.set("articles/ferry-sails-again.json", "{");
  await expect(openPages(loadFrom(site), "/")("articles/ferry-sails-again")).rejects.toThrow("ferry-sails-again.json");
});

test("a printed page is whole without any script: text, picture with caption and credit, related stories, ways on", async () => {
  const { html } = await openPages(loadFrom(printedSite(copy)), "/")("articles/ferry-sails-again");
  const page = place(html);
  expect(page.querySelector("h1")?.textContent).toBe("Ferry sails again");
  expect(page.querySelector("[data-article-body]")?.textContent).toContain("Paragraph 13 of the ferry.");
  expect(page.querySelector("figure img")?.getAttribute("src")).toBe("/pictures/ferry.jpg");
  expect(page.querySelector("figcaption")?.textContent).toContain("On Friday.");
  expect(page.querySelector("figcaption [data-credit]")?.textContent).toContain("Bo Reed");
  expect(page.querySelector('nav a[href="/sections/harbour"]')).not.toBeNull();
});

test("without scripts a long list goes on from page to page", async () => {
  const { html } = await openPages(loadFrom(printedSite(copy)), "/")("sections/harbour");
  const older = place(html).querySelector('a[rel="prev"]');
  expect([older?.textContent, older?.getAttribute("href")]).toEqual(["Older stories", "/sections/harbour/1"]);
});

test("every link of a printed page lies below the site’s path", async () => {
  const { html } = await openPages(loadFrom(printedSite(copy)), "/news/")("");
  const links = [...place(html).querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((href) => !href.startsWith("/news/") && !href.startsWith("#"))).toEqual([]);
});

test("the same edition prints the same page", async () => {
  const print = () => openPages(loadFrom(printedSite(copy)), "/")("");
  expect((await print()).html).toBe((await print()).html);
});

test("a printed page tells which of the edition’s files it was drawn from, and no more", async () => {
  const { files } = await openPages(loadFrom(printedSite(copy)), "/")("articles/ferry-sails-again");
  expect([...files.keys()].sort()).toEqual(["articles/ferry-sails-again.json", "manifest.json"]);
});
