import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { describedInXmp } from "./described.ts";
import { pressed } from "./pressed.ts";

const caption = "The ferry at the quay.";
const credit = "Ada Lane/CNA";
const about =
  "The ferry left the quay. The ferry crossed. The captain of the ferry waved, and the captain sang. The captain slept.";
const feed = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "The Courier",
  items: [
    {
      id: "ferry",
      title: "Ferry and captain sail",
      date_published: "2025-05-28T10:00:00Z",
      content_text: about,
      _dateline: { section: "Harbour", pictures: [{ url: "ferry.jpg", alt: "A ferry", caption, credit }] },
    },
    {
      id: "captain",
      title: "Captain of the ferry retires",
      date_published: "2025-05-27T10:00:00Z",
      content_text: `Another day. ${about.replaceAll("ferry", "old ferry")} The captain of the ferry went home.`,
      _dateline: { section: "Harbour" },
    },
    ...["Opera", "Budget", "Drought", "Regatta"].map((title, at) => ({
      id: title,
      title,
      date_published: `2025-05-2${at}T10:00:00Z`,
      content_text: `${title} and nothing else.`,
    })),
  ],
});

test("wherever a picture is shown or told of, its credit is there too", async () => {
  const described = await describedInXmp({ caption, creator: "Ada Lane", creditLine: credit, copyright: "CNA" });
  const photograph = await sharp(described).resize(1_600, 1_000).keepXmp().jpeg().toBuffer();
  const copy = { "feed.json": feed, "ferry.jpg": photograph };
  const { site, read } = await pressed(copy, "--url", "https://courier.example/");
  const shows = (path: string) => read(path).includes("pictures/ferry-");
  const says = (path: string) => read(path).includes(credit);
  const places = [
    // The front page, a list, the article, a related story's panel, and every embed.
    "index.html",
    "sections/harbour/index.html",
    "articles/ferry-and-captain-sail/index.html",
    "articles/captain-of-the-ferry-retires/index.html",
    "embed/v1/card/ferry-and-captain-sail.html",
    "embed/v1/article/ferry-and-captain-sail.html",
    // Feeds, of the site and of a section.
    "feed.json",
    "rss.xml",
    "atom.xml",
    "sections/harbour/rss.xml",
    "lists/sections/harbour/latest.json",
  ];
  expect(places.filter((path) => !shows(path))).toEqual([]);
  expect(places.filter((path) => !says(path))).toEqual([]);
  // And nowhere else without it.
  const texts = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(?:html|json|xml)$/u.test(path),
  );
  expect(texts.filter((path) => shows(path) && !says(path) && path !== "pressed.json")).toEqual([]);

  const page = read("articles/ferry-and-captain-sail/index.html");
  const [, data = ""] = /<script type="application\/ld\+json">(.+?)<\/script>/u.exec(page) ?? [];
  expect((JSON.parse(data) as { image: object[] }).image).toMatchObject([{ caption, creditText: credit }]);
  expect(page).toContain(`<meta property="og:image:alt" content="A ferry (${credit})">`);
  const files = readdirSync(join(site, "pictures")).filter((name) => name.startsWith("ferry-"));
  expect(files.length).toBeGreaterThan(3);
  for (const name of files) {
    const { xmp } = await sharp(readFileSync(join(site, "pictures", name))).metadata();
    expect(xmp?.toString("utf8"), name).toContain(credit);
  }
});
