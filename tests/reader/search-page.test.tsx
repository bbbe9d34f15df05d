import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import { article, articles, named } from "../articles.ts";
import { expectFocus, openReader, printedSite } from "./open-reader.tsx";

const copy = [
  article({
    headline: "Ferry sails again",
    standfirst: "The winter boat is back.",
    published: "2025-02-01" as Instant,
  }),
  article({ headline: "Town band plays", section: named("Town"), published: "2025-02-20" as Instant }),
  article({
    headline: "Ferry captain retires",
    section: named("Town"),
    standfirst: "After forty years at the wheel of the ferry.",
    published: "2024-12-01" as Instant,
  }),
];

const results = () => screen.queryAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);

test("results come as they are typed, and the address, title and heading keep the query", async () => {
  const { user, router } = openReader("/search", copy);
  await user.type(await screen.findByRole("searchbox"), "fer");
  await waitFor(() => expect(results()).toHaveLength(2));
  expect(router.state.location.search).toBe("?q=fer");
  expect(screen.getByRole("heading", { level: 1, name: "Search: fer" })).toBeVisible();
  expect(document.title).toBe("Search: fer – The Courier");
});

test("the words that were searched for are marked in headline and passage", async () => {
  openReader("/search?q=ferry+captain", copy);
  const link = await screen.findByRole("link", { name: "Ferry captain retires" });
  expect([...link.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Ferry", "captain"]);
  const summary = await screen.findByText(
    (_text, element) => element?.tagName === "P" && /forty years/u.test(element.textContent ?? ""),
  );
  expect(within(summary).getByText("ferry").tagName).toBe("MARK");
});

test("a section and days narrow the results, and all of it is in the address", async () => {
  const { user, router } = openReader("/search?q=ferry", copy);
  await waitFor(() => expect(results()).toHaveLength(2));
  await user.click(screen.getByRole("checkbox", { name: "Town 1" }));
  await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
  expect(router.state.location.search).toBe("?q=ferry&section=town");
  await user.click(screen.getByRole("button", { name: "Clear all filters" }));
  await waitFor(() => expect(results()).toHaveLength(2));
});

test("an address with filters is opened as it was left", async () => {
  openReader("/search?q=ferry&from=2025-01-01&until=2025-12-31", copy);
  await waitFor(() => expect(results()).toEqual(["Ferry sails again"]));
  expect(screen.getByLabelText("From")).toHaveValue("2025-01-01");
});

test("a filter without a word lists what is within it, newest first", async () => {
  openReader("/search?section=town", copy);
  await waitFor(() => expect(results()).toEqual(["Town band plays", "Ferry captain retires"]));
});

test("how many were found is told once the typing rests", async () => {
  const { user } = openReader("/search", copy);
  await user.type(await screen.findByRole("searchbox"), "ferry");
  await waitFor(
    () => expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("2 results"),
    {
      timeout: 3_000,
    },
  );
});

test("a search that finds nothing repeats the query and offers ways on", async () => {
  openReader("/search?q=zeppelin", copy);
  expect(await screen.findByText(/No article has “zeppelin”/u)).toBeVisible();
  expect(within(screen.getByRole("main")).getByRole("link", { name: "Harbour" })).toBeVisible();
});

test("an empty search says what to do", async () => {
  openReader("/search", copy);
  expect(await screen.findByText("Type a name, a place or a few words.")).toBeVisible();
});

test("Down goes from the field to the first result; Escape keeps the text", async () => {
  const { user } = openReader("/search?q=ferry", copy);
  const field = await screen.findByRole("searchbox");
  await user.click(field);
  await user.keyboard("{Escape}");
  expect(field).toHaveValue("ferry");
  await user.keyboard("{ArrowDown}");
  await expectFocus(() => screen.getAllByRole("heading", { level: 2 })[0]?.querySelector("a"));
});

test("more results are added below, and focus goes to the first of them", async () => {
  const { user } = openReader("/search?q=story", articles(45));
  await waitFor(() => expect(results()).toHaveLength(20));
  await user.click(screen.getByRole("button", { name: "More results" }));
  await waitFor(() => expect(results()).toHaveLength(40));
  await expectFocus(() => screen.getAllByRole("heading", { level: 2 })[20]?.querySelector("a"));
});

test("Back from a result brings the query and its results back", async () => {
  const { user, router } = openReader("/search?q=ferry", copy);
  await user.click(await screen.findByRole("link", { name: "Ferry sails again" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
  await router.navigate(-1);
  await waitFor(() => expect(results()).toHaveLength(2));
  expect(screen.getByRole("searchbox")).toHaveValue("ferry");
});

test("a search whose index is damaged says so and can be tried again", async () => {
  const site = printedSite(copy);
  const path = [...site.keys()].find((file) => /-words-0/u.test(file)) ?? "";
  const whole = site.get(path) ?? "";
  site.set(path, new Uint8Array([255, 255]));
  const { user } = openReader("/search?q=ferry", site);
  const again = await screen.findByRole("button", { name: "Try again" });
  site.set(path, whole);
  await user.click(again);
  await waitFor(() => expect(results()).toHaveLength(2));
});

test("a search is started from the front page", async () => {
  const { user } = openReader("/", copy);
  await user.type(await screen.findByRole("searchbox", { name: "Search for" }), "ferry{Enter}");
  await waitFor(() => expect(results()).toHaveLength(2));
});
