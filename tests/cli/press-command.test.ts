import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { builtApp } from "#cli/build-app.ts";
import { runCommandLine } from "#cli/command-line.ts";
import { pageFilter } from "#cli/print-pages.ts";
import type { Slug } from "#domain/slug.ts";
import { decodeManifest } from "#edition/manifest.ts";
import tokens from "#ui/design-tokens.json" with { type: "json" };
import {
  contentsOf,
  dateline,
  datelineWith,
  fakeTerminal,
  feedOf,
  ferryStory,
  folderOf,
  picture,
  standInApp,
} from "./command.ts";
import { articleIn, pressed } from "./pressed.ts";

describe("a pressed site", () => {
  test("holds the edition, the reader, and a page for every address", async () => {
    const { code, said, warned, site, read } = await pressed({ "ferry.txt": ferryStory });
    expect(code).toBe(0);
    expect(said).toMatch(
      /^Pressed 1 article into .+: \d+ pages and \d+ files of the edition \(0\.\d MB\), in \d+\.\d s; 0 spiked\.\nLook at it: {2}npm run dateline -- serve .+$/u,
    );
    expect(warned).toMatch(/^note .+headline was missing/u);
    const paths = Object.keys(contentsOf(site));
    for (const path of [
      "index.html",
      "404.html",
      "assets/index-B1c2D3e4.js",
      "favicon.svg",
      "manifest.json",
      "front.json",
      "feed.json",
      "search/root.json",
      "search/index.html",
      "open/index.html",
      "archive/index.html",
      "archive/2025/05/index.html",
      "places/lisbon/index.html",
      "sections/news/index.html",
    ]) {
      expect(paths).toContain(path);
    }
    const pages = paths.filter((path) => /^articles\/.+\.html$/u.test(path));
    expect(pages.map((path) => path.replace(/^articles\/[^/]+/u, ""))).toEqual(["/filed/index.html", "/index.html"]);
    expect(decodeManifest(read("manifest.json"), "manifest.json")).toMatchObject({
      articles: 1,
      newsroom: { name: "Copy" },
    });
  });

  test("has a page for every page of a list, and for copy as filed only where copy is kept", async () => {
    const items = Array.from({ length: 125 }, (_none, at) => ({ title: `Story ${at}`, date_published: "2025-05-28" }));
    const { site } = await pressed({ "feed.json": feedOf(...items) });
    expect(readdirSync(join(site, "sections/news")).sort()).toEqual(["1", "2", "index.html"]);
    expect(readdirSync(join(site, "archive/2025/05")).sort()).toEqual(["1", "2", "index.html"]);
    expect(readFileSync(join(site, "sections/news/1/index.html"), "utf8")).toContain(">Story 0</a>");
    expect(existsSync(join(site, "articles/story-0/index.html"))).toBe(true);
    expect(existsSync(join(site, "articles/story-0/filed"))).toBe(false);
  });

  test("is the same, byte for byte, when the same copy is pressed somewhere else", async () => {
    const files = { "ferry.txt": ferryStory, "ferry.png": await picture("png"), "newsroom.json": "{}" };
    const [one, other] = [await pressed(files), await pressed(files)];
    expect(contentsOf(one.site)).toEqual(contentsOf(other.site));
  });

  test("keeps a story's page as it was, byte for byte, when only the text of another one was changed", async () => {
    const siteWith = (text: string) => {
      const pier = {
        id: "pier",
        title: "Pier opens",
        summary: "Today.",
        content_text: text,
        date_published: "2025-05-27",
      };
      const ferry = { id: "ferry", title: "Ferry sails", content_text: "It left.", date_published: "2025-05-28" };
      return pressed({ "feed.json": feedOf(pier, ferry) });
    };
    const [before, after] = [await siteWith("Boats may tie up."), await siteWith("Boats may not tie up.")];
    expect(after.read("manifest.json")).not.toBe(before.read("manifest.json"));
    expect(after.read("articles/ferry-sails/index.html")).toBe(before.read("articles/ferry-sails/index.html"));
  });

  test("says nowhere in which folder the copy lay", async () => {
    const { copy, site } = await pressed({ "ferry.txt": ferryStory, "ferry.png": await picture("png") });
    const folder = basename(dirname(copy));
    for (const [path, content] of Object.entries(contentsOf(site))) expect(content.includes(folder), path).toBe(false);
  });

  test("has pages that say their title, description, language and feed before any script runs", async () => {
    const { read } = await pressed(
      {
        "feed.json": feedOf({
          id: "a",
          title: `Pier "opens" & 3 < 4`,
          content_text: "It opens on Monday.",
          date_published: "2025-05-28",
        }),
        "newsroom.json": `{ "name": "Courier & Co", "language": "en" }`,
      },
      "--url",
      "https://courier.example/news",
    );
    const page = read("articles/pier-opens-3-4/index.html");
    expect(page).toContain("<title>Pier &quot;opens&quot; &amp; 3 &lt; 4 – Courier &amp; Co</title>");
    expect(page).toContain('<meta name="description" content="It opens on Monday.">');
    expect(page).toContain('<link rel="canonical" href="https://courier.example/news/articles/pier-opens-3-4">');
    expect(page).toContain('type="application/feed+json" title="Courier &amp; Co" href="/news/feed.json">');
    expect(page).toContain('data-scripts="/news/assets/index-B1c2D3e4.js"');
    expect(page).toContain('data-letters="/news/assets/source-serif-4-latin-wght-normal-B1c2D3e4.woff2"');
    expect(page).toContain("url(/news/assets/serif.woff2)");
    expect(page).toContain(">Pier &quot;opens&quot; &amp; 3 &lt; 4</h1>");
    expect(page).toContain("<p>It opens on Monday.</p>");
    expect(read("404.html")).not.toContain("canonical");
    expect(read("feed.json")).toContain('"home_page_url":"https://courier.example/news/"');
  });

  test.each([
    "https://courier.example/news",
    "https://courier.example/news/",
    "https://courier.example/news/index.html",
    "https://courier.example/news/?a=1#top",
  ])("lives in the folder of %s, whether its settings say so or --url", async (url) => {
    const feed = feedOf({ title: "One", date_published: "2025-05-28" });
    const typed = await pressed({ "feed.json": feed, "newsroom.json": "{}" }, "--url", url);
    const written = await pressed({ "feed.json": feed, "newsroom.json": JSON.stringify({ url }) });
    expect(typed.read("feed.json")).toContain('"home_page_url":"https://courier.example/news/"');
    expect(contentsOf(typed.site)).toEqual(contentsOf(written.site));
  });

  test("names the paper's colour for devices that it is installed on", async () => {
    const { read } = await pressed({ "ferry.txt": ferryStory });
    expect(JSON.parse(read("manifest.webmanifest"))).toMatchObject({
      background_color: tokens.color.light.paper,
      theme_color: tokens.color.light.paper,
    });
  });

  test("is called after its settings, else after its only feed, else after the folder", async () => {
    const nameOf = async (files: Readonly<Record<string, string>>) => {
      const { read } = await pressed(files);
      return decodeManifest(read("manifest.json"), "manifest.json").newsroom.name;
    };
    const feed = feedOf({ title: "One", date_published: "2025-05-28" });
    expect(await nameOf({ "feed.json": feed, "newsroom.json": `{ "name": "The Courier" }` })).toBe("The Courier");
    expect(await nameOf({ "feed.json": feed })).toBe("A feed");
    expect(await nameOf({ "feed.json": feed, "ferry.txt": ferryStory })).toBe("Copy");
  });

  test("can be summed up for machines", async () => {
    const { code, said, warned, site } = await pressed({ "ferry.txt": ferryStory, "empty.txt": "" }, "--json");
    expect([code, warned]).toEqual([0, ""]);
    expect(JSON.parse(said)).toMatchObject({ out: site, articles: 1, held: [], spiked: [{ found: "empty" }] });
  });
});

test("what cannot be read is spiked with the reason, the rest is pressed, and --strict turns that into 1", async () => {
  const files = { "ferry.txt": ferryStory, "empty.txt": "" };
  const lax = await pressed(files);
  expect(lax.code).toBe(0);
  expect(lax.warned).toContain(`spiked  ${join(lax.copy, "empty.txt")}  the file was empty;`);
  expect(lax.said).toContain("1 spiked.");
  expect((await pressed(files, "--strict")).code).toBe(1);
  expect((await pressed({ "ferry.txt": ferryStory }, "--strict")).code).toBe(0);
});

describe("an embargo", () => {
  const copy = async () => ({
    "feed.json": feedOf(
      { title: "Open", date_published: "2025-05-28" },
      {
        id: "secret",
        title: "Zyzzyva resigns",
        date_published: "2025-05-28",
        _dateline: {
          pictures: [{ url: "zyzzyva.png", alt: "" }],
          release: { kind: "embargoed", until: "2025-12-24T06:00:00Z" },
        },
      },
    ),
    "zyzzyva.png": await picture("png"),
  });

  test("holds an article and its picture back until its time, and says so", async () => {
    const { code, warned, site } = await pressed(await copy());
    expect(code).toBe(0);
    expect(warned).toBe("held    “Zyzzyva resigns” until 2025-12-24T06:00:00Z");
    for (const [path, content] of Object.entries(contentsOf(site)))
      expect(/zyzzyva/iu.test(path) || /zyzzyva/iu.test(content), path).toBe(false);
  });

  test("is over at the moment that --now says", async () => {
    const { site, warned } = await pressed(await copy(), "--now", "2025-12-24T06:00:00Z");
    expect(warned).toBe("");
    expect(articleIn(site, "zyzzyva-resigns")?.pictures[0]?.url).toMatch(/^pictures\/zyzzyva-[0-9a-f]{10}-8\.png$/u);
  });
});

describe("nothing is left half done", () => {
  async function standingSite() {
    const folder = folderOf({ "copy/ferry.txt": ferryStory, "broken/empty.txt": "" });
    const site = join(folder, "site");
    expect((await dateline("press", join(folder, "copy"), "--out", site)).code).toBe(0);
    return { folder, site, before: contentsOf(folder) };
  }

  test("when nothing can be read, the site that stood there is left as it was", async () => {
    const { folder, site, before } = await standingSite();
    const { code, warned } = await dateline("press", join(folder, "broken"), join(folder, "missing"), "--out", site);
    expect(code).toBe(2);
    expect(warned.split("\n").at(-1)).toBe(
      `dateline: Nothing to press: 1 file was looked at, and none could be read. ${site} was left as it was.`,
    );
    expect(contentsOf(folder)).toEqual(before);
  });

  test("when nothing can be read and no site stood there, none is made, and nothing is said to be left", async () => {
    const folder = folderOf({ "broken/empty.txt": "" });
    const { warned } = await dateline("press", join(folder, "broken"), "--out", join(folder, "site"));
    expect(warned.split("\n").at(-1)).toBe(
      "dateline: Nothing to press: 1 file was looked at, and none could be read. No site was made.",
    );
    expect(readdirSync(folder)).toEqual(["broken"]);
  });

  test("an empty folder is nothing to press", async () => {
    const { folder, site, before } = await standingSite();
    mkdirSync(join(folder, "nothing"));
    const { code, warned } = await dateline("press", join(folder, "nothing"), "--out", site);
    expect([code, warned]).toEqual([
      2,
      `dateline: Nothing to press: there is no copy there. ${site} was left as it was.`,
    ]);
    expect(contentsOf(folder)).toEqual(before);
  });

  test("a press that is interrupted exits with 130 and leaves the site as it was", async () => {
    const { folder, site, before } = await standingSite();
    const { terminal, warned, interrupt } = fakeTerminal();
    const app = standInApp();
    const interrupted = async () => {
      interrupt();
      return app;
    };
    expect(await runCommandLine(["press", join(folder, "copy"), "--out", site], terminal, interrupted)).toBe(130);
    expect(warned.at(-1)).toBe("dateline: Interrupted, before anything was changed.");
    expect(contentsOf(folder)).toEqual(before);
  });

  test.runIf(existsSync("/dev/full"))("a full disk is told of, and the site is left as it was", async () => {
    const { folder, site, before } = await standingSite();
    const app = standInApp();
    // Whoever writes to it has no space left on the device.
    symlinkSync("/dev/full", join(app.folder, "feed.json"));
    const { code, warned } = await datelineWith(app, ["press", join(folder, "copy"), "--out", site]);
    expect(code).toBe(2);
    expect(warned.split("\n").at(-1)).toBe(
      `dateline: The disk is full. ${site} was left as it was. Make room and press again.`,
    );
    expect(contentsOf(folder)).toEqual(before);
  });

  test("a site is replaced whole: what only the old one had is gone", async () => {
    const { folder, site } = await standingSite();
    writeFileSync(join(folder, "copy/ferry.txt"), ferryStory.replace("LISBON", "PORTO"));
    expect((await dateline("press", join(folder, "copy"), "--out", site)).code).toBe(0);
    expect(readdirSync(join(site, "lists/places"))).toEqual(["index.json", "porto"]);
    expect(readdirSync(folder).sort()).toEqual(["broken", "copy", "site"]);
  });

  test("what somebody else put at the top of a site stays", async () => {
    const { folder, site } = await standingSite();
    writeFileSync(join(site, "CNAME"), "courier.example");
    mkdirSync(join(site, ".git"));
    writeFileSync(join(site, ".git/HEAD"), "ref: refs/heads/pages");
    expect((await dateline("press", join(folder, "copy"), "--out", site)).code).toBe(0);
    expect(readFileSync(join(site, "CNAME"), "utf8")).toBe("courier.example");
    expect(readFileSync(join(site, ".git/HEAD"), "utf8")).toBe("ref: refs/heads/pages");
  });

  test("a site behind a link is replaced, not the link", async () => {
    const { folder, site } = await standingSite();
    const link = join(folder, "public");
    symlinkSync(site, link);
    writeFileSync(join(folder, "copy/ferry.txt"), ferryStory.replace("LISBON", "PORTO"));
    expect((await dateline("press", join(folder, "copy"), "--out", link)).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(site, "lists/places"))).toEqual(["index.json", "porto"]);
  });
});

describe("--out", () => {
  test("may not be a file, nor lie below one", async () => {
    const folder = folderOf({ "ferry.txt": ferryStory, out: "a file" });
    const press = (out: string) => dateline("press", join(folder, "ferry.txt"), "--out", join(folder, out));
    expect(await press("out")).toEqual({
      code: 2,
      said: "",
      warned: `dateline: --out ${join(folder, "out")} is a file, and a site needs a folder. Name another one.`,
    });
    expect((await press("out/site")).warned).toBe(
      `dateline: ${join(folder, "out/site")} cannot be made, because a file stands where a folder is needed. Name another folder.`,
    );
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file");
  });

  test("may not be a folder that holds something else, even when that looks like a site", async () => {
    const folder = folderOf({ "ferry.txt": ferryStory, "mine/index.html": "<p>", "mine/newsroom.json": "{}" });
    const out = join(folder, "mine");
    const { code, warned } = await dateline("press", join(folder, "ferry.txt"), "--out", out);
    expect([code, warned]).toEqual([
      2,
      `dateline: --out ${out} holds something that is not a pressed site (index.html, newsroom.json), and pressing would replace it. Name an empty or new folder.`,
    ]);
    expect(readdirSync(out)).toEqual(["index.html", "newsroom.json"]);
  });

  test("may not hold the copy", async () => {
    const folder = folderOf({ "all/copy/ferry.txt": ferryStory });
    for (const out of ["all", "all/copy"]) {
      const { code, warned } = await dateline("press", join(folder, "all/copy"), "--out", join(folder, out));
      expect([code, warned]).toEqual([
        2,
        `dateline: --out ${join(folder, out)} holds the copy ${join(folder, "all/copy")}, and pressing would replace it. Name another folder.`,
      ]);
    }
  });

  test("may lie inside the copy's folder, and is not read as copy the next time", async () => {
    const folder = folderOf({ "ferry.txt": ferryStory });
    const press = () => dateline("press", folder, "--out", join(folder, "site"));
    expect((await press()).code).toBe(0);
    const before = contentsOf(folder);
    expect((await press()).said).toContain("Pressed 1 article");
    expect(contentsOf(folder)).toEqual(before);
    expect((await dateline("check", folder)).said).toContain("1 article reads, 0 would be spiked");
  });

  test("may be a folder that is not there yet, in one that is not there either", async () => {
    const folder = folderOf({ "ferry.txt": ferryStory });
    expect((await dateline("press", join(folder, "ferry.txt"), "--out", join(folder, "a/b/site"))).code).toBe(0);
    expect(existsSync(join(folder, "a/b/site/index.html"))).toBe(true);
  });

  test.runIf(existsSync("/proc/self"))(
    "may not lie where the system makes no folders, and is told so at once",
    async () => {
      const folder = folderOf({ "ferry.txt": ferryStory });
      for (const out of ["/proc/nope", "/proc/self/a/b"]) {
        const started = performance.now();
        const { code, warned } = await dateline("press", join(folder, "ferry.txt"), "--out", out);
        expect(performance.now() - started).toBeLessThan(1_000);
        expect([code, warned]).toEqual([
          2,
          `dateline: ${out} cannot be made, because the system lets nobody make folders there. Name another one.`,
        ]);
      }
    },
  );

  test("is tried before anything is read, and trying leaves nothing behind", async () => {
    const folder = folderOf({ "broken/empty.txt": "" });
    await dateline("press", join(folder, "broken"), "--out", join(folder, "a/b/site"));
    expect(readdirSync(folder)).toEqual(["broken"]);
  });

  test("must be a place that may be written to", async () => {
    const folder = folderOf({ "ferry.txt": ferryStory, "closed/.keep": "" });
    chmodSync(join(folder, "closed"), 0o555);
    const isRoot = process.geteuid?.() === 0;
    // Nothing is forbidden to root: be nobody for a moment.
    if (isRoot) {
      chmodSync(folder, 0o755);
      process.seteuid?.(65_534);
    }
    try {
      const out = join(folder, "closed/site");
      const { code, warned } = await dateline("press", join(folder, "ferry.txt"), "--out", out);
      expect(code).toBe(2);
      expect(warned.split("\n").at(-1)).toBe(
        `dateline: ${out} may not be written to. Name a folder that you may write to, or change its permissions.`,
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(folder, "closed"), 0o755);
    }
  });
});

test("a pressed site is no copy", async () => {
  const { site } = await pressed({ "ferry.txt": ferryStory });
  const { code, warned } = await dateline("press", site, "--out", `${site}-2`);
  expect(code).toBe(2);
  expect(warned).toContain(
    `spiked  ${site}  the file was a pressed site; expected a file or folder of copy. Name the copy that it was made of, or its feed: ${join(site, "feed.json")}.`,
  );
});

describe("a newsroom that is read live", () => {
  const settings = `{ "name": "The Courier", "live": "feed.json" }`;

  test("is a site without articles, with the settings that the reader needs", async () => {
    const { code, said, site, read } = await pressed({ "newsroom.json": settings });
    expect(code).toBe(0);
    expect(said.split("\n")).toEqual([
      `Made a site in ${site} that reads feed.json live.`,
      `Put the feed there:  ${join(site, "feed.json")}  (a later press leaves it)`,
      `Look at it:  npm run dateline -- serve ${site}`,
    ]);
    expect(JSON.parse(read("newsroom.json"))).toMatchObject({ name: "The Courier", live: "feed.json" });
    expect(read("index.html")).toContain("<title>The Courier</title>");
    expect(read("index.html")).toContain("<noscript><p>This page needs scripts, which are off.</p></noscript>");
    expect(existsSync(join(site, "manifest.json"))).toBe(false);
    expect(existsSync(join(site, "search/index.html"))).toBe(true);
  });

  test("can be summed up for machines", async () => {
    const { code, said, site } = await pressed({ "newsroom.json": settings }, "--json");
    expect([code, JSON.parse(said)]).toEqual([0, { out: site, live: "feed.json", notes: [] }]);
  });

  test("keeps the feed that was put beside it when it is pressed again", async () => {
    const { copy, site, read } = await pressed({ "newsroom.json": settings });
    writeFileSync(join(site, "feed.json"), "the feed");
    expect((await dateline("press", copy, "--out", site)).code).toBe(0);
    expect(read("feed.json")).toBe("the feed");
  });

  test("does not lose a feed that lies there to a printed one", async () => {
    const { copy, site, read } = await pressed({ "newsroom.json": settings });
    writeFileSync(join(site, "feed.json"), "the feed");
    writeFileSync(join(copy, "ferry.txt"), ferryStory);
    const { code, warned } = await dateline("press", copy, "--out", site);
    expect(code).toBe(2);
    expect(warned.split("\n").at(-1)).toBe(
      `dateline: --out ${site} holds feed.json, which press did not put there and now needs the place of. Move it away.`,
    );
    expect(read("feed.json")).toBe("the feed");
  });

  test("is printed when there is copy, and then says nothing of the feed", async () => {
    const { code, read, site } = await pressed({ "newsroom.json": settings, "ferry.txt": ferryStory });
    expect(code).toBe(0);
    expect(decodeManifest(read("manifest.json"), "manifest.json").newsroom.live).toBeUndefined();
    expect(existsSync(join(site, "newsroom.json"))).toBe(false);
  });

  test("is not made in place of copy that is missing", async () => {
    const folder = folderOf({ "newsroom.json": settings });
    const site = join(folder, "site");
    const { code, warned } = await dateline(
      "press",
      join(folder, "fery.txt"),
      "--newsroom",
      join(folder, "newsroom.json"),
      "--out",
      site,
    );
    expect(code).toBe(2);
    expect(warned).toContain("the file was missing");
    expect(existsSync(site)).toBe(false);
  });
});

describe("which pages are printed", () => {
  const copy = { "feed.json": feedOf({ id: "1", title: "Pier opens" }, { id: "2", title: "Band plays" }) };

  test("all, unless something else is asked for; an address that names none of them is answered by a page that says so", async () => {
    const { site, read } = await pressed(copy);
    expect(existsSync(join(site, "articles/pier-opens/index.html"))).toBe(true);
    expect(read("404.html")).not.toContain("<noscript>");
  });

  test("with none, those that a site cannot do without; the app finds out what another address names", async () => {
    const { site, read } = await pressed(copy, "--pages", "none");
    expect(existsSync(join(site, "articles/pier-opens/index.html"))).toBe(false);
    expect(existsSync(join(site, "articles/pier-opens.json"))).toBe(true);
    expect(
      ["index.html", "search/index.html", "archive/index.html"].filter((path) => !existsSync(join(site, path))),
    ).toEqual([]);
    expect(read("404.html")).toContain("<noscript>");
    expect(read("404.html")).toContain('data-start="now"');
  });

  test("with recent, the newest thousand articles, and lists without their older pages", () => {
    const slugs = Array.from({ length: 1_001 }, (_none, at) => ({ slug: `story-${at}` as Slug }));
    const isPrinted = pageFilter("recent", slugs);
    expect([0, 1, 1_000].map((at) => isPrinted(`articles/story-${at}.json`))).toEqual([false, true, true]);
    expect(["lists/topics/cranes/latest.json", "lists/topics/cranes/1.json", "front.json"].map(isPrinted)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test("threads print the same site as one alone, byte for byte", async () => {
  const app = await builtApp(fakeTerminal().terminal);
  const { built: _built, ...alone } = app;
  const items = Array.from({ length: 310 }, (_none, at) => ({
    title: `Story ${at}`,
    content_text: `Boat ${at % 7} left berth ${at % 11}.`,
    tags: [`Pier ${at % 5}`],
  }));
  const copy = folderOf({ "feed.json": feedOf(...items) });
  const out = folderOf();
  const sites = await Promise.all(
    [app, alone].map(async (printing, at) => {
      const site = join(out, `${at}`);
      await datelineWith(printing, ["press", copy, "--out", site, "--url", "https://courier.example/", "--json"]);
      return contentsOf(site);
    }),
  );
  expect(Object.keys(sites[0] ?? {}).filter((path) => path.endsWith(".html")).length).toBeGreaterThan(310 * 5);
  expect(sites[0]).toEqual(sites[1]);
  // The reader may have to be built first.
}, 120_000);

test("texts lie compressed beside themselves when that is asked for, and not otherwise", async () => {
  const copy = { "ferry.txt": ferryStory };
  const { site } = await pressed(copy, "--compress");
  const page = readFileSync(join(site, "index.html"));
  expect(brotliDecompressSync(readFileSync(join(site, "index.html.br")))).toEqual(page);
  expect(gunzipSync(readFileSync(join(site, "index.html.gz")))).toEqual(page);
  expect(existsSync(join(site, "manifest.webmanifest.br"))).toBe(false);
  expect(existsSync(join((await pressed(copy)).site, "index.html.br"))).toBe(false);
});
