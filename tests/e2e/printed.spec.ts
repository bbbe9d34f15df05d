import { expect, test } from "@playwright/test";
import { startApp } from "./running.ts";

test("a page fetches no script until somebody is about to use it, and its links work before that", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
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
  await page.evaluate(() => {
    const seen = { shift: 0, replaced: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
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

test("a page comes back from the browser’s own memory as it was left", async ({ page }) => {
  await page.goto("/articles/null-island");
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { cameBack: persisted }));
  });
  expect(await page.evaluate(() => "onunload" in window && window.onunload === null)).toBe(true);
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
