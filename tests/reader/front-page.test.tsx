import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { article, articles, courier, named } from "../articles.ts";
import { expectFocus, openReader, printedSite } from "./open-reader.tsx";

test("the front page is called after the newsroom and says what day it is", async () => {
  openReader("/", articles(3));
  expect(await screen.findByRole("heading", { level: 1, name: "The Courier" })).toBeInTheDocument();
  expect(screen.getByText("Sunday, 2 March 2025")).toBeVisible();
  expect(document.title).toBe("The Courier");
});

test("every article stands on the front page once", async () => {
  openReader("/", [
    ...articles(20),
    ...articles(20, { section: named("Town") }).map((one) => ({ ...one, id: `t${one.id}` })),
  ]);
  await screen.findByRole("heading", { level: 1 });
  const links = within(screen.getByRole("main"))
    .getAllByRole("link")
    .map((link) => link.getAttribute("href") ?? "")
    .filter((href) => href.startsWith("/articles/"));
  expect(links.length).toBeGreaterThan(15);
  expect(new Set(links).size).toBe(links.length);
});

test("the newsroom's own choice leads the front page", async () => {
  const site = printedSite([article({ headline: "Ferry sails again" }), article({ headline: "Town band plays" })], {
    ...courier,
    lead: "ferry-sails-again",
  });
  openReader("/", site);
  const [first] = await screen.findAllByRole("heading", { level: 2 });
  expect(first).toHaveTextContent("Ferry sails again");
});

test("a section's name leads to its page", async () => {
  const { user } = openReader("/", articles(20));
  await screen.findByRole("heading", { level: 1 });
  await user.click(within(screen.getByRole("main")).getByRole("link", { name: "Harbour" }));
  const focused = await screen.findByRole("heading", { level: 1, name: "Harbour" });
  await expectFocus(() => focused);
});

test("a picture on the front page shows its credit", async () => {
  openReader("/", [
    article({
      headline: "Ferry sails again",
      pictures: [{ url: "pictures/ferry.jpg", alt: "A ferry", credit: "Ada Lane" }],
    }),
  ]);
  expect(await screen.findByText("Ada Lane")).toBeVisible();
});

test("a story of today says how long ago it came in, an older one its day", async () => {
  openReader("/", [
    article({ headline: "Ferry sails again", published: "2025-03-02T05:00:00Z" as never }),
    article({ headline: "Town band plays", published: "2024-12-24" as never }),
  ]);
  expect(await screen.findByText("3 hr ago")).toBeVisible();
  expect(screen.getByText("24 December 2024")).toBeVisible();
});
