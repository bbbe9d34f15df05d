import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import { article, articles, named } from "../articles.ts";
import { expectFocus, openReader } from "./open-reader.tsx";

test("a section lists its stories newest first and says how many there are", async () => {
  openReader("/sections/harbour", articles(5));
  expect(await screen.findByText("5 articles")).toBeVisible();
  const headlines = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(headlines).toEqual(["Story number 5", "Story number 4", "Story number 3", "Story number 2", "Story number 1"]);
  expect(document.title).toBe("Harbour – The Courier");
});

test("the section that is being read is marked in the masthead", async () => {
  openReader("/sections/harbour", [...articles(2), article({ headline: "Band plays", section: named("Town") })]);
  await screen.findByRole("heading", { level: 1 });
  const current = screen.getAllByRole("link", { current: "page" });
  expect(new Set(current.map(({ textContent }) => textContent))).toEqual(new Set(["Harbour"]));
});

test("an older page of a long section leads to those beside it", async () => {
  const { user } = openReader("/sections/harbour/2", articles(130));
  expect(await screen.findByText("130 articles · Page 2 of 3")).toBeVisible();
  expect(document.title).toBe("Harbour, Page 2 of 3 – The Courier");
  await user.click(screen.getByRole("link", { name: "Older stories" }));
  expect(await screen.findByText("130 articles · Page 3 of 3")).toBeVisible();
  expect(screen.getByRole("link", { name: "Story number 1" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Older stories" })).toBeNull();
  await user.click(screen.getByRole("link", { name: "Newer stories" }));
  expect(await screen.findByText("130 articles · Page 2 of 3")).toBeVisible();
  expect(screen.getByRole("link", { name: "Newer stories" })).toHaveAttribute("href", "/sections/harbour");
});

const harbour = [
  article({
    headline: "Ferry sails again",
    topics: [named("Ferries")],
    places: [named("Lisbon")],
    bylines: [named("Ada Lane")],
    pictures: [{ url: "p.jpg", alt: "A ferry", credit: "Bo Reed" }],
    published: "2025-02-28" as Instant,
  }),
];

test.each([
  ["/topics/ferries", "Ferries"],
  ["/places/lisbon", "Lisbon"],
  ["/authors/ada-lane", "Ada Lane"],
  ["/credits/bo-reed", "Bo Reed"],
  ["/archive/2025/02", "February 2025"],
])("%s lists what belongs to %s", async (address, name) => {
  openReader(address, [...harbour, article({ headline: "Town band plays", published: "2025-03-01" as Instant })]);
  expect(await screen.findByRole("heading", { level: 1, name })).toBeVisible();
  const main = within(screen.getByRole("main"));
  expect(main.getByRole("link", { name: "Ferry sails again" })).toBeVisible();
  expect(main.queryByRole("link", { name: "Town band plays" })).toBeNull();
});

test.each([
  ["/sections", "Sections", "Harbour"],
  ["/topics", "Topics", "Ferries"],
  ["/places", "Places", "Lisbon"],
  ["/authors", "Authors", "Ada Lane"],
  ["/credits", "Picture credits", "Bo Reed"],
  ["/archive", "Archive", "February 2025"],
])("%s is an overview called %s that leads to %s", async (address, title, name) => {
  const { user } = openReader(address, harbour);
  expect(await screen.findByRole("heading", { level: 1, name: title })).toBeVisible();
  await user.click(within(screen.getByRole("main")).getByRole("link", { name }));
  const focused = await screen.findByRole("heading", { level: 1, name });
  await expectFocus(() => focused);
});

test("an overview with nothing to list says so", async () => {
  openReader("/topics", articles(2));
  expect(await screen.findByText("No article names a topic.")).toBeVisible();
});

test("a page number that makes no sense shows the newest stories", async () => {
  openReader("/sections/harbour/latest-please", articles(3));
  expect(await screen.findByRole("link", { name: "Story number 3" })).toBeVisible();
});

test("Back returns focus to the link that was followed", async () => {
  const { user, back } = openReader("/sections/harbour", articles(4));
  await user.click(await screen.findByRole("link", { name: "Story number 2" }));
  const focused = await screen.findByRole("heading", { level: 1, name: "Story number 2" });
  await expectFocus(() => focused);
  back();
  await expectFocus(() => screen.getByRole("link", { name: "Story number 2" }));
});
