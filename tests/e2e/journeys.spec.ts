import type { Page } from "@playwright/test";
import { onDesktops, onPhones } from "./projects.ts";
import { holdBack, openRunning, pointAt, startApp, topOf } from "./running.ts";
import { liveAddress, photoAddress } from "./sites.ts";
import { expect, test } from "./watched.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a reader goes from the front page to an article, on to a related one, and back to where they were", async ({
  page,
}) => {
  await openRunning(page, "/");
  const story = page
    .getByRole("main")
    .getByRole("link", { name: "Null Island, the busiest place that does not exist" });
  await story.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await story.click();
  await expect(heading(page)).toHaveText("Null Island, the busiest place that does not exist");
  await expect(heading(page)).toBeFocused();
  // The heading is read out for having the focus; nothing says it a second time.
  expect(await page.getByRole("status").allInnerTexts()).not.toContain(
    "Null Island, the busiest place that does not exist",
  );
  await expect(page).toHaveTitle("Null Island, the busiest place that does not exist – The Dateline");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByRole("region", { name: "Related" }).getByRole("link").first().click();
  await expect(heading(page)).not.toHaveText("Null Island, the busiest place that does not exist");
  await page.goBack();
  await page.goBack();
  await expect(story).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 48);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(48);
});

test("Back from an article that was loaded anew finds the page that the app showed before it", async ({ page }) => {
  await openRunning(page, "/");
  const story = page.getByRole("main").getByRole("link").nth(14);
  await story.evaluate((link) => link.scrollIntoView({ block: "center" }));
  const before = await topOf(story);
  const title = (await heading(page).textContent()) ?? "";
  await story.click();
  await expect(page).toHaveURL(/\/articles\//u);
  await page.reload();
  await page.goBack();
  await expect(heading(page)).toHaveText(title);
  await expect.poll(async () => Math.abs((await topOf(story)) - before)).toBeLessThanOrEqual(1);
});

test("Back finds a place within a page again, after another one was looked at there", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 400 });
  await openRunning(page, "/articles/null-island");
  // Fonts that are still to come would move what is looked at here.
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  const paragraph = (at: number) => page.locator("[data-article-body] > p").nth(at);
  const goTo = async (at: number) => {
    await page.evaluate(async (number) => {
      const paragraph = document.querySelectorAll("[data-article-body] > p").item(number);
      paragraph.id = `paragraph-${number}`;
      const gone = new Promise((done) => addEventListener("popstate", done, { once: true }));
      location.hash = paragraph.id;
      await gone;
    }, at);
    expect(await topOf(paragraph(at))).toBe(0);
  };
  await goTo(0);
  await goTo(3);
  // From where the page stands: a pointer would first have to go to the top of it.
  await page.evaluate(() => document.querySelector<HTMLElement>("header a[href='/']")?.click());
  await expect(page).toHaveURL(/\/$/u);
  for (const at of [3, 0]) {
    await page.goBack();
    await expect.poll(() => topOf(paragraph(at))).toBe(0);
  }
  await expect(page).toHaveURL(/#paragraph-0$/u);
});

test("of two links that are followed at once, the last one counts", async ({ page }) => {
  await openRunning(page, "/");
  const letGo = await holdBack(page, "**/articles/null-island.json");
  const link = (path: string) => page.locator(`main a[href="${path}"]`).first();
  await link("/articles/null-island").click();
  await expect(page.locator("main[aria-busy=true]")).toBeAttached();
  await link("/sections/craft").click();
  await expect(heading(page)).toHaveText("Craft");
  letGo();
  await page.waitForResponse("**/articles/null-island.json");
  await expect(heading(page)).toHaveText("Craft");
  await expect(page).toHaveURL(/\/sections\/craft$/u);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/u);
});

test("the story that the pointer rests on while the app comes is fetched by it", onDesktops, async ({ page }) => {
  const fetched = page.waitForRequest("**/articles/null-island.json");
  await page.goto("/");
  await pointAt(page.locator('main a[href="/articles/null-island"]').first());
  await fetched;
});

test("the skip link is the first stop and leads into the page", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page)).toHaveCount(1);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("with the keyboard alone: front page, search, result, as the title says", async ({ page }) => {
  await openRunning(page, "/search");
  const field = page.getByRole("combobox", { name: "Search for" });
  await field.focus();
  await page.keyboard.type("pigeons");
  await expect(page).toHaveURL(/\?q=pigeons$/u);
  await expect(page.getByRole("main").locator("mark").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Forty-five pigeons and a gap in the line");
  await expect(page).toHaveTitle("Forty-five pigeons and a gap in the line – The Dateline");
  await page.goBack();
  await expect(field).toHaveValue("pigeons");
});

test("every kind of address survives a reload", async ({ page }) => {
  for (const address of ["/articles/null-island", "/sections/craft", "/archive/2025/09", "/search?q=morse"]) {
    await openRunning(page, address);
    const title = await heading(page).textContent();
    await page.reload();
    await expect(heading(page)).toHaveText(title ?? "");
  }
});

test("a page that does not exist answers 404 and says so", async ({ page }) => {
  const answer = await page.goto("/articles/no-such-thing");
  expect(answer?.status()).toBe(404);
  await expect(heading(page)).toHaveText("We could not find that article");
  expect((await page.request.get("/assets/no-such-file.js")).status()).toBe(404);
});

test("on a phone the sections are a menu that Escape closes", onPhones, async ({ page }) => {
  await openRunning(page, "/articles/null-island");
  const menu = page.getByText("Sections", { exact: true }).first();
  await menu.tap();
  const link = page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Craft" });
  await expect(link).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(link).toBeHidden();
  await menu.tap();
  await link.tap();
  await expect(heading(page)).toHaveText("Craft");
  await expect(link).toBeHidden();
});

test(
  "an article begins within the first screen of a phone, and its controls are as large as a finger",
  onPhones,
  async ({ page }) => {
    await page.goto("/articles/null-island");
    const { y } = (await heading(page).boundingBox()) ?? { y: Number.NaN };
    expect(y).toBeLessThan(180);
    for (const control of await page.getByRole("banner").getByRole("link").all()) {
      if (await control.isVisible()) expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  },
);

test("an Urdu article is read from right to left in its own face, and never clipped", async ({ page }) => {
  await page.goto("/articles/lachin-mulaqat-urdu");
  await expect(heading(page)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const set = await page.evaluate(() => {
    const body = document.querySelector("[data-article-body] p");
    if (!body) throw new Error("The article has no text.");
    const { fontFamily, fontSize, lineHeight, textAlign } = getComputedStyle(body);
    return {
      language: document.documentElement.lang,
      direction: document.documentElement.dir,
      face: fontFamily.split(",")[0],
      leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      textAlign,
      loaded: document.fonts.check(`20px ${fontFamily.split(",")[0]}`, "ملاقات"),
    };
  });
  expect(set).toMatchObject({ language: "ur", direction: "rtl", textAlign: "start", loaded: true });
  expect(set.face).toContain("Nastaliq");
  expect(set.leading).toBeGreaterThanOrEqual(2);
});

test("an English page fetches no Arabic script’s font", async ({ page }) => {
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(request.url());
  });
  await page.goto("/articles/null-island");
  await expect(heading(page)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.filter((url) => /nastaliq|naskh|vazirmatn/u.test(url))).toEqual([]);
  expect(fonts.length).toBeGreaterThan(0);
});

test("a wire story opened from the device reads whole, and its file can be had back byte for byte", async ({
  page,
}) => {
  const filed =
    " date 2025-02-28 The ferry Aurora at the quay in Lisbon, Portugal, on February 28, 2025. —HARBOUR\r\n\r\nLISBON: The ferry “Aurora” sailed again.\r\n\r\nIt was late.\r\n";
  await openRunning(page, "/open");
  await page
    .getByLabel(/Drop a JSON Feed/u)
    .setInputFiles({ name: "aurora.txt", mimeType: "text/plain", buffer: Buffer.from(filed) });
  await page.getByRole("main").getByRole("link", { name: "The ferry “Aurora” sailed again" }).click();
  await expect(page.getByRole("figure")).toContainText("HARBOUR");
  await page.getByRole("link", { name: "View as filed" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString("utf8")).toBe(filed);
});

test("the same feed reads the same, printed and live", async ({ page }) => {
  const seen = async (address: string) => {
    await page.goto(address);
    await startApp(page);
    await expect(heading(page)).toHaveCount(1);
    await page.waitForLoadState("networkidle");
    // How many were found is told once more, to those who listen, when the typing rests.
    await page.waitForTimeout(700);
    return page.getByRole("main").evaluate((main) => ({
      text: (main as HTMLElement).innerText,
      // The file of a picture is one that the press has printed, or that of the feed.
      links: [...main.querySelectorAll("a:not([data-tool=picture])")].map((link) => link.getAttribute("href")),
      pictures: [...main.querySelectorAll("img")].map((image) => [image.alt, image.naturalWidth > 0]),
    }));
  };
  for (const path of [
    "/",
    "/articles/munir-hasanov-lachin",
    "/sections/craft",
    "/search?q=telegraph+wire",
    "/archive",
  ]) {
    expect(await seen(liveAddress + path), path).toEqual(await seen(path));
  }
});

test("pointing at a link fetches its page ahead, so that following it asks for nothing more", async ({ page }) => {
  await openRunning(page, "/articles/munir-hasanov-lachin");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const link = page.getByRole("main").getByRole("link", { name: "World", exact: true });
  await link.hover();
  await expect.poll(() => asked).toContain("/lists/sections/world/latest.json");
  await expect.poll(() => asked.some((path) => path.startsWith("/assets/list-page-"))).toBe(true);
  await page.waitForLoadState("networkidle");
  asked.length = 0;
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "World" })).toBeVisible();
  // What any page fetches when it has come to rest may come at any time.
  expect(asked.filter((path) => /\.(?:js|json)$/u.test(path) && !path.startsWith("/assets/rest-"))).toEqual([]);
});

test("Saved and the settings are two taps away from every page at most", async ({ page }) => {
  for (const address of ["/", "/articles/null-island", "/search", "/offline"])
    for (const own of ["Saved", "Reading settings"]) {
      await openRunning(page, address);
      const menu = page.getByRole("banner").getByText("Sections", { exact: true });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole("banner").getByRole("link", { name: own }).locator("visible=true").click();
      await expect(heading(page)).toHaveText(own);
    }
});

test("marks that are heaped on a letter and signs that turn a line leave the rest of the page as it is", async ({
  page,
}) => {
  await openRunning(page, `${photoAddress}/articles/odd`);
  const title = await heading(page).textContent();
  expect(title).toBe(`Harbour${"\u0301".repeat(8)} reopens (now)`);
  await expect(page.getByRole("article")).toContainText("The pilot said بندرگاہ کھل گئی to Bo Reed.");
  const foreign = await page.locator("[data-article-body] [lang=ur]").boundingBox();
  const after = await page.locator("[data-article-body] em").boundingBox();
  expect(after?.x).toBeGreaterThan((foreign?.x ?? 0) + (foreign?.width ?? 0) - 1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test("a page that is long in coming says so in words, and the page before it stays until then", async ({ page }) => {
  await openRunning(page, "/sections/craft");
  const letGo = await holdBack(page, "**/articles/*.json");
  await page.getByRole("main").locator(".headline a").first().click();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("status").filter({ hasText: "Loading" })).toBeVisible();
  await expect(heading(page)).toHaveText("Craft");
  letGo();
  await expect(heading(page)).not.toHaveText("Craft");
  await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
});
