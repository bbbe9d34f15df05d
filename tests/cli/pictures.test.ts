import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "#cli/command-line.ts";
import { type Picture, renditionUrl } from "#domain/picture.ts";
import { dateline, fakeTerminal, feedOf, folderOf, picture, standInApp } from "./command.ts";
import { describedInIptc, describedInXmp } from "./described.ts";
import { articleIn, pressed } from "./pressed.ts";

/** The names of a site's pictures without their digests. */
function namesIn(site: string): string[] {
  const folder = join(site, "pictures");
  return existsSync(folder)
    ? readdirSync(folder)
        .map((name) => name.replace(/-[0-9a-f]{10}(?=[-.])/u, ""))
        .sort()
    : [];
}

const caption = " date 2025-05-28 The ferry in the harbour on May 28, 2025. —CNA\n\n";
const story = "Ferry sails\n\nLISBON: The ferry left the harbour on Wednesday.\n\nIt came back in the evening.\n";

/** Presses one captioned story with this file beside it, and gives its picture as it is shown. */
async function pressedWith(name: string, bytes: string | Uint8Array, copy = caption + story) {
  const outcome = await pressed({ "ferry.txt": copy, [name]: bytes });
  return { ...outcome, shown: articleIn(outcome.site, "ferry-sails")?.pictures[0] };
}

const bytesOf = (site: string, path: string) => readFileSync(join(site, path));

function renditionsOf({ url = "", renditions }: Picture): string[] {
  const { formats = [], widths = [] } = renditions ?? {};
  return formats.flatMap((format) => widths.map((width) => renditionUrl(url, width, format) ?? ""));
}

describe("the file of a picture", () => {
  test("a caption whose picture is missing is kept and shown, with a note", async () => {
    const { code, warned, site } = await pressed({
      "feed.json": feedOf({
        title: "One",
        date_published: "2025-05-28",
        _dateline: { pictures: [{ url: "gone.png", alt: "", caption: "The pier.", credit: "CNA" }] },
      }),
    });
    expect(code).toBe(0);
    expect(warned).toMatch(/note .+picture gone\.png was missing or unreadable; expected a picture at .+gone\.png\./u);
    expect(articleIn(site, "one")?.pictures).toEqual([{ alt: "", caption: "The pier.", credit: "CNA" }]);
  });

  test("pictures in the body are copied like those at the head, from folders and percent-encoded names as well", async () => {
    const { site, warned } = await pressed({
      "feed.json": feedOf({
        title: "One",
        date_published: "2025-05-28",
        content_html:
          '<p>Text.</p><figure><img src="pictures/the%20pier.png" alt="Pier"><figcaption>Pier</figcaption></figure>' +
          '<img src="https://elsewhere.example/a.png" alt="there">',
        image: "/lead.webp?width=800",
      }),
      "pictures/the pier.png": await picture("png"),
      "lead.webp": await picture("webp"),
    });
    expect(warned).toBe("");
    expect(namesIn(site)).toEqual([
      "lead-8.avif",
      "lead-8.jpg",
      "lead-8.webp",
      "the-pier-8.avif",
      "the-pier-8.png",
      "the-pier-8.webp",
    ]);
    expect(JSON.stringify(articleIn(site, "one")?.body)).toContain("https://elsewhere.example/a.png");
  });

  test.each([
    ["../private.png"],
    ["../../../../../../../../etc/passwd"],
    ["%2e%2e/private.png"],
    ["pictures/../../private.png"],
    ["linked.png"],
    ["linked/private.png"],
  ])("a picture outside the copy's folder (%s) is not copied", async (url) => {
    const folder = folderOf({
      "private.png": await picture("png"),
      "copy/feed.json": feedOf({
        title: "One",
        date_published: "2025-05-28",
        _dateline: { pictures: [{ url, alt: "", caption: "Words stay." }] },
      }),
    });
    symlinkSync(join(folder, "private.png"), join(folder, "copy/linked.png"));
    symlinkSync(folder, join(folder, "copy/linked"));
    const site = join(folder, "site");
    const { code, warned } = await dateline("press", join(folder, "copy"), "--out", site);
    expect(code).toBe(0);
    expect(warned).toContain(
      `was outside the folder of its copy; expected a picture in ${join(folder, "copy")}. It was not copied: put it into that folder, or press the folder that holds both.`,
    );
    expect(existsSync(join(site, "pictures"))).toBe(false);
    expect(articleIn(site, "one")?.pictures).toEqual([{ alt: "", caption: "Words stay." }]);
  });

  test("a picture above its feed is copied when the folder that holds both is pressed", async () => {
    const { site, warned } = await pressed({
      "feeds/feed.json": feedOf({ title: "One", date_published: "2025-05-28", image: "../pictures/pier.png" }),
      "pictures/pier.png": await picture("png"),
    });
    expect(warned).toBe("");
    expect(namesIn(site)).toEqual(["pier-8.avif", "pier-8.png", "pier-8.webp"]);
  });

  test("a withdrawn article's pictures are not copied", async () => {
    const { site } = await pressed({
      "feed.json": feedOf(
        { title: "Fine", date_published: "2025-05-28" },
        {
          id: "gone",
          title: "Gone",
          date_published: "2025-05-28",
          image: "pier.png",
          _dateline: { release: { kind: "withdrawn", reason: "It was wrong." } },
        },
      ),
      "pier.png": await picture("png"),
    });
    expect(existsSync(join(site, "pictures"))).toBe(false);
  });
});

describe("a photograph", () => {
  test.each([
    ["png", "png"],
    ["jpeg", "jpg"],
    ["webp", "jpg"],
    ["avif", "jpg"],
  ] as const)(
    "with a story's name becomes its picture (%s), with the caption and the credit that the story has",
    async (format, ending) => {
      const { site, shown } = await pressedWith(`ferry.${format}`, await picture(format, 8, 6));
      expect(shown).toEqual({
        url: expect.stringMatching(new RegExp(`^pictures/ferry-[0-9a-f]{10}-8\\.${ending}$`, "u")),
        alt: "",
        caption: "The ferry in the harbour on May 28, 2025.",
        credit: "CNA",
        width: 8,
        height: 6,
        renditions: { formats: ["avif", "webp"], widths: [8] },
        bytes: expect.any(Number) as number,
        placeholder: "369369369",
      });
      expect(namesIn(site)).toEqual(["ferry-8.avif", `ferry-8.${ending}`, "ferry-8.webp"].sort());
    },
  );

  test("is printed in several widths as AVIF and WebP, and once as what it was", async () => {
    const { site, shown } = await pressedWith("ferry.jpg", await picture("jpeg", 2_000, 1_000));
    expect(shown?.renditions?.widths).toEqual([320, 560, 720, 880, 1_160, 1_760]);
    expect(shown).toMatchObject({ width: 1_160, height: 580 });
    const files = [...renditionsOf(shown!), shown!.url!];
    const usual = files.find((file) => file.endsWith("-720.avif"))!;
    expect(shown?.bytes).toBe(statSync(join(site, usual)).size);
    expect(
      readdirSync(join(site, "pictures"))
        .map((name) => `pictures/${name}`)
        .sort(),
    ).toEqual([...files].sort());
    for (const file of files) {
      const { width, height, format, mediaType } = await sharp(bytesOf(site, file)).metadata();
      const [, told, ending] = /-(\d+)\.(\w+)$/u.exec(file) ?? [];
      expect([width, height, format === "heif" ? mediaType?.slice(6) : format], file).toEqual([
        Number(told),
        Number(told) / 2,
        ending === "jpg" ? "jpeg" : ending,
      ]);
    }
  });

  test.each([
    [8, [8]],
    [400, [320, 400]],
    [600, [320, 600]],
    [1_200, [320, 560, 720, 880, 1_200]],
    [1_500, [320, 560, 720, 880, 1_160, 1_500]],
  ])("%i pixels wide is never made larger, nor printed twice in nearly the same width", async (width, widths) => {
    const { shown } = await pressedWith("ferry.jpg", await picture("jpeg", width, 20));
    expect(shown?.renditions?.widths).toEqual(widths);
    expect(shown?.width).toBe(widths.findLast((one) => one <= 1_300));
  });

  test("is described in few bytes", async () => {
    const { shown } = await pressedWith("ferry.jpg", await picture("jpeg", 2_000, 1_000));
    const { renditions, placeholder } = shown!;
    expect(JSON.stringify({ renditions, placeholder }).length).toBeLessThan(125);
  });

  test("stands upright, however the camera was held", async () => {
    const lying = await sharp(await picture("jpeg", 80, 40))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { site, shown } = await pressedWith("ferry.jpg", lying);
    expect([shown?.width, shown?.height]).toEqual([40, 80]);
    const { width, height, orientation } = await sharp(bytesOf(site, renditionsOf(shown!)[0]!)).metadata();
    expect([width, height, orientation]).toEqual([40, 80, undefined]);
  });

  test("with transparency keeps it, and is not laid on colours", async () => {
    const clear = { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } } as const;
    const { site, shown } = await pressedWith("ferry.webp", await sharp({ create: clear }).webp().toBuffer());
    expect(shown).not.toHaveProperty("placeholder");
    expect(shown?.url).toMatch(/\.png$/u);
    for (const file of [...renditionsOf(shown!), shown!.url!])
      expect((await sharp(bytesOf(site, file)).metadata()).hasAlpha, file).toBe(true);
  });

  test("has a place that shows its colours from top to bottom until it comes", async () => {
    const half = (background: string) => sharp({ create: { width: 60, height: 20, channels: 3, background } }).png();
    const flag = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#ffffff" } })
      .composite([
        { input: await half("#0033aa").toBuffer(), top: 0, left: 0 },
        { input: await half("#aa0000").toBuffer(), top: 40, left: 0 },
      ])
      .png()
      .toBuffer();
    const { shown, read } = await pressedWith("ferry.png", flag);
    expect(shown?.placeholder).toMatch(/^[01][2-4][9a-c].{3}[9a-c][01][01]$/u);
    const [top] = shown?.placeholder?.match(/.{3}/gu) ?? [];
    expect(read("articles/ferry-sails/index.html")).toContain(`background:linear-gradient(#${top},`);
  });

  test("is offered in its page as AVIF and WebP, with files that are there", async () => {
    const { site, read, shown } = await pressedWith("ferry.jpg", await picture("jpeg", 2_000, 1_000));
    const page = read("articles/ferry-sails/index.html");
    const sources = [...page.matchAll(/<source type="image\/(\w+)" srcSet="([^"]*)" sizes="([^"]*)"\/>/gu)];
    expect(sources.map(([, type]) => type)).toEqual(["avif", "webp"]);
    for (const [, type, srcset = "", sizes] of sources) {
      const offered = srcset.split(", ").map((one) => one.split(" ") as [string, string]);
      expect(offered.map(([, width]) => width)).toEqual(shown?.renditions?.widths.map((width) => `${width}w`));
      for (const [file] of offered) expect(statSync(join(site, file)).size, `${type} ${file}`).toBeGreaterThan(0);
      expect(sizes).toBe(
        "(min-width: 60em) min(54rem, 100vw - 19.5rem), (min-width: 45em) min(54rem, 100vw - 3rem), calc(100vw - 2rem)",
      );
    }
    expect(page).toMatch(
      /<\/source>|<source[^>]*\/><img class="picture photograph" src="\/pictures\/ferry-[^"]*-1160\.jpg"/u,
    );
    expect(page).toMatch(
      /<link rel="preload" as="image" type="image\/avif" fetchPriority="high" imageSrcSet="[^"]+\.avif 320w, [^"]+"/u,
    );
  });

  test("that lies in two folders has one place in the site", async () => {
    const image = (id: string, folder: string) => ({
      id,
      title: id,
      date_published: "2025-05-28",
      image: `${folder}/pier.jpg`,
    });
    const bytes = await picture("jpeg");
    const { site } = await pressed({
      "feed.json": feedOf(image("One", "a"), image("Two", "b")),
      "a/pier.jpg": bytes,
      "b/pier.jpg": bytes,
    });
    expect(namesIn(site)).toEqual(["pier-8.avif", "pier-8.jpg", "pier-8.webp"]);
  });

  test("is printed once when several stories show it", async () => {
    const image = (id: string) => ({ id, title: id, date_published: "2025-05-28", image: "pier.jpg" });
    const { site } = await pressed({
      "feed.json": feedOf(image("One"), image("Two")),
      "pier.jpg": await picture("jpeg"),
    });
    expect(namesIn(site)).toEqual(["pier-8.avif", "pier-8.jpg", "pier-8.webp"]);
    expect(articleIn(site, "one")?.pictures).toEqual(articleIn(site, "two")?.pictures);
  });
});

describe("what a picture's file says", () => {
  const said = {
    caption: "The ferry — کشتی — off Şuşa",
    creator: "Ada Lane",
    creditLine: "Harbour Trust/CNA",
    copyright: "© 2025 CNA",
  };

  test.each([
    ["XMP", describedInXmp],
    ["IPTC", describedInIptc],
  ])("of its caption and credit (%s) is shown where the copy says nothing, with a note", async (_name, described) => {
    const { shown, warned, copy } = await pressedWith("ferry.jpg", await described(said), story);
    expect(shown).toMatchObject({ caption: said.caption, credit: "Ada Lane/Harbour Trust/CNA" });
    expect(warned).toContain(
      `note    ${join(copy, "ferry.txt")}  picture ${join(copy, "ferry.jpg")} was without a caption and a credit; expected both beside every picture. Its own file's was used: “${said.caption}” and “Ada Lane/Harbour Trust/CNA”.`,
    );
  });

  test("gives way to the copy's own words", async () => {
    const { shown, warned } = await pressedWith("ferry.jpg", await describedInXmp(said));
    expect(shown).toMatchObject({ caption: "The ferry in the harbour on May 28, 2025.", credit: "CNA" });
    expect(warned).not.toContain("picture");
  });

  test("names nobody twice", async () => {
    const { shown } = await pressedWith("a.jpg", await picture("jpeg"));
    expect(shown?.url).toBeUndefined();
    const credited = await describedInXmp({ ...said, creditLine: "Ada Lane/CNA" });
    expect((await pressedWith("ferry.jpg", credited, story)).shown?.credit).toBe("Ada Lane/CNA");
  });

  test("of who made it stays in every file that is made of it; where, and with which camera, goes", async () => {
    const { site, shown } = await pressedWith("ferry.jpg", await describedInXmp(said));
    const files = [...renditionsOf(shown!), shown!.url!];
    expect(files).toHaveLength(5);
    for (const file of files) {
      const { exif, xmpAsString = "" } = await sharp(bytesOf(site, file)).metadata();
      for (const words of Object.values(said)) expect(xmpAsString, file).toContain(words);
      expect(exif, file).toBeUndefined();
      for (const secret of ["SN-4711", "Camerworks", "GPS"])
        expect(bytesOf(site, file).includes(secret), `${secret} in ${file}`).toBe(false);
    }
  });

  test("of itself in IPTC stays as well", async () => {
    const { site, shown } = await pressedWith("ferry.jpg", await describedInIptc(said));
    const { xmpAsString = "" } = await sharp(bytesOf(site, renditionsOf(shown!)[0]!)).metadata();
    for (const words of Object.values(said)) expect(xmpAsString).toContain(words);
  });

  test("is the credit of a feed's picture that has none, but not its caption", async () => {
    const { site } = await pressed({
      "feed.json": feedOf({ title: "One", date_published: "2025-05-28", image: "pier.jpg" }),
      "pier.jpg": await describedInXmp(said),
    });
    const [shown] = articleIn(site, "one")?.pictures ?? [];
    expect(shown?.credit).toBe("Ada Lane/Harbour Trust/CNA");
    expect(shown).not.toHaveProperty("caption");
  });

  test("by habit of the camera is no caption", async () => {
    const camera = await sharp(await picture("jpeg"))
      .withExif({ IFD0: { ImageDescription: "OLYMPUS DIGITAL CAMERA" } })
      .toBuffer();
    expect((await pressedWith("ferry.jpg", camera, story)).shown).not.toHaveProperty("caption");
  });
});

describe("a drawing", () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h9"/></svg>`;

  test("is copied as it is, and never cropped", async () => {
    const { site, shown, read } = await pressedWith("ferry.svg", drawing);
    expect(shown).toMatchObject({ drawn: true, width: 90, height: 60, credit: "CNA" });
    expect(shown).not.toHaveProperty("renditions");
    expect(bytesOf(site, shown?.url ?? "").toString()).toBe(drawing);
    expect(read("articles/ferry-sails/index.html")).not.toContain("<picture");
  });

  test.each(["gif", "webp"] as const)("that moves (%s) is copied as it is", async (format) => {
    const frames = await Promise.all(
      ["#ff0000", "#00ff00"].map((background) =>
        sharp({ create: { width: 8, height: 6, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const { site, shown } = await pressedWith(`ferry.${format}`, moving);
    expect(shown).toMatchObject({ width: 8, height: 6 });
    expect(shown).not.toHaveProperty("renditions");
    expect(bytesOf(site, shown?.url ?? "")).toEqual(moving);
  });
});

/** The head of a PNG of these sides, and almost nothing behind it. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const sides = Buffer.alloc(13);
  sides.writeUInt32BE(width, 0);
  sides.writeUInt32BE(height, 4);
  sides.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", sides),
    chunk("IDAT", Buffer.alloc(9)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The first half of a picture's file. */
async function broken(format: "jpeg" | "png" | "webp" | "avif"): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const whole = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#000000", noise } })
    .toFormat(format)
    .toBuffer();
  return whole.subarray(0, whole.length / 2);
}

const shownFormats = "a JPEG, PNG, WebP, AVIF, GIF or SVG picture";
const plainDrawing = "a drawing that is whole and only draws: no scripts, no events, nothing from elsewhere";
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
const doubled = Array.from(
  { length: 30 },
  (_none, at) => `<g id="a${at + 1}"><use href="#a${at}"/><use href="#a${at}"/></g>`,
);

type Unfit = [name: string, ending: string, bytes: () => Promise<string | Uint8Array>, found: string, expected: string];

describe("a picture that cannot be shown keeps its caption and credit on the page, with one message", () => {
  test.each<Unfit>([
    [
      "a JPEG that breaks off",
      "jpg",
      () => broken("jpeg"),
      "a picture that breaks off or is damaged",
      "a whole picture",
    ],
    ["a PNG that breaks off", "png", () => broken("png"), "a picture that breaks off or is damaged", "a whole picture"],
    [
      "a WebP that breaks off",
      "webp",
      () => broken("webp"),
      "a picture that breaks off or is damaged",
      "a whole picture",
    ],
    [
      "an AVIF that breaks off",
      "avif",
      () => broken("avif"),
      "a picture that breaks off or is damaged",
      "a whole picture",
    ],
    [
      "30,000 × 30,000 pixels",
      "png",
      async () => hugePng(30_000, 30_000),
      "a picture of 30,000 × 30,000 pixels",
      "at most 150 million pixels",
    ],
    ["a web page", "png", async () => "<script>alert(1)</script>", "no picture", shownFormats],
    ["text", "jpg", async () => "not a picture", "no picture", shownFormats],
    ["nothing", "jpg", async () => "", "empty", shownFormats],
    ["a TIFF", "jpg", () => picture("tiff"), "tiff", shownFormats],
    [
      "an SVG with a script",
      "svg",
      async () => svg("<script>alert(1)</script>"),
      "a drawing with scripts in it",
      plainDrawing,
    ],
    [
      "an SVG that waits for events",
      "svg",
      async () => svg(`<g onclick="alert(1)"/>`),
      "a drawing with a handler of events (onclick) in it",
      plainDrawing,
    ],
    [
      "an SVG that asks elsewhere",
      "svg",
      async () => svg(`<image href="https://spy.example/a.png"/>`),
      "a drawing with a reference to something elsewhere (https://spy.example/a.png) in it",
      plainDrawing,
    ],
    [
      "an SVG that multiplies its entities",
      "svg",
      async () => `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg("<text>&b;</text>")}`,
      "a drawing with entities of its own in it",
      plainDrawing,
    ],
    [
      "an SVG that multiplies its elements",
      "svg",
      async () => svg(`<g id="a0"><path/></g>${doubled.join("")}`),
      "a drawing of more than 200000 elements",
      plainDrawing,
    ],
    [
      "an SVG that breaks off",
      "svg",
      async () => svg("<g>").slice(0, -6),
      "a drawing (SVG) that is damaged",
      plainDrawing,
    ],
  ])("%s", async (_name, ending, bytes, found, expected) => {
    const { code, warned, site, copy, shown, read } = await pressedWith(`ferry.${ending}`, await bytes());
    expect(code).toBe(0);
    const told = warned.split("\n").filter((line) => line.includes("picture "));
    expect(told).toHaveLength(1);
    const message = `note    ${join(copy, "ferry.txt")}  picture ${join(copy, `ferry.${ending}`)} was ${found}; expected ${expected}. It was not copied`;
    expect(told[0]?.slice(0, message.length)).toBe(message);
    expect(shown).toEqual({ alt: "", caption: "The ferry in the harbour on May 28, 2025.", credit: "CNA" });
    expect(namesIn(site)).toEqual([]);
    expect(read("articles/ferry-sails/index.html")).toMatch(/<figcaption[\s\S]*The ferry in the harbour[\s\S]*CNA/u);
    expect((await dateline("check", copy)).warned).toContain(`was ${found}; expected ${expected}.`);
  });

  test("a file that is too large is not even read", async () => {
    const folder = folderOf({ "copy/ferry.txt": caption + story, "copy/ferry.jpg": "" });
    truncateSync(join(folder, "copy/ferry.jpg"), 51_000_000);
    const { warned } = await dateline("press", join(folder, "copy"), "--out", join(folder, "site"));
    expect(warned).toContain("was a file of 51 MB; expected a picture of 50 MB at most.");
  });
});

describe("between presses", () => {
  async function newsroom() {
    const folder = folderOf({ "copy/ferry.txt": caption + story, "copy/ferry.jpg": await picture("jpeg") });
    const kept = join(folder, "cache");
    const press = async () => {
      const { terminal, warned } = fakeTerminal({ DATELINE_CACHE: kept });
      const app = standInApp();
      const site = join(folder, "site");
      const code = await runCommandLine(["press", join(folder, "copy"), "--out", site], terminal, async () => app);
      expect([code, warned.filter((line) => !line.startsWith("note"))]).toEqual([0, []]);
      return articleIn(site, "ferry-sails")?.pictures[0];
    };
    const sets = () => readdirSync(join(kept, "renditions")).map((name) => join(kept, "renditions", name));
    return { folder, press, sets };
  }

  test("renditions are kept, and not made a second time", async () => {
    const { folder, press, sets } = await newsroom();
    await press();
    const [only = "", ...others] = sets();
    expect(others).toEqual([]);
    writeFileSync(join(only, "8.avif"), "as it was kept");
    let made = 0;
    const count = () => (made += 1);
    sharp.queue.on("change", count);
    const shown = await press();
    sharp.queue.off("change", count);
    expect(made).toBe(0);
    expect(bytesOf(join(folder, "site"), renditionsOf(shown!)[0]!).toString()).toBe("as it was kept");
  });

  test("a picture that was changed under the same name gets renditions and addresses of its own", async () => {
    const { folder, press, sets } = await newsroom();
    const before = await press();
    writeFileSync(join(folder, "copy/ferry.jpg"), await picture("jpeg", 10, 6));
    const after = await press();
    expect(after?.url).not.toBe(before?.url);
    expect(sets()).toHaveLength(2);
    expect(namesIn(join(folder, "site"))).toEqual(["ferry-10.avif", "ferry-10.jpg", "ferry-10.webp"]);
  });

  test("what no press asked for in thirty days goes", async () => {
    const { folder, press, sets } = await newsroom();
    await press();
    const [old = ""] = sets();
    const days = (ago: number) => (fakeTerminal().terminal.now() - ago * 86_400_000) / 1000;
    utimesSync(old, days(31), days(31));
    await press();
    expect(sets(), "asked for again").toEqual([old]);
    writeFileSync(join(folder, "copy/ferry.jpg"), await picture("jpeg", 10, 6));
    utimesSync(old, days(29), days(29));
    await press();
    expect(sets()).toHaveLength(2);
    utimesSync(old, days(31), days(31));
    await press();
    expect(sets()).not.toContain(old);
    expect(sets()).toHaveLength(1);
  });

  test("checking makes nothing", async () => {
    const { folder } = await newsroom();
    const { terminal } = fakeTerminal({ DATELINE_CACHE: join(folder, "cache") });
    expect(await runCommandLine(["check", join(folder, "copy")], terminal)).toBe(0);
    expect(existsSync(join(folder, "cache"))).toBe(false);
  });

  test("a place for them that may not be written to is told of", async () => {
    const folder = folderOf({ "copy/ferry.txt": caption + story, "copy/ferry.jpg": await picture("jpeg"), file: "" });
    const { terminal, warned } = fakeTerminal({ DATELINE_CACHE: join(folder, "file") });
    expect(await runCommandLine(["press", join(folder, "copy"), "--out", join(folder, "site")], terminal)).toBe(2);
    expect(warned.at(-1)).toBe(
      `dateline: What press keeps for the next time cannot be written to ${join(folder, "file/renditions")} (ENOTDIR). Make room there, or name another folder with the variable DATELINE_CACHE.`,
    );
  });

  test.runIf(existsSync("/proc/self"))("a place for them where the system makes no folders is told of", async () => {
    const folder = folderOf({ "copy/ferry.txt": caption + story, "copy/ferry.jpg": await picture("jpeg") });
    const { terminal, warned } = fakeTerminal({ DATELINE_CACHE: "/proc/nope" });
    expect(await runCommandLine(["press", join(folder, "copy"), "--out", join(folder, "site")], terminal)).toBe(2);
    expect(warned.at(-1)).toContain("cannot be written to /proc/nope/renditions (ENOENT).");
  });
});

test("progress is told while pictures are printed", async () => {
  const folder = folderOf({ "copy/ferry.txt": caption + story, "copy/ferry.jpg": await picture("jpeg") });
  const { terminal } = fakeTerminal();
  const told: string[] = [];
  const watched = { ...terminal, progress: (line: string) => told.push(line) };
  await runCommandLine(["press", join(folder, "copy"), "--out", join(folder, "site")], watched, async () =>
    standInApp(),
  );
  expect(told).toContain(`pictures  1 of 1  ${join(folder, "copy/ferry.jpg")}`);
});
