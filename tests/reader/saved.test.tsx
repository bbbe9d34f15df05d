import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Instant } from "#domain/instant.ts";
import { headlineOf } from "#edition/headline.ts";
import type { Visits } from "#reader/reading-history.ts";
import { storedVisits, storeVisits } from "#reader/reading-history.ts";
import { setMarks } from "#reader/reading-marks.ts";
import { decodeReading, encodeReading, mergedVisits } from "#reader/tools/reading-file.ts";
import { loadSaved, removeStory, saveStories } from "#reader/tools/saved-stories.ts";
import { article } from "../articles.ts";
import { openReader } from "./open-reader.tsx";

const ferry = article({ headline: "Ferry sails again" });
const band = article({ headline: "Town band plays" });
const root = document.documentElement;
const tools = () => waitFor(() => expect(root.dataset["tools"]).toBe("here"));
const saveButton = () => screen.findByRole("button", { name: "Save" });

beforeEach(async () => {
  localStorage.clear();
  await loadSaved("/");
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { slug } of [ferry, band]) await removeStory(slug);
  setMarks({ saved: new Set(), read: new Map() });
  delete root.dataset["tools"];
});

test("one tap saves a story, another lets it go; the button says which, and so does the page", async () => {
  const { user } = openReader("/articles/ferry-sails-again", [ferry]);
  const button = await saveButton();
  await tools();
  expect(button).toHaveAttribute("aria-pressed", "false");
  await user.click(button);
  await waitFor(() => expect(button).toHaveAttribute("aria-pressed", "true"));
  await user.click(button);
  await waitFor(() => expect(button).toHaveAttribute("aria-pressed", "false"));
  expect(await screen.findByText("The story is no longer saved.")).toBeVisible();
});

test("where the device stores nothing, a saved story stays until the page is closed, and the reader is told", async () => {
  const { user, visit } = openReader("/articles/ferry-sails-again", [ferry]);
  const button = await saveButton();
  await tools();
  await user.click(button);
  expect(await screen.findByText(/stores nothing for this site/u)).toBeVisible();
  await visit("/saved");
  expect(await screen.findByRole("link", { name: "Ferry sails again" })).toBeVisible();
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await new Promise((later) => setTimeout(later, 50));
  expect(screen.getByRole("link", { name: "Ferry sails again" })).toBeVisible();
});

test("a story is saved from a list of stories as well", async () => {
  const { user, visit } = openReader("/sections/harbour", [ferry, band]);
  const stories = await screen.findAllByRole("article");
  await tools();
  const listed = stories.find((story) => within(story).queryByRole("link", { name: "Ferry sails again" }));
  await user.click(within(listed!).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(within(listed!).getByRole("button", { name: "Save" })).toHaveAttribute("aria-pressed", "true"),
  );
  await visit("/saved");
  expect(await screen.findByText("1 saved story")).toBeVisible();
});

test("nothing saved says how to save", async () => {
  openReader("/saved", [ferry]);
  expect(await screen.findByText(/Nothing is saved yet/u)).toBeVisible();
});

test("saved stories are searched as they are typed, without regard to capitals and marks", async () => {
  const cafe = article({ headline: "Café at the quay opens" });
  await saveStories([
    { story: headlineOf(ferry), saved: 1 },
    { story: headlineOf(cafe), saved: 2 },
  ]);
  const { user } = openReader("/saved", [ferry]);
  await screen.findByText("2 saved stories");
  const headlines = () => screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(headlines().slice(0, 2)).toEqual(["Café at the quay opens", "Ferry sails again"]);
  await user.type(screen.getByRole("searchbox", { name: "Search saved stories" }), "CAFE AT");
  expect(screen.getByRole("link", { name: "Café at the quay opens" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Ferry sails again" })).toBeNull();
  await user.type(screen.getByRole("searchbox", { name: "Search saved stories" }), "x");
  expect(screen.getByText("No saved story has “CAFE ATx”.")).toBeVisible();
  await removeStory(cafe.slug);
});

const visit = (said: Partial<Visits[string]> = {}) => ({
  version: "2025-03-01T08:00:00Z",
  at: 1_740_800_000_000,
  headline: "Ferry sails again",
  language: "en",
  direction: "ltr",
  ...said,
});

test("a story that was read says so in lists, and after a change that it is to be read again", async () => {
  storeVisits({ "/articles/ferry-sails-again": visit(), "/articles/town-band-plays": visit() });
  const updated = { ...band, updated: "2025-03-01T12:00:00Z" as Instant };
  openReader("/sections/harbour", [ferry, updated, article({ headline: "Third boat" })]);
  await tools();
  const storyOf = async (headline: string) => (await screen.findByRole("link", { name: headline })).closest("article")!;
  await waitFor(async () => expect(await storyOf("Ferry sails again")).toHaveTextContent("Read"));
  expect(await storyOf("Town band plays")).toHaveTextContent("Updated");
  expect(await storyOf("Third boat")).not.toHaveTextContent(/Read|Updated/u);
});

test("opening an article is reading it", async () => {
  openReader("/articles/ferry-sails-again", [ferry]);
  await waitFor(() =>
    expect(Object.values(storedVisits())).toEqual([
      expect.objectContaining({ headline: "Ferry sails again", version: ferry.published, language: "en" }),
    ]),
  );
});

test("what was half read is listed with the paragraph where to go on, and can be forgotten", async () => {
  storeVisits({
    "/articles/ferry-sails-again": visit({ block: 4, text: "The captain waited." }),
    "/articles/town-band-plays": visit({ headline: "Town band plays" }),
  });
  const { user } = openReader("/saved", [ferry]);
  expect(await screen.findByRole("heading", { name: "Continue reading" })).toBeVisible();
  expect(screen.getByText("Read up to “The captain waited.”")).toBeVisible();
  expect(screen.getByRole("heading", { name: "Read lately" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Forget what I have read" }));
  expect(screen.queryByRole("heading", { name: "Continue reading" })).toBeNull();
  expect(storedVisits()).toEqual({});
});

const saved = (one: typeof ferry, at = 5) => ({ story: headlineOf(one), saved: at });

test("the file holds what was saved and read, and gives it back under another root", () => {
  const here = new Map([[ferry.slug, saved(ferry)]]);
  const text = encodeReading(here, { "/news/articles/ferry-sails-again": visit({ block: 3, text: "It" }) }, "/news/");
  expect(JSON.parse(text)).toMatchObject({ format: "dateline-reading", version: 1 });
  const read = decodeReading(text, "/");
  expect(read?.leftOut).toBe(0);
  expect(read?.saved).toEqual([saved(ferry)]);
  expect(read?.visits).toEqual({ "/articles/ferry-sails-again": visit({ block: 3, text: "It" }) });
});

test("of two visits to one article the later one stays", () => {
  const [early, late] = [visit({ at: 1 }), visit({ at: 2 })];
  expect(mergedVisits({ a: late, b: early }, { a: early, b: late, c: early })).toEqual({ a: late, b: late, c: early });
});

test.each(["", "{", "[]", "null", '{"format":"other"}', '{"format":"dateline-reading","version":2}'])(
  "a file of another kind is refused: %s",
  (text) => expect(decodeReading(text, "/")).toBeUndefined(),
);

test("damaged entries of a file are left out and counted, the others taken", () => {
  const good = saved(ferry);
  const text = JSON.stringify({
    format: "dateline-reading",
    version: 1,
    saved: [
      good,
      null,
      7,
      { story: {} },
      { ...good, saved: "yesterday" },
      { ...good, story: { ...good.story, slug: "../x" } },
    ],
    read: { "articles/ferry": visit(), "javascript:alert(1)": visit(), "articles/a/b": visit(), "articles/c": "no" },
  });
  const read = decodeReading(text, "/");
  expect(read?.saved).toEqual([good]);
  expect(Object.keys(read?.visits ?? {})).toEqual(["/articles/ferry"]);
  expect(read?.leftOut).toBe(8);
});

test("a file is added to what is there, and the page tells what came of it", async () => {
  await saveStories([saved(ferry)]);
  const { user } = openReader("/saved", [ferry, band]);
  const field = await screen.findByLabelText("Add from a file");
  const text = encodeReading(new Map([saved(ferry), saved(band)].map((one) => [one.story.slug, one])), {}, "/");
  await user.upload(field, new File([text], "reading.json", { type: "application/json" }));
  expect(await screen.findByText(/1 story was added\./u)).toBeVisible();
  expect(screen.getByText("2 saved stories")).toBeVisible();
  await user.upload(field, new File([text], "reading.json", { type: "application/json" }));
  expect(await screen.findByText(/Everything in the file was here already\./u)).toBeVisible();
  await user.upload(field, new File(["{"], "reading.json", { type: "application/json" }));
  expect(await screen.findByText("This is not a file that was saved here.")).toBeVisible();
});

test.each(["SecurityError", "QuotaExceededError"])(
  "where storage is denied or full, reading goes on: %s",
  async (name) => {
    for (const method of ["getItem", "setItem"] as const)
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException("denied", name);
      });
    openReader("/articles/ferry-sails-again", [ferry]);
    await tools();
    expect(await screen.findByText("Ferry sails again, in full.")).toBeVisible();
  },
);

test("what is read in another tab says so in this one", async () => {
  openReader("/sections/harbour", [ferry, band]);
  await tools();
  openReader("/saved", [ferry, band]);
  expect(await screen.findByText(/Nothing is saved/u)).toBeVisible();
  storeVisits({ "/articles/ferry-sails-again": visit({ headline: "Ferry sails again" }) });
  window.dispatchEvent(new StorageEvent("storage", { key: "dateline-read" }));
  expect(await screen.findByRole("heading", { name: "Ferry sails again", level: 3 })).toBeVisible();
});
