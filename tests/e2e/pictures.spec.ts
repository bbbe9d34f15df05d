import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const article = "/articles/how-fast-news-travelled";

const viewer = (page: Page) => page.getByRole("dialog", { name: /^Picture \d of \d$/u });
const firstPicture = (page: Page) => page.locator("#figure-1 a").first();

/** The pictures that a page asks for, as it asks. */
function picturesAskedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/pictures\//u.test(request.url())) asked.push(request.url());
  });
  return asked;
}

test("the first tap on a page may be on a picture: it opens large, Back closes it, and the focus returns", async ({
  page,
}) => {
  await page.goto(article);
  await firstPicture(page).click();
  await expect(viewer(page)).toBeVisible();
  await expect(page).toHaveURL(/#figure-1$/u);
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/#figure-2$/u);
  await page.goBack();
  await expect(viewer(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${article}$`, "u"));
  await expect(page.locator("#figure-2 a").first()).toBeFocused();
  await expect(page.locator("#figure-2 a").first()).toBeInViewport();
});

test("Escape closes a picture, and the page behind it does not move", async ({ page }) => {
  await openRunning(page, article);
  await firstPicture(page).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await firstPicture(page).click();
  await expect(viewer(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(viewer(page)).toBeHidden();
  await expect(firstPicture(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("a link to a picture opens it, readable in the dark, with its caption and credit in sight", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${article}#figure-2`);
  await expect(viewer(page)).toBeVisible();
  await expectAccessible(page);
  const caption = viewer(page).locator("figcaption");
  await expect(caption).toBeInViewport({ ratio: 1 });
  await expect(viewer(page).locator("[data-credit]")).toBeInViewport({ ratio: 1 });
  const shown = await viewer(page)
    .getByRole("img")
    .evaluate((image: HTMLImageElement) => {
      const { width, height } = image.getBoundingClientRect();
      return { isWhole: image.naturalWidth > 0, width, height };
    });
  expect(shown.isWhole).toBe(true);
  expect(Math.min(shown.width, shown.height)).toBeGreaterThan(150);
});

test("the pictures on either side are there before they are turned to", async ({ page }) => {
  await openRunning(page, `${article}#figure-2`);
  await expect(viewer(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  const asked = picturesAskedFor(page);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/#figure-3$/u);
  await page.waitForTimeout(200);
  const third = await viewer(page).getByRole("img").getAttribute("src");
  expect(asked.filter((address) => address.endsWith(third ?? ""))).toEqual([]);
});

test("a picture whose file does not come keeps its caption and credit, in the page and large", async ({ page }) => {
  await page.route("**/pictures/**", (route) => route.abort());
  await page.goto(article);
  await expect(page.locator("#figure-1 figcaption")).toBeVisible();
  await expect(page.locator("#figure-1 [data-credit]")).toBeVisible();
  await firstPicture(page).click();
  await expect(viewer(page).getByText("The picture could not be loaded.")).toBeVisible();
  await expect(viewer(page).locator("[data-credit]")).toBeVisible();
});

test("when the app does not come, a picture leads to its file", async ({ page }) => {
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto(article);
  await firstPicture(page).click();
  await expect(page).toHaveURL(/\/pictures\/[^/]+\.svg$/u);
});

test.describe("where data is saved", () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => localStorage.setItem("dateline-settings", '{"pictures":"tapped"}')),
  );

  test("pictures wait until they are tapped; each says what it shows and how much it weighs", async ({ page }) => {
    const asked = picturesAskedFor(page);
    await page.goto(article);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    await page.evaluate(() => scrollTo(0, 0));
    // A browser looks ahead for the first picture before any script can run, and finds it wanted at once.
    const first = await firstPicture(page).getAttribute("href");
    expect(asked.filter((address) => !address.endsWith(first ?? ""))).toEqual([]);
    expect(await page.locator("figure img:not([data-src])").count()).toBe(0);
    asked.length = 0;
    const link = firstPicture(page);
    const said = await link.evaluate((element) => ({
      alt: element.querySelector("img")?.alt ?? "",
      weight: getComputedStyle(element, "::after").content,
    }));
    expect(said.alt.length).toBeGreaterThan(10);
    expect(said.weight).toMatch(/^"Show the picture \(\d+ kB\)"$/u);
    await expectAccessible(page);
    await link.click();
    await expect(link.locator("img[src]")).toHaveJSProperty("complete", true);
    await expect(viewer(page)).toBeHidden();
    await link.click();
    await expect(viewer(page)).toBeVisible();
    expect(asked.filter((address) => !address.endsWith(first ?? ""))).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#figure-2 a").first().click();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await expect(page.locator("#figure-2 img[src]")).toHaveJSProperty("complete", true);
  });

  test("on the pages that are opened from there none is fetched", async ({ page }) => {
    const asked = picturesAskedFor(page);
    await openRunning(page, "/");
    asked.length = 0;
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page.locator("[data-article-body]")).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await page.goto("/settings");
    await page.getByRole("checkbox", { name: "Save data: pictures only when tapped" }).uncheck();
    await page.getByRole("link", { name: "The Dateline" }).first().click();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });
});
