import type { Page } from "@playwright/test";
import sharp from "sharp";
import { onDesktops } from "./projects.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const article = "/articles/how-fast-news-travelled";

test("on paper an article is black on white, with its pictures, captions, credits, date and address, and no controls", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openRunning(page, article);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [backgroundColor, color];
  });
  expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await expect(page.locator(".imprint").first()).toBeVisible();
  await expect(page.locator(".imprint").first()).toContainText("The Dateline");
  await expect(page.getByText(new URL(article, page.url()).href)).toBeVisible();
  await expect(page.locator(".facts time").first()).toBeVisible();
  for (const figure of await page.getByRole("figure").all()) {
    if ((await figure.locator("img").count()) === 0) continue;
    await expect(figure.locator("img")).toBeVisible();
    await expect(figure.locator("figcaption")).toBeVisible();
    await expect(figure.locator("[data-credit]")).toBeVisible();
  }
  for (const role of ["button", "navigation", "searchbox", "banner", "contentinfo"] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  const size = await page
    .locator("[data-article-body] p")
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  expect((size * 72) / 96).toBeGreaterThanOrEqual(10.5);
});

/** How light the first picture of the page is, from 0 to 255. */
async function lightness(page: Page): Promise<number> {
  const { channels } = await sharp(await page.locator("#figure-1 img").screenshot()).stats();
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean, 0) / 3;
}

test("a drawing is printed in its light colours, whatever the theme on the screen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(article);
  const dark = await lightness(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const printed = await lightness(page);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  const light = await lightness(page);
  expect(light - dark).toBeGreaterThan(40);
  expect(Math.abs(printed - light)).toBeLessThan(12);
});

test("as a PDF it knows its language and is tagged", onDesktops, async ({ page }) => {
  await openRunning(page, "/articles/lachin-mulaqat-urdu");
  const pdf = (await page.pdf({ tagged: true })).toString("latin1");
  expect(pdf).toContain("/MarkInfo");
  expect(pdf).toMatch(/\/Lang \(ur\)/u);
});
