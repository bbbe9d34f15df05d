import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "#cli/command-line.ts";
import { fakeTerminal, feedOf, folderOf, picture, standInApp } from "./command.ts";
import { articleIn, pressed } from "./pressed.ts";

const home = "https://courier.example/news/";
const told = { title: "Ferry sails", date_published: "2025-05-28", language: "en" };
const urdu = { title: "لاچین میں سہ فریقی اجلاس", date_published: "2025-05-28", language: "ur" };

function sharedIn(site: string): string[] {
  const folder = join(site, "pictures");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("share-")) : [];
}

/** What the head of an article's page says of its picture. */
function imageOf(page: string): Record<string, string> {
  const found = page.matchAll(/<meta property="(og:image[^"]*)" content="([^"]*)">/gu);
  return Object.fromEntries([...found].map(([, name = "", content = ""]) => [name, content]));
}

/** How dark each pixel of a picture's part is, 0 to 255. */
async function inkIn(file: string, part?: { left: number; top: number; width: number; height: number }) {
  const whole = sharp(file).toColourspace("b-w");
  const { data, info } = await (part ? whole.extract(part) : whole).raw().toBuffer({ resolveWithObject: true });
  return { ...info, ink: Array.from(data, (level) => 250 - level) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe("an article without a photograph", () => {
  test("is shared with a picture of its headline: a PNG of 1200 by 630, at a whole address", async () => {
    const { site, read } = await pressed({ "feed.json": feedOf(told) }, "--url", home);
    const [only = "", ...others] = sharedIn(site);
    expect(others).toEqual([]);
    expect(only).toMatch(/^share-[0-9a-f]{16}\.png$/u);
    expect(imageOf(read("articles/ferry-sails/index.html"))).toEqual({
      "og:image": `${home}pictures/${only}`,
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": "Ferry sails",
    });
    const bytes = readFileSync(join(site, "pictures", only));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 1_200, height: 630 });
    expect(bytes.length).toBeLessThan(60_000);
    expect(read("feed.json")).not.toContain("share-");
  });

  test("has its headline, nameplate, section and date in the picture, from the left in English and from the right in Urdu", async () => {
    const { site } = await pressed({ "feed.json": feedOf(told, urdu) }, "--url", home);
    const files = ["ferry-sails", "لاچین-میں-سہ-فریقی-اجلاس"].map((slug) =>
      join(site, articleIn(site, slug)?.sharePicture ?? ""),
    );
    for (const [at, file] of files.entries()) {
      for (const [top, height] of [
        [50, 70],
        [160, 360],
        [560, 60],
      ] as const) {
        const [left, right] = await Promise.all(
          [72, 600].map(async (from) => sum((await inkIn(file, { left: from, top, width: 528, height })).ink)),
        );
        expect(Math.max(left!, right!), `${at} ${top}`).toBeGreaterThan(10_000);
        if (top < 500) expect(left! > right!, `${at} ${top}`).toBe(at === 0);
      }
    }
  });

  test.each([
    ["a drawing", "pier.svg", async () => `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>`],
    ["a small photograph", "pier.jpg", () => picture("jpeg", 300, 200)],
  ])("but with %s has one drawn as well, since networks do not show that", async (_name, file, bytes) => {
    const files = { "feed.json": feedOf({ ...told, image: file }), [file]: await bytes() };
    const { site, read } = await pressed(files, "--url", home);
    expect(sharedIn(site)).toHaveLength(1);
    expect(imageOf(read("articles/ferry-sails/index.html"))["og:image"]).toContain("/pictures/share-");
  });

  test("that may not be read yet, or not any more, is not told of by a picture", async () => {
    const held = { ...told, _dateline: { release: { kind: "embargoed", until: "2025-12-24T06:00:00Z" } } };
    const gone = { ...told, _dateline: { release: { kind: "withdrawn", reason: "It was wrong." } } };
    const { site } = await pressed({ "feed.json": feedOf(held, gone, { ...told, title: "Open" }) }, "--url", home);
    expect(sharedIn(site)).toHaveLength(1);
  });

  test.each(["港で渡し船が再開 ferry", "🚢"])(
    "called “%s”, in letters that the house's fonts lack, has none",
    async (title) => {
      const { site, read } = await pressed({ "feed.json": feedOf({ ...told, title }) }, "--url", home);
      expect(sharedIn(site)).toEqual([]);
      const [slug = ""] = readdirSync(join(site, "articles")).filter((name) => !name.includes("."));
      expect(imageOf(read(`articles/${slug}/index.html`))).toEqual({});
    },
  );

  test.each([
    [
      "of one word that is longer than a line",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ],
    ["of three hundred words", "word ".repeat(300)],
    ["with signs of markup", `Pier <b>"opens"</b> & 3 < 4`],
    ["with pictograms", "Ferry 🚢 sails ❤️ again"],
  ])("may have a headline %s: nothing runs over the margins", async (_name, title) => {
    const { site } = await pressed({ "feed.json": feedOf({ ...told, title }) }, "--url", home);
    const [only = ""] = sharedIn(site);
    const file = join(site, "pictures", only);
    for (const margin of [
      { left: 0, top: 0, width: 66, height: 630 },
      { left: 1_134, top: 0, width: 66, height: 630 },
      { left: 0, top: 525, width: 1_200, height: 25 },
    ])
      expect(sum((await inkIn(file, margin)).ink)).toBe(0);
    expect(sum((await inkIn(file, { left: 72, top: 160, width: 1_056, height: 360 })).ink)).toBeGreaterThan(100_000);
  });
});

test("an article with a photograph is shared with that, its credit beside it", async () => {
  const files = {
    "feed.json": feedOf({
      ...told,
      _dateline: { pictures: [{ url: "pier.jpg", alt: "A white ferry", credit: "Ada Lane/CNA" }] },
    }),
    "pier.jpg": await picture("jpeg", 1_600, 1_000),
  };
  const { site, read } = await pressed(files, "--url", home, "--share-pictures", "all");
  expect(sharedIn(site)).toEqual([]);
  expect(imageOf(read("articles/ferry-sails/index.html"))).toEqual({
    "og:image": expect.stringMatching(/^https:\/\/courier\.example\/news\/pictures\/pier-[0-9a-f]{10}-1160\.jpg$/u),
    "og:image:width": "1160",
    "og:image:height": "725",
    "og:image:alt": "A white ferry (Ada Lane/CNA)",
  });
});

describe("share pictures", () => {
  const many = Array.from({ length: 103 }, (_none, at) => ({
    title: `Story ${at}`,
    date_published: new Date(Date.UTC(2025, 0, 1 + at)).toISOString(),
  }));
  const count = async (...options: readonly string[]) =>
    sharedIn((await pressed({ "feed.json": feedOf(...many) }, "--pages", "none", ...options)).site).length;

  test("are drawn for the newest hundred articles, for all or for none", async () => {
    const { site } = await pressed({ "feed.json": feedOf(...many) }, "--pages", "none", "--url", home);
    const drawn = [0, 2, 3, 102].map((at) => articleIn(site, `story-${at}`)?.sharePicture !== undefined);
    expect([sharedIn(site).length, ...drawn]).toEqual([100, false, false, true, true]);
    expect(await count("--url", home, "--share-pictures", "all")).toBe(103);
    expect(await count("--url", home, "--share-pictures", "none")).toBe(0);
  });

  test("are not drawn for a site that does not know its address", async () => {
    expect(await count("--share-pictures", "all")).toBe(0);
  });

  test("are asked for by one of these words", async () => {
    const { code, warned } = await pressed({ "feed.json": feedOf(told) }, "--share-pictures", "some");
    expect([code, warned]).toEqual([2, "dateline: --share-pictures was “some”; expected recent, all or none."]);
  });

  test("are kept between presses, and drawn anew when the headline changes", async () => {
    const folder = folderOf({ "copy/feed.json": feedOf(told) });
    const kept = join(folder, "cache");
    const press = async () => {
      const { terminal } = fakeTerminal({ DATELINE_CACHE: kept });
      const app = standInApp();
      const typed = ["press", join(folder, "copy"), "--out", join(folder, "site"), "--url", home];
      expect(await runCommandLine(typed, terminal, async () => app)).toBe(0);
      const [only = ""] = sharedIn(join(folder, "site"));
      return readFileSync(join(folder, "site/pictures", only), "latin1");
    };
    const first = await press();
    const [only = ""] = readdirSync(join(kept, "share-pictures"));
    writeFileSync(join(kept, "share-pictures", only), "as it was kept");
    expect(await press()).toBe("as it was kept");
    writeFileSync(join(folder, "copy/feed.json"), feedOf({ ...told, title: "Ferry sails again" }));
    const second = await press();
    expect([second.slice(1, 4), second === first]).toEqual(["PNG", false]);
  });

  test("are the same, byte for byte, wherever they are drawn", async () => {
    const draw = async () => {
      const folder = folderOf({ "copy/feed.json": feedOf(told, urdu) });
      const { terminal, warned } = fakeTerminal({ DATELINE_CACHE: join(folder, "cache") });
      const app = standInApp();
      const typed = ["press", join(folder, "copy"), "--out", join(folder, "site"), "--url", home];
      expect([await runCommandLine(typed, terminal, async () => app), ...warned]).toEqual([0]);
      const site = join(folder, "site");
      return sharedIn(site).map((name) => [name, readFileSync(join(site, "pictures", name), "latin1")]);
    };
    expect(await draw()).toEqual(await draw());
  });
});
