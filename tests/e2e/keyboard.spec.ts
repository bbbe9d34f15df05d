import { expectAccessible } from "./axe.ts";
import { onDesktops } from "./projects.ts";
import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

test("with keys alone: from the front page to a story, saved, found among the saved ones, and on to what a search finds", async ({
  page,
}) => {
  await openRunning(page, "/");
  await expect(page.locator("html[data-tools=here]")).toBeAttached();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const link = page.locator("main .headline a:focus");
  await expect(link).toBeInViewport();
  const headline = (await link.textContent()) ?? "";
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
  await page.keyboard.press("s");
  await expect(page.getByText("The story is saved.")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page.getByRole("main").getByRole("link", { name: headline }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
  await page.keyboard.press("/");
  const field = page.getByRole("main").getByRole("combobox").first();
  await expect(field).toBeFocused();
  await page.keyboard.type("pigeons");
  await expect(page.getByRole("main").locator("mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  // From the field to the first result with Tab alone.
  const result = page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link");
  const isAtResult = () => result.evaluate((link) => link === document.activeElement);
  for (let stop = 0; stop < 60 && !(await isAtResult()); stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forty-five pigeons and a gap in the line");
});

test("Space and arrows scroll as they always do", onDesktops, async ({ page }) => {
  await openRunning(page, "/articles/null-island");
  await page.keyboard.press("Space");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
});

test("the list of shortcuts, and a key of the reader’s own, which is there on the next visit", async ({ page }) => {
  await openRunning(page, "/settings");
  await expect(page.locator("html[data-tools=here]")).toBeAttached();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Change the key for “Next headline”/u }).click();
  await page.keyboard.press("n");
  await expect(page.getByText("“Next headline” now has the key “n”.")).toBeVisible();
  await openRunning(page, "/sections/craft");
  await expect(page.locator("html[data-tools=here]")).toBeAttached();
  await page.keyboard.press("n");
  await expect(page.locator("main .headline a").first()).toBeFocused();
});

test("sharing offers a link to the paragraph in which something is selected", onDesktops, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openRunning(page, "/articles/how-fast-news-travelled");
  const paragraph = page.locator("[data-article-body] > p").nth(5);
  await paragraph.selectText();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog", { name: "Share" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy link to this paragraph" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const [, beginning = ""] = /^[^#]+#:~:text=(.+)$/u.exec(address) ?? [];
  expect(decodeURIComponent(beginning).split(" ")).toHaveLength(8);
  expect((await paragraph.textContent())?.startsWith(decodeURIComponent(beginning))).toBe(true);
});
