import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { article, articles } from "../articles.ts";
import { openReader, printedSite, type Site } from "./open-reader.tsx";

test("an address that names no article says so plainly", async () => {
  openReader("/articles/no-such-thing", articles(1));
  expect(await screen.findByRole("heading", { level: 1, name: "We could not find that article" })).toBeVisible();
  expect(document.title).toBe("We could not find that article – The Courier");
  expect(screen.getByRole("link", { name: "Go to the front page" })).toHaveAttribute("href", "/");
});

test("an address that names nothing offers search and the front page", async () => {
  openReader("/no/such/thing", articles(1));
  expect(await screen.findByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
});

test.each(["/articles/ferry-sails-again/no/such/thing", "/articles"])("nor does %s name anything", async (address) => {
  openReader(address, articles(1));
  expect(await screen.findByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
});

test.each(["/Articles", "/%61rticles"])(
  "an address that spells %s in its own way leads to its page",
  async (folder) => {
    openReader(`${folder}/ferry-sails-again`, [article({ headline: "Ferry sails again" })]);
    expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
  },
);

test("a section that is not there says so plainly", async () => {
  openReader("/sections/sport", articles(1));
  expect(await screen.findByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
});

test("a page that did not arrive whole can be tried again", async () => {
  const site = printedSite([article({ headline: "Ferry sails again" })]);
  const path = "articles/ferry-sails-again.json";
  const whole = String(site.get(path));
  site.set(path, whole.slice(0, 100));
  const { user } = openReader("/articles/ferry-sails-again", site);
  expect(await screen.findByRole("heading", { level: 1, name: "This page did not arrive whole" })).toBeVisible();
  site.set(path, whole);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
});

test("a web page in the place of an article is not taken for one", async () => {
  const site = printedSite([article({ headline: "Ferry sails again" })]);
  site.set("articles/ferry-sails-again.json", "<!doctype html><title>Log in</title>");
  openReader("/articles/ferry-sails-again", site);
  expect(await screen.findByRole("heading", { level: 1, name: "This page did not arrive whole" })).toBeVisible();
});

test("an edition of a later version asks for a reload", async () => {
  const site = printedSite(articles(1));
  site.set("manifest.json", JSON.stringify({ _dateline: { version: 999 } }));
  openReader("/", site);
  expect(
    await screen.findByRole("heading", { level: 1, name: "This site was published with a newer reader" }),
  ).toBeVisible();
});

test("an empty site says that nothing is there, and is read once it is", async () => {
  const site: Site = new Map();
  const { user } = openReader("/", site);
  await screen.findByRole("heading", { level: 1 });
  for (const [path, content] of printedSite(articles(2))) site.set(path, content);
  const again = screen.queryByRole("button", { name: "Try again" });
  if (again) await user.click(again);
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toBeInTheDocument());
});

test("an edition without articles says so on its front page", async () => {
  openReader("/", []);
  expect(await screen.findByText("There are no articles yet.")).toBeVisible();
});
