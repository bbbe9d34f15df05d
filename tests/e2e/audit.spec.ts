import type { Page } from "@playwright/test";
import sharp from "sharp";
import { allCriteria, axe, byHand, checks, tested } from "./audit/criteria.ts";
import { expectAccessible } from "./axe.ts";
import { pageTypes } from "./page-types.ts";
import { openRunning } from "./running.ts";
import { photoAddress, printedPort, urduPort } from "./sites.ts";
import { expect, test } from "./watched.ts";

/** One page of every template, in an English newsroom and in one that works in Urdu. */
const audited = [
  "front",
  "a section",
  "all topics",
  "an article with a table and several pictures",
  "a corrected article",
  "an Urdu article",
  "a search",
  "saved stories",
  "catching up",
  "reading offline",
  "reading settings",
  "the page that opens files",
  "an address that names nothing",
] as const;
const newsrooms = { English: `http://localhost:${printedPort}`, Urdu: `http://localhost:${urduPort}` };
const pages = [
  ...Object.entries(newsrooms).flatMap(([language, site]) =>
    audited.map((name) => [`${language}: ${name}`, site + pageTypes[name]] as const),
  ),
  ["English: a story with a photograph", pageTypes["a story with a photograph"]] as const,
];

for (const [name, address] of pages)
  test(`${name} meets every criterion that a machine can see`, async ({ page }, { annotations }) => {
    test.slow();
    const found: string[] = [];
    // What `npm run audit` makes its table of.
    const note = (criteria: string, faults: readonly string[]) => {
      annotations.push({ type: "held to", description: criteria });
      for (const fault of faults) annotations.push({ type: "fault", description: `${criteria}: ${name}: ${fault}` });
      found.push(...faults.map((fault) => `${criteria}: ${fault}`));
    };
    await openRunning(page, address);
    await page.waitForLoadState("networkidle");
    const broken = await expectAccessible(page).then(
      () => [],
      (problem: unknown) => [String(problem).slice(0, 2_000)],
    );
    note(axe.criteria, broken);
    for (const { criteria, on, faults } of checks)
      if (!on || (await page.locator(on).count()) > 0) note(criteria, await faults(page));
    expect(found).toEqual([]);
  });

test("no two pages have one title", async ({ request }) => {
  const titles = new Map<string, string>();
  for (const address of Object.values(pageTypes)) {
    const { pathname } = new URL(address, newsrooms.English);
    if (address.startsWith(photoAddress)) continue;
    const answer = await request.get(pathname);
    if (answer.status() !== 200) continue;
    const [, title = ""] = /<title>([^<]+)<\/title>/u.exec(await answer.text()) ?? [];
    expect(titles.get(title) ?? pathname, title).toBe(pathname);
    titles.set(title, pathname);
  }
  expect(titles.size).toBeGreaterThan(20);
});

/** How many pixels around an element change by three to one when it is given the focus, and how many its perimeter has. */
async function focusPixels(page: Page, selector: string): Promise<readonly [changed: number, perimeter: number]> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  await element.blur();
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const clip = { x: x - 8, y: y - 8, width: width + 16, height: height + 16 };
  const lights = async () => {
    const pixels = await sharp(await page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer();
    const linear = (value: number) => (value <= 10.31 ? value / 3_294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return Array.from(
      { length: pixels.length / 3 },
      (_none, at) =>
        0.2126 * linear(pixels[3 * at] ?? 0) +
        0.7152 * linear(pixels[3 * at + 1] ?? 0) +
        0.0722 * linear(pixels[3 * at + 2] ?? 0) +
        0.05,
    );
  };
  const before = await lights();
  await element.focus();
  const after = await lights();
  const changed = after.filter((light, at) => {
    const was = before[at] ?? light;
    return Math.max(light, was) / Math.min(light, was) >= 3;
  });
  return [changed.length, 2 * 2 * (width + height) - 16];
}

const stops = {
  "/articles/how-fast-news-travelled": [".masthead-name a", ".byline a", ".figure-link", ".tool", ".scroll-box"],
  "/settings": ["input[type=radio]:checked", "input[type=checkbox]", "main button"],
  "/search?q=telegraph": ["main input[type=search]", "main [type=submit]", "main summary", "main article a"],
  "/": [".headline-splash a", "header input", ".slab-name a"],
};

test("focus changes two pixels around every kind of stop, by three to one", async ({ page }) => {
  for (const [address, selectors] of Object.entries(stops)) {
    await openRunning(page, address);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    for (const selector of selectors) {
      const [changed, perimeter] = await focusPixels(page, selector);
      expect(changed, `${selector} on ${address}`).toBeGreaterThanOrEqual(perimeter);
    }
  }
});

test("every criterion is held by a check, a test or somebody’s eye", () => {
  const named = [axe, ...checks].map(({ criteria }) => criteria);
  const elsewhere = Object.values(tested).flatMap((tests) => tests.map(([criteria]) => criteria));
  const held = new Set([...named, ...elsewhere, ...Object.keys(byHand)].flatMap((criteria) => criteria.split(" ")));
  expect(allCriteria.filter((criterion) => !held.has(criterion))).toEqual([]);
  expect([...held].filter((criterion) => !allCriteria.includes(criterion))).toEqual([]);
});
