import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { build } from "vite";
import { complaintsOf, hostPage, openHost, placed, scripted, shiftOf, snippet, test } from "./host-farm.ts";
import { embedAddress } from "./sites.ts";
import { wordpressPost } from "./wordpress-host.ts";

const listening = (...types: readonly string[]) =>
  `<script nonce="host">told = []; for (const type of ${JSON.stringify(types)}) addEventListener("dateline-" + type, ({ detail }) => told.push([type, detail]));</script>`;
const tall = `<div style="height:3000px"></div>`;
const toldTo = (page: Page) => page.evaluate("told") as Promise<[string, Record<string, unknown>][]>;
const heightOf = async (page: Page) => (await page.locator("iframe").first().boundingBox())?.height;

/** Opens an address in a tab that is never shown, and gives its title. What Playwright opens always counts as seen. */
async function titleInHiddenTab(page: Page, url: string): Promise<() => Promise<string | undefined>> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { targetId } = await session.send("Target.createTarget", { url, windowState: "minimized" });
  page.once("close", () => void session.send("Target.closeTarget", { targetId }).catch(() => undefined));
  return async () => (await session.send("Target.getTargetInfo", { targetId })).targetInfo.title;
}

test.describe("with the script", () => {
  const timeline = scripted({ embedded: { kind: "timeline", slug: "munir-hasanov-lachin" }, height: 300 });

  test("an embed below what is in view takes the height that it needs, and nothing moves", async ({ page, farm }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    const embed = timeline.replace('loading="lazy" ', "");
    await openHost(page, await farm.host({ "/": hostPage(tall + embed, { head: listening("size") }) }));
    await expect.poll(async () => (await toldTo(page)).length).toBeGreaterThan(0);
    const [, { height, applied }] = (await toldTo(page)).at(-1)!;
    expect(applied).toBe(true);
    expect(height).toBeGreaterThan(350);
    expect(await heightOf(page)).toBe(height);
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.001);
  });

  test("one in view stays as it is until the visitor asks the page for more", async ({ page, farm }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    const button = `<button onclick="document.querySelector('dateline-embed').expand()">More</button>`;
    const address = await farm.host({
      "/": `<!doctype html><title>A host</title>${listening("size")}<script>shift = 0; new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value; }).observe({ type: "layout-shift", buffered: true })</script>${timeline}${button}<p>The end.</p>`,
    });
    await openHost(page, address);
    await expect.poll(async () => (await toldTo(page)).length).toBeGreaterThan(0);
    const [, { height, applied }] = (await toldTo(page)).at(-1)!;
    expect([applied, await heightOf(page)]).toEqual([false, 300]);
    await page.getByRole("button", { name: "More" }).click();
    expect(await heightOf(page)).toBe(height);
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.001);
  });

  test("a click inside is told of, and the page stays where it is", async ({ page, farm }) => {
    const address = await farm.host({ "/": hostPage(scripted(), { head: listening("click") }) });
    await openHost(page, address);
    const opening = page.waitForEvent("popup");
    await page.frameLocator("iframe").getByRole("link").click();
    await opening;
    expect(await toldTo(page)).toEqual([["click", {}]]);
    expect(page.url()).toBe(`${address}/`);
  });

  test("what stands in the page is not changed but for the height of the frame", async ({ page, farm }) => {
    const without = await farm.host({ "/": hostPage(scripted().replace(/<script.*<\/script>/u, "")) });
    const withIt = await farm.host({ "/": hostPage(scripted()) });
    const markup = () =>
      page.evaluate(() => {
        const element = document.querySelector("dateline-embed")!;
        return [...element.querySelectorAll("*"), element].map((one) => [
          one.localName,
          one.getAttributeNames().sort(),
        ]);
      });
    await openHost(page, without);
    const before = await markup();
    await openHost(page, withIt);
    expect(await markup()).toEqual(before);
  });

  test("an embed in a part that is hidden at first tells its height when it is shown", async ({ page, farm }) => {
    const hidden = `<div id="later" hidden>${scripted().replace('loading="lazy" ', "")}</div>`;
    await openHost(page, await farm.host({ "/": hostPage(hidden, { head: listening("ready", "size") }) }));
    await page.evaluate(() => document.querySelector("#later")?.removeAttribute("hidden"));
    await expect.poll(async () => (await toldTo(page)).map(([type]) => type)).toContain("size");
    await expect(page.frameLocator("iframe").getByRole("heading")).toBeVisible();
    const reserved = placed().height;
    const { height } = (await toldTo(page)).findLast(([type]) => type === "size")![1];
    expect(height).toBeLessThanOrEqual(reserved);
  });

  test("a page that opens in a tab which nobody looks at is told the height all the same", async ({ page, farm }) => {
    const says = `<script>addEventListener("dateline-size", ({ target, detail }) => { document.title = [document.visibilityState, detail.applied, detail.height > 300, target.querySelector("iframe").offsetHeight === detail.height] })</script>`;
    const embed = timeline.replace('loading="lazy" ', "");
    const title = await titleInHiddenTab(page, await farm.host({ "/": hostPage(tall + embed, { head: says }) }));
    await expect.poll(title).toBe("hidden,true,true,true");
  });

  test("React mounts and unmounts an embed five times, and hears no complaint", async ({ page, farm }) => {
    const built = await build({
      root: fileURLToPath(new URL("../..", import.meta.url)),
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      build: { write: false, rolldownOptions: { input: "tests/e2e/react-host.tsx", output: { codeSplitting: false } } },
    });
    const { output } = (Array.isArray(built) ? built[0]! : built) as { output: readonly { code?: string }[] };
    const src = `${embedAddress}/embed/v1/card/null-island.html?theme=auto`;
    const host = await farm.host({
      "/": `<!doctype html><title>React</title>${listening("ready", "state")}<div id="host" data-src="${src}"></div><script src="${embedAddress}/embed/v1.js"></script><script type="module" src="/host.js"></script>`,
      "/host.js": output.find(({ code }) => code !== undefined)?.code ?? "",
    });
    const complaints = complaintsOf(page);
    await openHost(page, host);
    for (let time = 1; time <= 5; time += 1) {
      await expect(page.frameLocator("iframe").getByRole("heading")).toBeVisible();
      await expect.poll(async () => (await toldTo(page)).filter(([type]) => type === "ready").length).toBe(time);
      await page.getByRole("button", { name: "Turn" }).click();
      await expect(page.locator("iframe")).toHaveCount(0);
      await page.getByRole("button", { name: "Turn" }).click();
    }
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBe(2);
  });
});

test.describe("in the ways of others", () => {
  test("WordPress shows the quotation, then the frame in its place at the height that it tells, and follows its link", async ({
    page,
    farm,
    request,
  }) => {
    const { html } = (await (await request.get(`${embedAddress}/oembed/null-island.json`)).json()) as { html: string };
    const post = hostPage(wordpressPost(html, "a1B2c3D4e5"));
    await page.route(`${embedAddress}/embed/**`, async (route) => {
      await new Promise((later) => setTimeout(later, 700));
      await route.continue();
    });
    const host = await farm.host({ "/": post });
    await page.goto(host, { waitUntil: "commit" });
    await expect(page.locator("blockquote a")).toBeVisible();
    await expect(page.locator("blockquote")).toBeHidden();
    const frame = page.locator("iframe");
    await expect(frame).toBeVisible();
    const height = await heightOf(page);
    expect(height).toBeGreaterThanOrEqual(200);
    expect(height).toBeLessThanOrEqual(300);
    await page.frameLocator("iframe").getByRole("link").click();
    await expect.poll(() => page.evaluate("followed")).toEqual([`${embedAddress}/articles/null-island`]);
    expect(page.context().pages()).toHaveLength(1);
  });

  test("WordPress keeps the quotation when the frame never speaks", async ({ page, farm, request }) => {
    const { html } = (await (await request.get(`${embedAddress}/oembed/null-island.json`)).json()) as { html: string };
    await page.route(`${embedAddress}/embed/**`, (route) => route.abort());
    await openHost(page, await farm.host({ "/": hostPage(wordpressPost(html, "a1B2c3D4e5")) }));
    await expect(page.locator("blockquote a")).toBeVisible();
    await expect(page.locator("iframe")).toBeHidden();
  });

  test("pym.js and AMP are told the height in their own words", async ({ page, farm }) => {
    const head = `<script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>`;
    const src = `${embedAddress}/embed/v1/card/null-island.html?childId=story-1&initialWidth=400`;
    const frame = `<iframe src="${src}" width="400" height="250" sandbox="allow-scripts"></iframe>`;
    await openHost(page, await farm.host({ "/": hostPage(frame, { head }) }));
    const heard = (await page.evaluate("heard")) as unknown[];
    const { height } = heard.find(
      (data): data is { height: number } => (data as { sentinel?: string }).sentinel === "amp",
    )!;
    expect(heard).toContainEqual({ sentinel: "amp", type: "embed-size", height });
    expect(heard).toContain(`pymxPYMxstory-1xPYMxheightxPYMx${height}`);
  });

  test("a page that asks for no messages of theirs is told none", async ({ page, farm }) => {
    const head = `<script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>`;
    await openHost(page, await farm.host({ "/": hostPage(snippet(), { head }) }));
    const heard = (await page.evaluate("heard")) as { sentinel?: string }[];
    expect(heard.filter(({ sentinel }) => sentinel !== "amp")).toEqual([]);
  });
});
