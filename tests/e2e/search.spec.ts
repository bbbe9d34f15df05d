import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { holdBack, openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search for" });
const rows = (page: Page) => page.getByRole("main").getByRole("article");
const headlines = (page: Page) => rows(page).getByRole("heading", { level: 2 });
const completions = (page: Page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
const urlOf = (query: string) => new RegExp(`[?&]q=${query.replaceAll("+", "\\+")}(?:&|$)`, "u");

async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Filters" });
  if (await button.isVisible()) await button.click();
}

test("results come with the first letter, and every letter after it is answered", async ({ page }) => {
  await openRunning(page, "/search");
  await field(page).focus();
  await page.keyboard.type("p");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.type("igeons", { delay: 30 });
  await expect(page).toHaveURL(urlOf("pigeons"));
  await expect(headlines(page).first()).toHaveText("Forty-five pigeons and a gap in the line");
  await expect(headlines(page).first().locator("mark")).toHaveText("pigeons");
  await expect(rows(page).first().locator("p mark").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ results?$/u })).toBeAttached();
});

test("for a search that another one has followed nothing further is loaded", async ({ page }) => {
  await openRunning(page, "/search");
  await field(page).focus();
  const asked: string[] = [];
  const held: (() => void)[] = [];
  await page.route("**/search/*-*", async (route) => {
    const kind = /-([a-z]+)-/u.exec(route.request().url())?.[1] ?? "";
    asked.push(kind);
    if (kind === "words") await new Promise<void>((arrive) => held.push(arrive));
    await route.continue();
  });
  await field(page).fill("telegraph ");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await field(page).fill("zzzz ");
  await expect(page).toHaveURL(urlOf("zzzz+"));
  // The address is written first; the page has the new search once it says so.
  await expect(page.getByRole("heading", { level: 1 })).toContainText("zzzz");
  for (const arrive of held) arrive();
  await expect(page.getByRole("main").getByText("zzzz", { exact: false }).nth(1)).toBeVisible();
  await page.waitForTimeout(500);
  expect(asked).not.toContain("stored");
  await field(page).fill("telegraph ");
  await expect(rows(page).first()).toBeVisible();
  expect(asked).toContain("stored");
});

test("a word is completed by keyboard, and Escape keeps what was typed", async ({ page }) => {
  await openRunning(page, "/search");
  await field(page).focus();
  await page.keyboard.type("telegr");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.keyboard.press("Escape");
  await expect(completions(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue("telegr");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(completions(page).first()).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  const name = await completions(page).first().locator("bdi").textContent();
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue(`${name} `);
  await expect(field(page)).toBeFocused();
  await expect(rows(page).first()).toBeVisible();
});

test("a word that is typed wrongly is corrected once the typing rests, and results never go while it is typed", async ({
  page,
}) => {
  await openRunning(page, "/search");
  await field(page).focus();
  await page.keyboard.type("telegrap");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("ph", { delay: 30 });
  for (let look = 0; look < 10; look += 1) {
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.waitForTimeout(60);
  }
  await expect(page.getByText(/^Similar to “telegrph”: .*telegraph/u)).toBeVisible();
  await expect(rows(page).first().getByText("Only with a similar word")).toBeVisible();
});

test("a completion is taken with a tap, and filters by a place", async ({ page }) => {
  await openRunning(page, "/search");
  await field(page).focus();
  await page.keyboard.type("lach");
  await completions(page).filter({ hasText: "Place" }).first().click();
  await expect(field(page)).toHaveValue("place:lachin ");
  await expect(page.getByRole("button", { name: "Remove Place: Lachin" })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test("a mistyped word finds what was meant, says so, and can be insisted on", async ({ page }) => {
  await openRunning(page, "/search?q=telegrpah");
  await expect(page.getByText(/^Similar to “telegrpah”: .*telegraph/u)).toBeVisible();
  await expect(rows(page).first().getByText("Only with a similar word")).toBeVisible();
  await page.getByRole("link", { name: "Search only for “telegrpah”" }).click();
  await expect(page.getByText(/No article has “telegrpah”/u)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /instead of “telegrpah”/u }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByText(/^Similar to/u)).toHaveCount(0);
});

test("a phrase finds only what has its words side by side", async ({ page }) => {
  await openRunning(page, `/search?q=${encodeURIComponent('"null island"')}`);
  await expect(headlines(page).first()).toHaveText("Null Island, the busiest place that does not exist");
  await page.goto(`/search?q=${encodeURIComponent('"island null"')}`);
  await expect(page.getByText(/No article has/u)).toBeVisible();
});

test("filters write the query, and each part of it can be taken out again", async ({ page }) => {
  await openRunning(page, "/search?q=telegraph");
  const found = page.getByText(/^\d+ results?$/u).first();
  const all = await found.textContent();
  await openFilters(page);
  const history = page.getByRole("checkbox", { name: /^History/u });
  await history.click();
  await expect(history).toBeChecked();
  await expect(page).toHaveURL(urlOf("section%3Ahistory+telegraph"));
  await expect(field(page)).toHaveValue("section:history telegraph");
  await expect
    .poll(async () => Number.parseInt((await found.textContent()) ?? "", 10))
    .toBeLessThan(Number.parseInt(all ?? "", 10));
  await expect(rows(page).locator(".kicker").filter({ hasNotText: "History" })).toHaveCount(0);
  await page.getByText("Date", { exact: true }).and(page.locator("summary")).click();
  await page.getByLabel("From").fill("2025-06-01");
  await expect(page.getByRole("button", { name: "Remove Since 1 June 2025" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove Section: History" }).click();
  await expect(history).not.toBeChecked();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect(field(page)).toHaveValue("telegraph");
  await expect(found).toHaveText(all ?? "");
});

test("Back from a result restores query, results, place and focus", async ({ page }) => {
  await openRunning(page, "/search");
  await field(page).focus();
  await page.keyboard.type("telegraph");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(urlOf("telegraph"));
  // Passages come once everything that was found is there.
  await expect(rows(page).first().locator("p mark").first()).toBeVisible();
  // Further results come as the reader goes down.
  await headlines(page).nth(4).scrollIntoViewIfNeeded();
  const last = headlines(page).nth(5).getByRole("link");
  await last.scrollIntoViewIfNeeded();
  const [text, before] = [await last.textContent(), await page.evaluate(() => scrollY)];
  await last.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text ?? "");
  await page.goBack();
  await expect(field(page)).toHaveValue("telegraph");
  await expect(last).toBeFocused();
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(48);
});

test("nothing below moves when passages come", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput)
          Object.assign(window, { moved: (window as unknown as { moved: number }).moved + entry.value });
    }).observe({ type: "layout-shift", buffered: true });
  });
  await openRunning(page, "/search?q=telegraph");
  await expect(rows(page).first().locator("p mark").first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.05);
});

test("the first marked word of each passage is seen in its two lines, in English and in Urdu", async ({ page }) => {
  for (const query of ["telegraph", "island", "حسنوف", "پاکستان"]) {
    await openRunning(page, `/search?q=${encodeURIComponent(query)}`);
    await expect(rows(page).first().locator("p mark").first()).toBeVisible();
    const places = await rows(page)
      .locator(".search-snippet:has(mark)")
      .evaluateAll((passages) =>
        passages.map((passage) => {
          const top = passage.getBoundingClientRect().top;
          const line = Number.parseFloat(getComputedStyle(passage).lineHeight);
          const { bottom } = passage.querySelector("mark")?.getBoundingClientRect() ?? { bottom: Infinity };
          return (bottom - top) / line;
        }),
      );
    expect(places.length, query).toBeGreaterThan(0);
    expect(Math.max(...places), query).toBeLessThan(2.2);
  }
});

test("marks stand out by seven to one in every theme", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openRunning(page, "/search?q=telegraph");
  await expect(rows(page).locator("mark").first()).toBeVisible();
  for (const theme of ["light", "dark", "sepia", "contrast"]) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset["theme"] = chosen;
    }, theme);
    await expectAccessible(page, ["color-contrast", "color-contrast-enhanced"]);
  }
});

test("a search that is kept is there after a reload, and has an address", async ({ page }) => {
  await openRunning(page, "/search?q=telegraph");
  const keep = page.getByRole("button", { name: "Keep this search" });
  await keep.click();
  await expect(keep).toHaveAttribute("aria-pressed", "true");
  await openRunning(page, "/search");
  const kept = page.getByRole("region", { name: "Kept searches" });
  await expect(kept.getByRole("link", { name: "telegraph" })).toBeVisible();
  await expectAccessible(page);
  await kept.getByRole("link", { name: "telegraph" }).click();
  await expect(page).toHaveURL(urlOf("telegraph"));
  await expect(rows(page).first()).toBeVisible();
});

test("without a connection the search says what it covers, and finds what was loaded", async ({ page, context }) => {
  await openRunning(page, "/search?q=telegraph");
  await expect(rows(page).first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What is stored on this device is searched.")).toBeVisible();
  await field(page).fill("telegraph wire");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: telegraph wire");
  await expect(page.getByText(/could not be looked (?:for|at)|results?$/u).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline. What is stored on this device is searched.")).toHaveCount(0);
});

test("what is typed before the app has come is searched for when it has", async ({ page }) => {
  const letGo = await holdBack(page, "**/assets/*.js");
  await page.goto("/search", { waitUntil: "commit" });
  const field = page.locator("main input[name=q]");
  await field.fill("telegraph");
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: telegraph");
  await expect(field).toHaveValue("telegraph");
});
