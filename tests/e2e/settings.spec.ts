import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { onPhones } from "./projects.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const article = "/articles/how-fast-news-travelled";

/** Opens a page as it is for a reader who has chosen these settings before. */
async function openAsSet(page: Page, address: string, settings: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("dateline-settings", chosen), JSON.stringify(settings));
  await page.goto(address);
}

const styleOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { backgroundColor, fontSize, lineHeight, fontFamily, letterSpacing } = getComputedStyle(element);
      return {
        backgroundColor,
        fontSize: Number.parseFloat(fontSize),
        leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
        fontFamily,
        letterSpacing,
      };
    });

test("a page is as its reader has set it before it is first painted, and without the app", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.addInitScript(() => {
    // The theme at the first moment at which there is anything to paint.
    new MutationObserver((_records, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtFirst: document.documentElement.dataset["theme"] });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await openAsSet(page, article, { theme: "sepia", size: "7", leading: "4", face: "sans", spacing: "widest" });
  expect(await page.evaluate(() => (window as unknown as { themeAtFirst: string }).themeAtFirst)).toBe("sepia");
  expect((await styleOf(page, "html")).backgroundColor).toBe("rgb(246, 238, 221)");
  const text = await styleOf(page, "[data-article-body] p");
  expect(text.fontSize).toBeGreaterThanOrEqual(30);
  expect(text.leading).toBeCloseTo(2, 1);
  expect(text.fontFamily).toContain("Libre Franklin");
  expect(Number.parseFloat(text.letterSpacing)).toBeGreaterThan(0);
  expect(await page.locator("meta[name=theme-color]").first().getAttribute("content")).toMatch(/^#f6eedd$/iu);
  expect(scripts).toEqual([]);
});

test("an Urdu text is never set closer than its letters need, nor are they moved apart", async ({ page }) => {
  await openAsSet(page, "/articles/lachin-mulaqat-urdu", { leading: "1", spacing: "widest" });
  const text = await styleOf(page, "[data-article-body] p");
  expect(text.leading).toBeGreaterThanOrEqual(1.85);
  expect(text.letterSpacing).toBe("normal");
});

for (const theme of ["light", "dark", "sepia", "contrast"]) {
  test(`the ${theme} theme is readable, whatever the device’s`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === "light" ? "dark" : "light" });
    await openAsSet(page, article, { theme });
    await expectAccessible(page, ["color-contrast", "color-contrast-enhanced"]);
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme).toBe(theme === "light" || theme === "sepia" ? "light" : "dark");
  });
}

test("the largest text in the widest setting fits a narrow window", async ({ page }) => {
  await openAsSet(page, article, { size: "7", measure: "3", spacing: "widest", leading: "4" });
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${width} pixels wide`).toBe(0);
  }
});

test("the theme follows the device until the reader chooses one", async ({ page }) => {
  await openRunning(page, "/settings");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => (await styleOf(page, "html")).backgroundColor).toBe("rgb(19, 21, 24)");
  await page.getByRole("radio", { name: "Light" }).check();
  await expect.poll(async () => (await styleOf(page, "html")).backgroundColor).toBe("rgb(251, 250, 248)");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
});

test("the first tap on a page opens the settings over the article, which change under them", async ({ page }) => {
  await page.goto(article);
  await page.getByRole("button", { name: "Text and colours" }).click();
  const sheet = page.getByRole("dialog", { name: "Reading settings" });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  const before = await styleOf(page, "[data-article-body] p");
  await sheet.getByRole("radio", { name: "200%" }).check();
  expect((await styleOf(page, "[data-article-body] p")).fontSize).toBeCloseTo(2 * before.fontSize, 0);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: "Text and colours" })).toBeFocused();
});

test("on a phone the tools stay in reach of the thumb, and cover little", onPhones, async ({ page }) => {
  await page.goto(article);
  await page.evaluate(() => scrollTo(0, 1_500));
  const tool = page.getByRole("button", { name: "Text and colours" });
  await expect(tool).toBeInViewport();
  const box = await tool.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(box?.y).toBeGreaterThan(height / 2);
  expect(height - (box?.y ?? 0)).toBeLessThan(0.15 * height);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const last = page.getByRole("contentinfo").getByRole("link").last();
  const foot = await last.boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual((await tool.boundingBox())?.y ?? 0);
});
