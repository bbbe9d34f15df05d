import type { Page } from "@playwright/test";
import { holdBack } from "./running.ts";
import { watchShifts } from "./shifts.ts";
import { photoAddress } from "./sites.ts";
import { expect, test } from "./watched.ts";

/** Pages by what they show, and how many photographs they have at least: one for each place of theirs that has one. */
const pages = {
  front: ["/", 3],
  "a section": ["/sections/news", 7],
  "an article with a photograph at its head": ["/articles/all-about-the-ferry", 2],
  "an article with a tall photograph": ["/articles/all-about-the-lighthouse", 2],
  "an article with a photograph in its text": ["/articles/the-quay-in-the-middle-of-a-story", 1],
} as const;

/** Makes every picture of the newsroom's own come, also those far below. */
async function lookThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    const own = [...document.images].filter(({ src }) => src.startsWith(location.origin));
    await Promise.all(own.map((image) => image.decode()));
  });
}

for (const [name, [address, least]] of Object.entries(pages)) {
  test(`${name}: every photograph is chosen for the width that it is drawn in`, async ({ page }) => {
    for (const width of [320, 390, 500, 700, 768, 1_000, 1_280, 1_600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(photoAddress + address);
      await lookThrough(page);
      const found = await page.locator("picture > img").evaluateAll((images) =>
        (images as HTMLImageElement[]).map((image) => {
          const { width: box, height } = image.getBoundingClientRect();
          const ratio = image.naturalWidth / image.naturalHeight;
          return {
            file: image.currentSrc,
            // A photograph that is cropped is drawn wider than its frame. What the browser takes its width for is what `sizes` says.
            drawn: getComputedStyle(image).objectFit === "cover" ? Math.max(box, height * ratio) : box,
            said: image.naturalWidth,
          };
        }),
      );
      expect(found.length).toBeGreaterThanOrEqual(least);
      for (const { file, drawn, said } of found) {
        expect(file).toMatch(/\.avif$/u);
        expect(said / drawn, `${file} at ${width}: ${drawn} drawn, ${said} said`).toBeGreaterThan(0.97);
        expect(said / drawn, `${file} at ${width}: ${drawn} drawn, ${said} said`).toBeLessThan(1.06);
      }
    }
  });

  test(`${name}: nothing moves when its photographs come, and each of them comes once`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "image") asked.push(request.url());
    });
    const shifted = await watchShifts(page);
    await page.goto(photoAddress + address);
    await lookThrough(page);
    await page.waitForTimeout(200);
    expect(await shifted()).toBe(0);
    const photographs = asked.filter((url) => url.includes("/pictures/"));
    expect(photographs.length).toBeGreaterThan(0);
    expect(new Set(photographs).size).toBe(photographs.length);
  });
}

test("a picture from elsewhere, whose shape nobody knows, moves nothing when it comes, and is shown whole", async ({
  page,
}) => {
  const tall = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"><rect width="300" height="900" fill="teal"/></svg>`;
  const letGo = await holdBack(page, "https://elsewhere.example/tall.svg", {
    contentType: "image/svg+xml",
    body: tall,
  });
  const shifted = await watchShifts(page);
  await page.goto(`${photoAddress}/articles/a-tower-from-elsewhere`);
  const picture = page.getByRole("img", { name: "A tower" });
  await picture.scrollIntoViewIfNeeded();
  const before = await picture.boundingBox();
  letGo();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalHeight)).toBe(900);
  expect(await picture.boundingBox()).toEqual(before);
  expect(await picture.evaluate((image) => getComputedStyle(image).objectFit)).toBe("contain");
  expect(await shifted()).toBe(0);
});

test("a browser that knows neither AVIF nor WebP gets what the photograph was", async ({ page }) => {
  await page.goto(`${photoAddress}/articles/all-about-the-ferry`);
  const fallback = await page.locator("figure img").first().getAttribute("src");
  expect(fallback).toMatch(/\/pictures\/ferry-[0-9a-f]{10}-1160\.jpg$/u);
  const answer = await page.request.get(photoAddress + String(fallback));
  expect([answer.status(), answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual([
    200,
    "image/jpeg",
    "public, max-age=31536000, immutable",
  ]);
});
