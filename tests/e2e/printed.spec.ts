import type { Page } from "@playwright/test";
import { onDesktops, onPhones } from "./projects.ts";
import { holdBack, pointAt, startApp, topOf } from "./running.ts";
import { watchShifts } from "./shifts.ts";
import { expect, test } from "./watched.ts";

/** The faces that a text is set in, as the browser found them; none while the page is being drawn anew. */
async function facesOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    return fonts.map(({ familyName }) => familyName);
  } catch {
    return [];
  } finally {
    await session.detach();
  }
}

const houseFace = "Source Serif 4";

test("a page fetches nothing of the app until somebody is about to use it, and its links work before that", async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    // What comes once a page rests is not the app.
    const isScript = request.resourceType() === "script" && !request.url().includes("/assets/rest-");
    if (isScript) scripts.push(request.url());
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.mouse.wheel(0, 600);
  await page.waitForTimeout(300);
  expect(scripts).toEqual([]);
  await startApp(page);
  expect(scripts.length).toBeGreaterThan(0);
});

test("the app takes a page over without drawing it anew or moving anything", async ({ page }) => {
  await page.goto("/articles/munir-hasanov-lachin");
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
    const seen = { shift: 0, replaced: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift" });
    const heading = document.querySelector("h1");
    new MutationObserver(() => {
      if (document.querySelector("h1") !== heading) seen.replaced += 1;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await startApp(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({ shift: 0, replaced: 0 });
});

test("a search typed before the app runs is not lost", async ({ page }) => {
  await page.route("**/assets/*.js", async (route) => {
    await new Promise((later) => setTimeout(later, 1_000));
    await route.continue();
  });
  await page.goto("/");
  await page.getByRole("searchbox").fill("pigeons");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=pigeons$/u);
  await expect(
    page.getByRole("main").getByRole("link", { name: "Forty-five pigeons and a gap in the line" }),
  ).toBeVisible();
});

test("a story followed before the app runs opens as a page", async ({ page }) => {
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: "Null Island, the busiest place that does not exist" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Null Island, the busiest place that does not exist",
  );
});

test("a reader who has scrolled stays where they are when the app starts, also after a reload", async ({ page }) => {
  await page.goto("/articles/null-island");
  await page.evaluate(() => scrollTo(0, 400));
  await startApp(page);
  expect(await page.evaluate(() => scrollY)).toBe(400);
  await page.evaluate(() => scrollTo(0, 900));
  const paragraph = page.locator("[data-article-body] > p").nth(2);
  const before = await topOf(paragraph);
  await page.reload();
  await expect.poll(async () => Math.abs((await topOf(paragraph)) - before)).toBeLessThanOrEqual(1);
  await page.evaluate(() => scrollTo(0, 600));
  await startApp(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(600);
});

test("what is far below waits to be laid out, and nothing that is read moves by it", async ({ page }) => {
  await page.goto("/");
  const isLaidOut = (name: string) =>
    page
      .getByRole("heading", { name, exact: true })
      .evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));
  const sections = page.locator(".slab");
  const last = (await sections.last().getByRole("heading", { level: 2 }).textContent()) ?? "";
  expect(await isLaidOut(last)).toBe(false);
  // Straight to the end, past sections that no one has seen.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => isLaidOut(last)).toBe(true);
  const story = sections.last().getByRole("link").last();
  await page.waitForTimeout(300);
  const before = await topOf(story);
  await startApp(page);
  await page.waitForTimeout(300);
  expect(await topOf(story)).toBe(before);
  await page.reload();
  await page.waitForTimeout(300);
  expect(await topOf(story)).toBe(before);
  // Whoever comes back wants a place, for which all heights must be known.
  await page.evaluate(() => scrollTo(0, 0));
  await page.reload();
  expect(await isLaidOut(last)).toBe(true);
});

test("letters that come late move nothing that is read; the next page is set in them", async ({ page }) => {
  const letGo = await holdBack(page, "**/*.woff2");
  const shifted = await watchShifts(page);
  await page.goto("/articles/null-island", { waitUntil: "domcontentloaded" });
  await page.waitForTimeout(300);
  letGo();
  await page.waitForTimeout(300);
  await startApp(page);
  await page.waitForTimeout(300);
  expect(await shifted()).toBe(0);
  expect(await facesOf(page, "h1")).not.toContain(houseFace);
  await page.getByRole("link", { name: "The Dateline", exact: true }).first().click();
  await expect(page).toHaveURL("/");
  await expect.poll(() => facesOf(page, "main h2")).toContain(houseFace);
});

test("a page that comes slowly is read in stand-ins and fetches its letters for the next one", async ({ page }) => {
  const slow = async (path: string) => {
    await page.route(`**${path}`, async (route) => {
      await new Promise((done) => setTimeout(done, 200));
      await route.continue();
    });
    await page.goto(path);
  };
  await slow("/articles/null-island");
  await page.waitForFunction(() => localStorage.getItem("dateline-letters"));
  expect(await facesOf(page, "h1")).not.toContain(houseFace);
  await slow("/articles/munir-hasanov-lachin");
  expect(await facesOf(page, "h1")).toContain(houseFace);
});

test("Back finds the place again when the page is set in other letters than before", async ({ page }) => {
  const letGo = await holdBack(page, "**/*.woff2");
  await page.goto("/articles/null-island", { waitUntil: "domcontentloaded" });
  await startApp(page);
  const paragraph = page.locator("[data-article-body] > p").nth(5);
  await paragraph.evaluate((block) => scrollTo(0, block.getBoundingClientRect().top + scrollY - 30));
  const before = await topOf(paragraph);
  letGo();
  await page.evaluate(() => document.querySelector<HTMLElement>("header a[href='/']")?.click());
  await expect.poll(() => facesOf(page, "main h2")).toContain(houseFace);
  await page.goBack();
  await expect(page).toHaveURL(/null-island$/u);
  await expect.poll(async () => Math.abs((await topOf(paragraph)) - before)).toBeLessThanOrEqual(1);
});

test(
  "the first touch of a page follows the link that was touched, wherever it is scrolled to",
  onPhones,
  async ({ page }) => {
    await page.goto("/");
    const story = page.getByRole("main").getByRole("link", { name: "Forty-five pigeons and a gap in the line" });
    await story.scrollIntoViewIfNeeded();
    await story.tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forty-five pigeons and a gap in the line");
  },
);

test("a page under a resting pointer is fetched ahead while the app is not there yet", onDesktops, async ({ page }) => {
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto("/");
  const story = page.getByRole("main").getByRole("link", { name: "Forty-five pigeons and a gap in the line" });
  await pointAt(story);
  await page.waitForTimeout(1_000);
  await story.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forty-five pigeons and a gap in the line");
  const [visit] = await page.evaluate(() => performance.getEntriesByType("navigation").map((entry) => entry.toJSON()));
  expect(visit).toMatchObject({ deliveryType: "navigational-prefetch" });
});

test("a page that comes under a resting pointer waits until the pointer moves", onDesktops, async ({ page }) => {
  const rules = page.locator("script[data-speculation]");
  // A new tab's pointer comes to the page's corner by itself.
  await page.goto("/");
  await page.waitForTimeout(500);
  expect(await rules.getAttribute("type")).not.toBe("speculationrules");
  await page.mouse.move(300, 400, { steps: 2 });
  await expect(rules).toHaveAttribute("type", "speculationrules");
});

test("what a link adds behind a question mark leaves a page as it is", async ({ page }) => {
  await page.goto("/articles/null-island?utm_source=newsletter&fbclid=1");
  const heading = page.getByRole("heading", { level: 1 });
  await heading.evaluate((element) => Object.assign(element, { isPrinted: true }));
  await startApp(page);
  expect(await heading.evaluate((element) => "isPrinted" in element)).toBe(true);
});

test("nothing keeps a page out of the browser’s memory of pages to come back to", async ({ page }) => {
  const answer = await page.goto("/articles/null-island");
  await startApp(page);
  expect(answer?.headers()["cache-control"] ?? "").not.toContain("no-store");
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "window" });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
  const kinds = listeners.map(({ type }) => type);
  expect(kinds).toContain("pagehide");
  expect(kinds).not.toContain("unload");
  expect(kinds).not.toContain("beforeunload");
});

test("what search engines and previews are told of an article is in its HTML", async ({ page }) => {
  const html = await (await page.request.get("/articles/munir-hasanov-lachin")).text();
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    "@type": "NewsArticle",
    headline: "Pakistan’s army chief meets Azerbaijan’s defence minister in Lachin",
    dateline: "RAWALPINDI",
    locationCreated: { "@type": "Place", name: "Rawalpindi" },
    image: [{ "@type": "ImageObject", creditText: "Map: The Dateline; geography: Natural Earth" }, {}],
    publisher: { "@type": "NewsMediaOrganization", name: "The Dateline" },
  });
});

test("how old stories are, and what day it is, is filled in without the app", async ({ page }) => {
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.clock.setFixedTime("2025-11-24T15:00:00Z");
  await page.goto("/");
  await expect(page.locator("[data-today]")).toHaveText("Monday, 24 November 2025");
  await expect(page.locator('time[datetime="2025-11-24"]').first()).toHaveText("24 November");
});

test("the licences of the libraries in the app and in its workers come with the site", async ({ request }) => {
  const notices = await (await request.get("/notices-software.md")).text();
  for (const library of ["react", "react-router", "parse5", "valibot"]) expect(notices).toContain(`\n## ${library} - `);
});

test(
  "a headline that is tapped leads to its page with nothing else fetched; a tool that is tapped brings the app",
  onPhones,
  async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (/\/assets\/index-[^/]+\.js$/u.test(request.url())) scripts.push(request.url());
    });
    await page.goto("/");
    await page.getByRole("main").getByRole("link").first().tap();
    await expect(page).toHaveURL(/\/articles\//u);
    await page.waitForLoadState("load");
    expect(scripts).toEqual([]);
    await page.getByRole("button", { name: "Text and colours" }).tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(scripts.length).toBeGreaterThan(0);
  },
);
