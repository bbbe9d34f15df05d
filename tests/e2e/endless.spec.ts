import { openRunning } from "./running.ts";
import { expect, test } from "./watched.ts";

const count = 10_000;
const feed = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Ten thousand stories",
  items: Array.from({ length: count }, (_none, at) => ({
    id: String(at),
    title: `Story number ${at + 1}`,
    content_text: `The ${at + 1}th story of a long day.`,
    date_published: new Date(Date.UTC(2000, 0, 1, at)).toISOString(),
  })),
});

test("a list of ten thousand headlines is scrolled to its end with few of them in the document, and come back to", async ({
  page,
}) => {
  test.slow();
  await openRunning(page, "/open");
  await page
    .getByLabel(/Drop a JSON Feed/u)
    .setInputFiles({ name: "long.json", mimeType: "application/json", buffer: Buffer.from(feed) });
  await page.getByRole("main").getByRole("link", { name: "News", exact: true }).click({ timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 1, name: "News" })).toBeVisible();
  await expect(page).toHaveURL(/opened\/sections\/news$/u);
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "Story number 10000" })).toBeVisible();
  await expect(main.getByRole("listitem").first()).toHaveAttribute("aria-setsize", String(count));

  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  const middle = main.getByRole("link", { name: /^Story number [45]\d{3}$/u });
  await expect(middle.first()).toBeVisible();
  expect(await main.locator("*").count()).toBeLessThanOrEqual(400);

  await page.keyboard.press("End");
  const last = main.getByRole("link", { name: "Story number 1", exact: true });
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(last).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await main.locator("*").count()).toBeLessThanOrEqual(400);
  await expect(main.getByRole("listitem").last()).toHaveAttribute("aria-posinset", String(count));

  await last.scrollIntoViewIfNeeded();
  // The stories around it come in and take their heights.
  let place = Number.NaN;
  await expect(async () => {
    const was = place;
    place = (await last.boundingBox())?.y ?? Number.NaN;
    expect(place).toBe(was);
  }).toPass({ intervals: [300] });
  const before = await page.evaluate(() => scrollY);
  await last.click();
  await expect(page.getByRole("heading", { level: 1, name: "Story number 1", exact: true })).toBeVisible();
  await page.goBack();
  await expect(last).toBeFocused();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(2);
});

test("Back finds the place in a long list again, after another long one was looked at", async ({ page }) => {
  const items = Array.from({ length: 600 }, (_none, at) => ({
    id: String(at),
    title: `Story number ${at + 1} ${"of a long day ".repeat(at % 2 === 0 ? at % 23 : at % 7)}`,
    content_text: `The ${at + 1}th story.`,
    tags: [at % 2 === 0 ? "Even" : "Odd"],
    date_published: new Date(Date.UTC(2000, 0, 1, at)).toISOString(),
  }));
  const text = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Two lists", items });
  await openRunning(page, "/open");
  await page
    .getByLabel(/Drop a JSON Feed/u)
    .setInputFiles({ name: "two.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page).toHaveURL(/\/opened$/u);
  const goTo = async (topic: string) => {
    await page.evaluate((path) => {
      const link = Object.assign(document.createElement("a"), { href: path });
      document.body.append(link);
      link.click();
      link.remove();
    }, `/opened/topics/${topic.toLowerCase()}`);
    await expect(page.getByRole("heading", { level: 1, name: topic })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").first()).toHaveAttribute("aria-setsize", "300");
  };
  const standing = () =>
    page.evaluate(() => {
      const [, ...entries] = document.querySelectorAll("main li[aria-posinset]");
      const first = entries.find((entry) => entry.getBoundingClientRect().top > 0);
      return `${first?.getAttribute("aria-posinset")} at ${Math.round(first?.getBoundingClientRect().top ?? 0)}`;
    });
  const goDown = async (pixels: number) => {
    for (let gone = 0; gone < pixels; gone += 500) {
      await page.evaluate(() => scrollBy(0, 500));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    }
    return standing();
  };
  await goTo("Even");
  const left = await goDown(6_000);
  await goTo("Odd");
  await goDown(4_000);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Even" })).toBeVisible();
  await expect.poll(standing).toBe(left);
});
