import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { startApp } from "./running.ts";
import { offlineAddress, offlineHost } from "./sites.ts";
import { expect, test } from "./watched.ts";

// One site, whose fate the tests share.
test.describe.configure({ mode: "serial" });
test.use({ baseURL: offlineAddress, serviceWorkers: "allow" });

const story = "articles/null-island";
const headline = "Null Island, the busiest place that does not exist";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

type Fate = "back" | "gone" | "slow" | "newer" | "without" | "parts-missing" | "parts-cut-off" | "reprinted";

/** What becomes of the site, and whether the browser knows that it has no network. */
async function site(page: Page, fate: Fate): Promise<void> {
  if (fate !== "gone") await page.context().setOffline(false);
  await fetch(`${offlineHost}/control/${fate}`);
  if (fate === "gone") await page.context().setOffline(true);
}

/** Opens a page and waits until the site is looked after, and what came before is remembered. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((later) => setTimeout(later, 50));
  });
  await expect
    .poll(() =>
      page.evaluate(async (address) => Boolean(await caches.match(address)), new URL(`${path}/`, offlineAddress).href),
    )
    .toBe(true);
}

test.afterEach(async ({ page }) => site(page, "back"));

test("the site is looked after within six seconds of the first visit, without a touch", async ({ page }) => {
  const began = Date.now();
  await page.goto(story);
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(Date.now() - began).toBeLessThan(6_000);
});

test("a story that was read is there without a network, with its pictures, and says since when it is stored", async ({
  page,
}) => {
  await visit(page, story);
  await site(page, "gone");
  await page.reload();
  await expect(heading(page)).toHaveText(headline);
  for (const picture of await page.getByRole("article").getByRole("img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  await expect(
    page.getByText(/^You are offline.*This copy was stored on \d+ \w+ \d{4} at \d\d:\d\d\.$/u),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText(/^You are offline/u)).toBeHidden();
});

test("of the front page’s pictures only those are stored that came into the window", async ({ page }) => {
  await visit(page, ".");
  const pictures = await page.evaluate(async () => {
    const shown = performance.getEntriesByType("resource").map(({ name }) => name);
    const stored: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) if (/\/pictures\//u.test(url)) stored.push(url);
    return { shown, stored, all: document.querySelectorAll("main img").length };
  });
  expect(pictures.stored.filter((url) => !pictures.shown.includes(url))).toEqual([]);
  expect(pictures.stored.length).toBeGreaterThan(0);
  expect(pictures.stored.length).toBeLessThan(pictures.all);
});

test("a page that is not stored says so and offers the stories that are", async ({ page }) => {
  await visit(page, story);
  await site(page, "gone");
  await page.goto("articles/crop-and-focal-point");
  await expect(page.getByText("this page is not stored on this device")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: headline }).click();
  await expect(heading(page)).toHaveText(headline);
});

test("today is downloaded with its pictures and search, is read and searched without a network, and cleared", async ({
  page,
}) => {
  test.slow();
  await visit(page, "offline");
  const button = page.getByRole("button", {
    name: /^Download today \(\d+ stories, about [\d.]+ [kM]B \+ [\d.]+ [kM]B of pictures\)$/u,
  });
  const [, count] = /\((\d+) stories/u.exec((await button.textContent()) ?? "") ?? [];
  await button.click();
  await expect(page.getByText("Today’s stories are on this device.")).toBeVisible({ timeout: 60_000 });
  const stored = page.getByText(/^Stored on this device: \d+ stories, [\d.]+ MB$/u);
  await expect(stored).toContainText(`${count} stories`);
  await site(page, "gone");
  await page.goto("");
  const lead = page.getByRole("main").getByRole("link").first();
  const title = await lead.textContent();
  await startApp(page);
  await lead.click();
  await expect(heading(page)).toHaveText(title ?? "");
  const picture = page.getByRole("article").getByRole("img").first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole("region", { name: "Related" }).getByRole("link").first()).toBeVisible();
  await page.goto("search?q=pigeons");
  await expect(
    page.getByRole("main").getByRole("link", { name: "Forty-five pigeons and a gap in the line" }),
  ).toBeVisible();
  await page.goto("offline");
  await page.getByRole("button", { name: "Clear what is stored" }).click();
  await expect(page.getByText("Nothing is stored any more.")).toBeVisible();
});

test("a story that is saved is kept with what is related to it, and read from the saved ones without a network", async ({
  page,
}) => {
  await visit(page, "saved");
  await page.goto(story);
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("The story is saved.")).toBeVisible();
  const kept = `dateline ${offlineAddress} kept`;
  const isKept = (file: string) =>
    page.evaluate(async ([name, at]) => Boolean(await (await caches.open(name ?? "")).match(at ?? "")), [kept, file]);
  await expect.poll(() => isKept(`${offlineAddress}${story}.json`)).toBe(true);
  await site(page, "gone");
  await page.goto("saved");
  await page.getByRole("main").getByRole("link", { name: headline }).first().click();
  await expect(heading(page)).toHaveText(headline);
  await expect(page.getByRole("region", { name: "Related" }).getByRole("link").first()).toBeVisible();
});

test("where the network is slow, what is stored comes within a few seconds", async ({ page }) => {
  await visit(page, story);
  await site(page, "slow");
  await page.reload();
  await expect(heading(page)).toHaveText(headline, { timeout: 8_000 });
  await startApp(page);
  await expect(page.getByText(/^This copy was stored on/u)).toBeVisible();
});

test("a new version published while a page is open breaks nothing, waits for the reader, and is loaded once", async ({
  page,
}) => {
  await visit(page, story);
  await startApp(page);
  await site(page, "newer");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const useIt = page.getByRole("button", { name: "Use it now" });
  await expect(page.getByText("A newer version of this site is ready.")).toBeVisible();
  // Scripts of the old version are no longer on the server, and still come.
  await page.getByRole("contentinfo").getByRole("link", { name: "Archive" }).click();
  await expect(heading(page)).toHaveText("Archive");
  await page.goBack();
  let loads = 0;
  page.on("load", () => (loads += 1));
  await site(page, "back");
  await useIt.click();
  await expect.poll(() => loads).toBe(1);
  await page.waitForTimeout(1_000);
  expect(loads).toBe(1);
});

test("a worker that is taken back as the README says lets go of the site and of what it stored", async ({ page }) => {
  await visit(page, story);
  await site(page, "without");
  const left = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      stored: (await caches.keys()).filter((name) => name.startsWith("dateline ")).length,
    }));
  expect(await left()).toMatchObject({ workers: 1 });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(left).toEqual({ workers: 0, stored: 0 });
  await page.reload();
  await expect(heading(page)).toHaveText(headline);
});

test("the site can be installed", async ({ page }) => {
  await visit(page, story);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Windows of tests are private ones, from which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
});

test("where the worker cannot be put in its place, reading goes on", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("denied", "SecurityError"));
  });
  await page.goto(story);
  await startApp(page);
  await page.waitForTimeout(2_000);
  await page.getByRole("contentinfo").getByRole("link", { name: "Offline reading" }).click();
  await expect(page.getByText("This browser stores nothing for this site.")).toBeVisible();
});

test("a reader reads, saves, goes offline, searches and listens", async ({ page }) => {
  test.slow();
  // The device’s voice is stood in for: it says a portion in a moment.
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.defineProperty(window, "speechSynthesis", {
      value: Object.assign(new EventTarget(), {
        getVoices: () => [],
        cancel: () => undefined,
        speak: (utterance: SpeechSynthesisUtterance) => {
          said.push(utterance.text);
          setTimeout(() => utterance.onend?.(new Event("end") as SpeechSynthesisEvent), 30);
        },
      }),
    });
  });
  await visit(page, "offline");
  await page.getByRole("button", { name: /^Download today/u }).click();
  await expect(page.getByText("Today’s stories are on this device.")).toBeVisible({ timeout: 60_000 });
  await page.goto(story);
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("The story is saved.")).toBeVisible();
  await site(page, "gone");
  await page.goto("search?q=pigeons");
  await page.getByRole("main").getByRole("link", { name: "Forty-five pigeons and a gap in the line" }).first().click();
  await expect(heading(page)).toHaveText("Forty-five pigeons and a gap in the line");
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(page.getByRole("region", { name: "Read aloud" })).toBeVisible();
  await expectAccessible(page);
  // To its end, and on to the saved story.
  await expect(heading(page)).toHaveText(headline, { timeout: 60_000 });
  await expect.poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said)).toContain(headline);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said[0]).toBe("Forty-five pigeons and a gap in the line");
  expect(said.join(" ")).not.toMatch(/Drawing: The Dateline|Image source/u);
});

test.describe("searching at the size of a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 });

  const field = (page: Page) => page.getByRole("combobox", { name: "Search for" });
  const found = (page: Page) => page.getByRole("main").getByRole("article");

  /** Searches as somebody would who is still connected, so that what that needs is stored. */
  async function searchOnce(page: Page, text: string): Promise<void> {
    await page.goto("search");
    await startApp(page);
    await field(page).fill(text);
    await field(page).press("Enter");
    await expect(found(page).first().locator("p mark").first()).toBeVisible();
  }

  test("without a network what is stored is searched, which is said, and a result is opened", async ({ page }) => {
    await visit(page, story);
    await searchOnce(page, "pigeons");
    await site(page, "gone");
    await page.goto("search");
    await startApp(page);
    await expect(page.getByText("You are offline. What is stored on this device is searched.")).toBeVisible();
    await expect(page.getByText(/^\d+ articles? (?:is|are) stored here and can be opened\.$/u)).toBeVisible();
    await field(page).fill("pigeons");
    await field(page).press("Enter");
    const first = found(page).getByRole("link", { name: "Forty-five pigeons and a gap in the line" });
    await expect(first).toBeVisible();
    await expectAccessible(page);
    await first.click();
    await expect(heading(page)).toHaveText("Forty-five pigeons and a gap in the line");
  });

  test("without a network a word whose part of the index is not stored is said not to have been looked for", async ({
    page,
  }) => {
    await visit(page, story);
    await searchOnce(page, "pigeons");
    await site(page, "gone");
    await field(page).fill("zeppelin");
    await field(page).press("Enter");
    await expect(page.getByText("The word “zeppelin” could not be looked for.")).toBeVisible();
    await expect(page.getByText(/No article has/u)).toHaveCount(0);
    await site(page, "back");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The word “zeppelin” could not be looked for.")).toHaveCount(0);
  });

  for (const fate of ["parts-missing", "parts-cut-off"] as const)
    test(`of an index that arrives with ${fate.replaceAll("-", " ")} the search says so, and recovers`, async ({
      page,
    }) => {
      await visit(page, story);
      await site(page, fate);
      await page.goto("search?q=pigeons");
      await startApp(page);
      await expect(page.getByText("The word “pigeons” could not be looked for.")).toBeVisible();
      await expect(page.getByText(/No article has/u)).toHaveCount(0);
      // Neither what the worker nor what the browser stored meanwhile may stand in its way.
      await site(page, "back");
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(found(page).first()).toBeVisible();
      await expect(page.getByText("could not be looked for")).toHaveCount(0);
    });

  test("an edition that is published while its page is open is searched in its new printing", async ({ page }) => {
    await visit(page, story);
    await page.goto("search?q=telegraph");
    await startApp(page);
    await expect(found(page).first()).toBeVisible();
    await site(page, "reprinted");
    await field(page).fill("pigeons");
    await field(page).press("Enter");
    await expect(found(page).first().getByRole("heading")).toHaveText("Forty-five pigeons and a gap in the line");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});
