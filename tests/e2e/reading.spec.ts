import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { pageTypes } from "./page-types.ts";
import { onDesktops } from "./projects.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

/** Opens a page with the app running in it, and gives whatever goes wrong from then on as it happens. */
async function open(page: Page, address: string): Promise<readonly string[]> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/the server responded with a status of 404/u.test(message.text()))
      errors.push(message.text());
  });
  await openRunning(page, address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  return errors;
}

/** One h1, first in main, no level skipped and no heading empty. */
async function expectOutline(page: Page): Promise<void> {
  const levels = await page
    .getByRole("main")
    .getByRole("heading")
    .evaluateAll((headings) => headings.map(({ tagName, textContent }) => [Number(tagName.slice(1)), textContent]));
  expect(levels[0]?.[0]).toBe(1);
  for (const [at, [level, text]] of levels.entries()) {
    expect(text).not.toBe("");
    if (at > 0) expect(Number(level), String(text)).toBeLessThanOrEqual(Number(levels[at - 1]?.[0]) + 1);
  }
}

for (const [name, address] of Object.entries(pageTypes)) {
  test(`${name}: every rule of axe holds, the outline is whole, nothing scrolls sideways, and nothing fails`, async ({
    page,
  }) => {
    const errors = await open(page, address);
    await expectOutline(page);
    await expectAccessible(page);
    for (const width of [320, 768, page.viewportSize()?.width ?? 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width} pixels wide`).toBe(0);
    }
    expect(errors).toEqual([]);
  });

  test(`${name}: readable in the dark`, onDesktops, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, address);
    await expectAccessible(page, ["color-contrast", "color-contrast-enhanced"]);
  });
}
