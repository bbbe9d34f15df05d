import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const pages = {
  front: "/",
  "a section": "/sections/world",
  "a topic": "/topics/lachin-visit",
  "a place": "/places/lachin",
  "an author": "/authors/the-dateline-desk",
  "a credit": "/credits/drawing-the-dateline",
  "a month": "/archive/2025/05",
  "the archive": "/archive",
  "an article": "/articles/three-leaders-meet-in-lachin",
  "an Urdu article": "/articles/urdu",
  "an Azerbaijani article": "/articles/azerbaijani",
  "a search": "/search?q=lachin",
  "the open page": "/open",
  "an address that names nothing": "/articles/no-such-thing",
};

for (const [name, address] of Object.entries(pages)) {
  test(`${name}: axe finds nothing, one h1, no sideways scroll, no uncaught error`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
  });

  test(`${name}: readable in the dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
  });
}
