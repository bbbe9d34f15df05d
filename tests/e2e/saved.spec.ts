import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const article = "/articles/null-island";
const headline = "Null Island, the busiest place that does not exist";

const saveButton = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).first();

test("the first tap on a page may be on Save; the story is there after the page was closed", async ({ page }) => {
  await page.goto(article);
  await saveButton(page).click();
  await expect(saveButton(page)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("The story is saved.")).toBeVisible();
  await page.goto("/saved");
  await expect(page.getByText("1 saved story")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: headline }).first().click();
  await expect(saveButton(page)).toHaveAttribute("aria-pressed", "true");
  await saveButton(page).click();
  await expect(page.getByText("The story is no longer saved.")).toBeVisible();
  await page.goto("/saved");
  await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
});

test("a half-read story offers to go on from its paragraph, and never jumps there", async ({ page }) => {
  await page.goto(article, { waitUntil: "domcontentloaded" });
  const paragraph = page.locator("[data-article-body] > p").nth(2);
  await paragraph.evaluate((block) => scrollTo(0, block.getBoundingClientRect().top + scrollY - 100));
  const text = (await paragraph.textContent()) ?? "";
  await page.waitForResponse(/\/assets\/rest-/u);
  // Left for another page without the app having run.
  await page.goto("/sections/craft");
  await page.goto(article);
  const offer = page.getByRole("button", { name: /^Continue from “/u });
  await expect(offer).toBeVisible();
  expect(await offer.textContent()).toContain(text.slice(0, 20));
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expectAccessible(page);
  await offer.click();
  await expect(paragraph).toBeInViewport();
  await expect(offer).toBeHidden();
});

test("a story read to its end, or one that was only opened, offers nothing", async ({ page }) => {
  for (const to of [0, 100_000]) {
    await openRunning(page, article);
    await page.evaluate((top) => scrollTo(0, top), to);
    await page.waitForTimeout(600);
    await page.goto(article);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Shift");
    await expect(page.locator("html[data-tools=here]")).toBeAttached();
    await expect(page.getByRole("button", { name: /^Continue from/u })).toBeHidden();
  }
});

test("what was read says so on the front page", async ({ page }) => {
  await openRunning(page, article);
  await page.waitForTimeout(300);
  await openRunning(page, "/");
  const story = page.getByRole("article").filter({ has: page.getByRole("link", { name: headline }) });
  await expect(story).toContainText("Read");
});

test("what was saved and read goes into a file, and comes from it on another device", async ({ page, browser }) => {
  await openRunning(page, article);
  await saveButton(page).click();
  await expect(saveButton(page)).toHaveAttribute("aria-pressed", "true");
  await openRunning(page, "/saved");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const path = await (await download).path();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ format: "dateline-reading", version: 1 });
  const elsewhere = await (await browser.newContext()).newPage();
  await openRunning(elsewhere, `${new URL(page.url()).origin}/saved`);
  await elsewhere.getByLabel("Add from a file").setInputFiles(path);
  await expect(elsewhere.getByText("1 story was added.")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByText("1 saved story")).toBeVisible();
  await elsewhere.context().close();
});

test("where the device stores nothing, saving says so and reading goes on", async ({ page }) => {
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { get: deny });
    Object.defineProperty(window, "localStorage", { get: deny });
  });
  await page.goto(article);
  await saveButton(page).click();
  await expect(page.getByText(/stores nothing for this site/u)).toBeVisible();
  await expect(saveButton(page)).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("region", { name: "Related" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(headline);
});

test("what is saved in one tab is saved in another that is open", async ({ page, context }) => {
  await openRunning(page, "/saved");
  await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
  const other = await context.newPage();
  await openRunning(other, "/articles/null-island");
  await other.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("1 saved story")).toBeVisible();
  await other.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
  await other.close();
});
