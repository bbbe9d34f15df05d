import { act, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openReader, type Site } from "./open-reader.tsx";

const story = (number: number) => ({
  id: `story-${number}`,
  title: `Story number ${number}`,
  content_text: `This is story ${number}.`,
  date_published: `2025-02-${String(number).padStart(2, "0")}T08:00:00Z`,
});
const feed = (...numbers: number[]) =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Live", items: numbers.map(story) });

function liveSite(...numbers: number[]): Site {
  return new Map([
    ["newsroom.json", JSON.stringify({ name: "The Live Courier", live: "feed.json" })],
    ["feed.json", feed(...numbers)],
  ]);
}

test("a site that names a feed reads it by itself", async () => {
  const { user } = openReader("/", liveSite(1, 2));
  expect(await screen.findByRole("heading", { level: 1, name: "The Live Courier" })).toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "Story number 1" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Story number 1" })).toBeVisible();
  expect(screen.getByText("This is story 1.")).toBeVisible();
});

test("a live site can be searched", async () => {
  openReader("/search?q=number", liveSite(1, 2));
  expect(await screen.findByRole("link", { name: "Story number 2" })).toBeVisible();
});

test("a feed that cannot be read says what was found", async () => {
  openReader("/", new Map([...liveSite(), ["feed.json", "<rss></rss>"]]));
  expect(await screen.findByRole("heading", { level: 1, name: "This site’s feed could not be read" })).toBeVisible();
  expect(screen.getByText(/was an RSS feed; expected/u)).toBeVisible();
});

test("items of the feed that could not be read are told of at the foot of the page", async () => {
  const site = liveSite();
  site.set(
    "feed.json",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Live",
      items: [story(1), { title: "No id" }],
    }),
  );
  openReader("/", site);
  expect(within(await screen.findByRole("contentinfo")).getByText("1 item could not be read")).toBeVisible();
});

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000));

test("new stories wait behind a button and nothing that is being read moves", async () => {
  const { files, user } = openReader("/articles/story-number-1", liveSite(1));
  await screen.findByRole("heading", { level: 1, name: "Story number 1" });
  files.set("feed.json", feed(1, 2, 3));
  await pass(1.1);
  const button = await screen.findByRole("button", { name: "Show 2 new stories" });
  expect(screen.getByRole("heading", { level: 1, name: "Story number 1" })).toBeVisible();
  expect(screen.queryByText("Story number 3")).toBeNull();
  await user.click(button);
  await screen.findByRole("heading", { level: 1, name: "The Live Courier" });
  expect(await screen.findByRole("link", { name: "Story number 3" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /new stor/u })).toBeNull();
});

test("new stories asked for on the front page take their places in it", async () => {
  const { files, user } = openReader("/", liveSite(1));
  await screen.findByRole("link", { name: "Story number 1" });
  files.set("feed.json", feed(1, 2));
  await pass(1.1);
  await user.click(await screen.findByRole("button", { name: "Show 1 new story" }));
  expect(await screen.findByRole("link", { name: "Story number 2" })).toBeVisible();
});

test("the feed is not asked while the page is hidden, and is again when it is seen", async () => {
  const { files } = openReader("/", liveSite(1));
  await screen.findByRole("link", { name: "Story number 1" });
  const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  files.set("feed.json", feed(1, 2));
  await pass(30);
  expect(screen.queryByRole("button", { name: /new story/u })).toBeNull();
  visibility.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  await pass(0.1);
  expect(await screen.findByRole("button", { name: "Show 1 new story" })).toBeVisible();
  visibility.mockRestore();
});

test("a correction waits behind a button, too", async () => {
  const { files, user } = openReader("/", liveSite(1));
  await screen.findByRole("link", { name: "Story number 1" });
  files.set("feed.json", feed(1).replace("Story number 1", "Story number one"));
  await pass(1.1);
  await user.click(await screen.findByRole("button", { name: "Show what was corrected" }));
  expect(await screen.findByRole("link", { name: "Story number one" })).toBeVisible();
});
