import { expect, type Page } from "@playwright/test";
import { type Embedded, embedPaths } from "#widgets/embed-address.ts";
import { complaintsOf, hostPage, openHost, placed, scripted, snippet, test } from "./host-farm.ts";
import { liveAddress, printedPort } from "./sites.ts";

const live = { site: `${liveAddress}/`, isLive: true } as const;
const embedded: readonly Embedded[] = [
  { kind: "card", slug: "null-island" },
  { kind: "article", slug: "how-fast-news-travelled" },
  { kind: "related", slug: "lacin-gorusu" },
  { kind: "timeline", slug: "munir-hasanov-lachin" },
  { kind: "card", slug: "lachin-mulaqat-urdu" },
  { kind: "sections", slug: "world" },
  { kind: "authors", slug: "the-dateline-desk" },
  { kind: "search" },
];

/** Everything that is shown, with its language and its place, but for the names of pictures, which a press changes. */
const shownIn = (page: Page, index: number) =>
  page.frames()[index]!.evaluate(() => {
    const { lang, dir } = document.documentElement;
    const parts = [...document.querySelectorAll("body *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const names = element.getAttributeNames().filter((name) => name !== "tabindex");
      const attributes = names.map((name) => `${name}=${element.getAttribute(name)}`);
      return [
        element.localName,
        ...attributes.filter((one) => !/^(?:src|class=picture)/u.test(one)),
        x,
        y,
        width,
        height,
      ];
    });
    return { lang, dir, text: document.body.textContent?.trim(), parts };
  });

for (const one of embedded) {
  test(`without a press, ${one.kind === "search" ? "a search box" : `${one.kind} of ${one.slug}`} looks as it would printed`, async ({
    page,
    farm,
  }) => {
    const complaints = complaintsOf(page);
    const printed = { site: `http://localhost:${printedPort}/` };
    const both = snippet({ embedded: one, ...live }) + snippet({ embedded: one, ...printed });
    await openHost(page, await farm.host({ "/": hostPage(both) }));
    await expect.poll(() => page.frames()[1]!.evaluate(() => document.documentElement.dataset["state"])).toBe("ok");
    await page.waitForTimeout(200);
    expect(await shownIn(page, 1)).toEqual(await shownIn(page, 2));
    expect(complaints).toEqual([]);
  });
}

test("a story that the feed does not have, and a feed that cannot be reached, are told of in the frame and to the page", async ({
  page,
  farm,
}) => {
  const head = `<script>told = []; addEventListener("dateline-state", ({ detail }) => told.push(detail.state))</script>`;
  const unknown = scripted({ embedded: { kind: "card", slug: "nobody-knows" }, ...live });
  await openHost(page, await farm.host({ "/": hostPage(unknown, { head }) }));
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText("This story is not here");
  await expect.poll(() => page.evaluate("told")).toEqual(["error"]);
  await page.route(`${liveAddress}/feed.json`, (route) => route.abort());
  await openHost(page, await farm.host({ "/": hostPage(scripted(live), { head }) }));
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText(
    "This story could not be reached just now.",
  );
  await expect(page.getByRole("link", { name: placed().title })).toBeVisible();
});

test("the page that makes embeds makes live ones on a site without a press", async ({ page }) => {
  await page.goto(`${liveAddress}/embed?id=null-island`);
  await expect(page.getByRole("tabpanel")).toContainText(`${embedPaths.live}?kind=card&amp;id=null-island`);
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText(placed().title);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a live embed says that it needs them, and leads to the newsroom", async ({ page }) => {
    await page.goto(`${liveAddress}/${embedPaths.live}?kind=card&id=null-island`);
    await expect(page.getByText("This page needs scripts, which are off.")).toBeVisible();
    await expect(page.getByRole("link", { name: "The Dateline" })).toHaveAttribute("href", "/");
  });
});
