import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { type Embedded, embeddedLists, embedPaths, storyKinds } from "#widgets/embed-address.ts";
import { reservedHeight, type Shown } from "#widgets/reserved-height.ts";
import { expectAccessible } from "./axe.ts";
import { lackOf, unreachableIn } from "./embed-fit.ts";
import { complaintsOf, hostPage, openHost, placed, scripted, shiftOf, snippet, test } from "./host-farm.ts";
import { embedAddress } from "./sites.ts";

const widths = [200, 320, 412, 640, 1280];
const mostShift = 0.001;

const embedded: readonly Embedded[] = [
  ...storyKinds.map((kind) => ({ kind, slug: "munir-hasanov-lachin" })),
  { kind: "card", slug: "three-countries-background" },
  { kind: "card", slug: "lachin-mulaqat-urdu" },
  { kind: "card", slug: "long" },
  { kind: "card", slug: "unbroken" },
  { kind: "timeline", slug: "long" },
  { kind: "related", slug: "lacin-gorusu" },
  { kind: "sections", slug: "world" },
  { kind: "topics", slug: "lachin-summit" },
  { kind: "places", slug: "lachin" },
  { kind: "authors", slug: "the-dateline-desk" },
  { kind: "search" },
];

const nameOf = (one: Embedded) => (one.kind === "search" ? "search" : `${one.kind} of ${one.slug}`);

/** The height that the builder reserves for it. */
async function heightOf(page: Page, one: Embedded): Promise<number> {
  const textAt = async (path: string) => (await page.request.get(`${embedAddress}/${path}`)).text();
  const shown = async (): Promise<Shown> => {
    if (one.kind === "search") return { kind: "search" };
    const list = embeddedLists.find((kind) => kind === one.kind);
    if (list) {
      const path = `lists/${list}/${one.slug}/latest.json`;
      return { kind: list, list: decodeHeadlineList(await textAt(path), path) };
    }
    const path = `articles/${one.slug}.json`;
    const document = decodeArticleDocument(await textAt(path), path);
    const kind = storyKinds.find((story) => story === one.kind);
    if (!document || !kind) throw new Error(`${path} holds no article.`);
    return { kind, document };
  };
  return reservedHeight(await shown());
}

for (const one of embedded) {
  test(`${nameOf(one)}: at every width, with twice the text too, nothing moves and nothing is out of reach`, async ({
    page,
    farm,
  }) => {
    const height = await heightOf(page, one);
    const host = await farm.host({ "/": hostPage(snippet({ embedded: one, height })) });
    for (const width of widths) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      await openHost(page, host);
      const frame = page.frames()[1]!;
      expect(await frame.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
      expect([width, await unreachableIn(frame)]).toEqual([width, []]);
      // What is reserved suffices for all that is not longer than any page would give it.
      if (width >= 320 && height < 640 && one.kind !== "article")
        expect([width, await lackOf(frame)]).toEqual([width, 0]);
      await frame.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await page.waitForTimeout(100);
      expect([width, "twice", await unreachableIn(frame)]).toEqual([width, "twice", []]);
      expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
    }
  });
}

test("every kind passes the rules of axe, in both themes", async ({ page }) => {
  for (const one of [
    ...embedded,
    { kind: "card", slug: "withdrawn" } as const,
    { kind: "card", slug: "hostile" } as const,
  ])
    for (const theme of ["light", "dark"]) {
      await page.goto(`${embedAddress}/${embedPaths.page(one)}?theme=${theme}`);
      await expectAccessible(page);
    }
});

test("what it costs: a small page and at most one picture, and a script of at most a kilobyte for who wants it", async ({
  page,
  farm,
}) => {
  const sizeOf = async (path: string) => (await page.request.get(`${embedAddress}/${path}`)).body();
  for (const one of embedded)
    expect([nameOf(one), gzipSync(await sizeOf(embedPaths.page(one))).length < 12_000]).toEqual([nameOf(one), true]);
  expect(brotliCompressSync(await sizeOf(embedPaths.script)).length).toBeLessThanOrEqual(1_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.resourceType()));
  await openHost(page, await farm.host({ "/": hostPage(snippet()) }));
  expect(asked.filter((type) => type !== "other").sort()).toEqual(["document", "document", "image"]);
});

test("an embed needs no cookies and no storage, adds nothing to the history, and says nothing on the console", async ({
  page,
  farm,
  context,
}) => {
  const complaints = complaintsOf(page);
  await openHost(page, await farm.host({ "/": hostPage(snippet() + scripted({ theme: "dark" })) }));
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => history.length)).toBe(2);
  const frame = page.frames()[1]!;
  expect(await frame.evaluate(() => self.origin)).toBe("null");
  for (const address of [embedAddress]) {
    await page.goto(address);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }
});

test("its link opens the story in a window of its own", async ({ page, farm }) => {
  await openHost(page, await farm.host({ "/": hostPage(snippet()) }));
  const opening = page.waitForEvent("popup");
  await page.frameLocator("iframe").getByRole("link").click();
  const story = await opening;
  await expect(story.getByRole("heading", { level: 1 })).toHaveText(placed().title);
  expect(await story.evaluate(() => window.opener)).toBeNull();
});

test("the Tab key goes into an embed, through its links, and out of it", async ({ page, farm }) => {
  const around = `<button>before</button>${snippet()}<button>after</button>`;
  await openHost(page, await farm.host({ "/": hostPage(around) }));
  await page.getByRole("button", { name: "before" }).focus();
  const stops: string[] = [];
  while (stops.at(-1) !== "after" && stops.length < 10) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
    if (stops.length === 1) expect(await page.frameLocator("iframe").locator("a:focus").count()).toBe(1);
  }
  expect(stops.at(-1)).toBe("after");
});

test("a search box searches the newsroom in a window of its own", async ({ page, farm }) => {
  await openHost(page, await farm.host({ "/": hostPage(snippet({ embedded: { kind: "search" }, height: 130 })) }));
  const opening = page.waitForEvent("popup");
  const box = page.frameLocator("iframe");
  await box.getByRole("searchbox", { name: "Search The Dateline" }).fill("telegraph");
  await box.getByRole("button", { name: "Search" }).click();
  const found = await opening;
  await expect(found).toHaveURL(`${embedAddress}/search?q=telegraph`);
});

test.describe("on pages of others", () => {
  const strict = `default-src 'none'; script-src 'nonce-host'; style-src 'self'; frame-src ${embedAddress}`;
  type Host = { readonly head?: string; readonly html?: string; readonly headers?: Readonly<Record<string, string>> };
  const hosts: Readonly<Record<string, Host>> = {
    "with a strict content security policy": { headers: { "content-security-policy": strict } },
    "that lets no frame be taller than it likes": { head: "<style>iframe{height:auto!important}</style>" },
    "that undoes every style": { head: "<style>*{all:unset}</style>" },
    "that is read from right to left": { html: 'lang="ar" dir="rtl"' },
    "that is isolated from all others": {
      headers: {
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      },
    },
    "that trusts no text as script": { headers: { "content-security-policy": "require-trusted-types-for 'script'" } },
  };
  for (const [name, { headers = {}, ...said }] of Object.entries(hosts)) {
    test(`${name}: the embed shows, as high as was reserved, and nothing moves`, async ({ page, farm }) => {
      const violations = complaintsOf(page);
      await openHost(page, await farm.host({ "/": { body: hostPage(snippet(), said), headers } }));
      await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText(placed().title);
      expect((await page.locator("iframe").boundingBox())?.height).toBe(placed().height);
      expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
      // A policy without inline styles drops that of the snippet, and says so.
      expect(violations.filter((text) => !text.includes("style-src"))).toEqual([]);
      if (name.includes("isolated")) expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    });

    test(`${name}: the script works too`, async ({ page, farm }) => {
      const policy = headers["content-security-policy"]?.replace(
        "script-src",
        `script-src ${embedAddress}/embed/v1.js`,
      );
      const head = `${said.head ?? ""}<script nonce="host">told = []; for (const type of ["ready", "state"]) addEventListener("dateline-" + type, ({ detail }) => told.push([type, detail]));</script>`;
      const body = hostPage(scripted({ theme: "dark" }), { ...said, head });
      const allowing = { ...headers, ...(policy && { "content-security-policy": policy }) };
      await openHost(page, await farm.host({ "/": { body, headers: allowing } }));
      await expect
        .poll(() => page.evaluate("told"))
        .toEqual([
          ["ready", {}],
          ["state", { state: "ok" }],
        ]);
      expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
    });
  }

  test("whose policy forbids the frame: the link is there all the same", async ({ page, farm }) => {
    const headers = { "content-security-policy": "frame-src 'none'" };
    await openHost(page, await farm.host({ "/": { body: hostPage(snippet()), headers } }));
    await expect(page.getByRole("link", { name: placed().title })).toBeVisible();
    expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
  });

  test("that hold twenty embeds: nothing moves while they come", async ({ page, farm }) => {
    const each = embedded.flatMap((one) => [scripted({ embedded: one }), snippet({ embedded: one })]).slice(0, 20);
    const complaints = complaintsOf(page);
    await page.goto(await farm.host({ "/": hostPage(each.join("")) }));
    for (let y = 0; y < 9_000; y += 300) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await page.waitForTimeout(40);
    }
    await expect.poll(() => page.frames().length).toBe(21);
    for (const frame of page.frames().slice(1)) await expect(frame.locator("h1")).toBeVisible();
    const heights = await page.evaluate(() =>
      ["body > iframe", "dateline-embed > iframe"].map((selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map(({ offsetHeight }) => offsetHeight),
      ),
    );
    expect(heights[0]).toEqual(Array.from({ length: 10 }, () => placed().height));
    // Those with the script may have taken their own height while nobody saw it.
    expect(heights[1]!.filter((height) => height > 2 * placed().height)).toEqual([]);
    expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
    expect(complaints).toEqual([]);
  });

  test("that are printed: the link is on paper", async ({ page, farm }) => {
    await openHost(page, await farm.host({ "/": hostPage(snippet()) }));
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("link", { name: placed().title })).toBeVisible();
    await expect(page.frameLocator("iframe").getByRole("heading")).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("an embed is whole: it is read, scrolled and followed", async ({ page, farm }) => {
    const article = { kind: "article", slug: "munir-hasanov-lachin" } as const;
    await page.goto(await farm.host({ "/": hostPage(scripted({ embedded: article, height: 400 })) }));
    const box = page.frameLocator("iframe");
    await expect(box.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(box.getByRole("link", { name: "Continue on The Dateline" })).toBeVisible();
    const opening = page.waitForEvent("popup");
    await box.getByRole("link", { name: "Continue on The Dateline" }).click();
    await expect(await opening).toHaveURL(`${embedAddress}/articles/munir-hasanov-lachin`);
    const search = await page.context().newPage();
    await search.goto(`${embedAddress}/embed/v1/search.html`);
    await expect(search.getByRole("searchbox")).toBeVisible();
  });
});

test.describe("what became of a story", () => {
  test("a withdrawn one says so in every embed of it, and the page around it is told", async ({ page, farm }) => {
    const head = `<script>told = []; addEventListener("dateline-state", ({ detail }) => told.push(detail.state))</script>`;
    for (const kind of storyKinds) {
      const withdrawn = scripted({ embedded: { kind, slug: "withdrawn" } });
      await openHost(page, await farm.host({ "/": hostPage(withdrawn, { head }) }));
      await expect(page.frameLocator("iframe").getByText("This article has been withdrawn.")).toBeVisible();
      await expect(page.frameLocator("iframe").getByText("Its source has taken it back.")).toBeVisible();
      await expect.poll(() => page.evaluate("told")).toEqual(["gone"]);
    }
  });

  test("one that nobody knows says so in its frame", async ({ page, farm }) => {
    await openHost(
      page,
      await farm.host({ "/": hostPage(snippet({ embedded: { kind: "card", slug: "nobody-knows" } })) }),
    );
    await expect(page.frameLocator("iframe").getByRole("heading")).toHaveText("This story is not here");
  });

  test("a corrected one shows its correction", async ({ page }) => {
    await page.goto(`${embedAddress}/embed/v1/card/three-countries-background.html`);
    await expect(page.getByText("Correction")).toBeVisible();
  });
});

test.describe("colours", () => {
  const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const card = `${embedAddress}/embed/v1/card/null-island.html`;

  test("follow the device unless a theme is asked for", async ({ page }) => {
    const light = "rgb(251, 250, 248)";
    const dark = "rgb(19, 21, 24)";
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const seen: string[] = [];
      for (const query of ["", "?theme=auto", "?theme=light", "?theme=dark", "?theme=pink"]) {
        await page.goto(card + query);
        seen.push(await paperOf(page));
      }
      const own = colorScheme === "light" ? light : dark;
      expect(seen).toEqual([own, own, light, dark, own]);
    }
  });

  test("an accent is taken, made stronger where it is too faint, and left out when it is none", async ({ page }) => {
    const kickerOf = async (query: string) => {
      await page.goto(`${card}?theme=light&${query}`);
      return page.evaluate(() => getComputedStyle(document.querySelector(".kicker")!).color);
    };
    expect(await kickerOf("accent=aa0000")).toBe("rgb(170, 0, 0)");
    expect(await kickerOf("accent=aa0000%3Bcolor:red")).toBe("rgb(9, 84, 95)");
    const faint = await kickerOf("accent=ffff00");
    expect(faint).not.toBe("rgb(255, 255, 0)");
    await page.goto(`${card}?theme=light&accent=ffff00`);
    await expectAccessible(page);
  });

  test("the page around an embed changes its theme while it is read", async ({ page, farm }) => {
    await openHost(page, await farm.host({ "/": hostPage(scripted({ theme: "light" })) }));
    const themeOf = () => page.frames()[1]!.evaluate(() => document.documentElement.dataset["theme"]);
    expect(await themeOf()).toBe("light");
    await page.evaluate(() => document.querySelector("dateline-embed")?.setAttribute("theme", "dark"));
    await expect.poll(themeOf).toBe("dark");
    await page.evaluate(() => document.querySelector("dateline-embed")?.setAttribute("theme", "auto"));
    await expect.poll(themeOf).toBeUndefined();
  });
});
