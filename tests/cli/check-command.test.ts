import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, dateline, feedOf, ferryStory, folderOf, listening, picture } from "./command.ts";

/** What check says of one file. */
async function checked(name: string, content: string | Uint8Array) {
  const copy = folderOf({ [name]: content });
  const { code, warned, said } = await dateline("check", join(copy, name));
  return { code, warned: warned.replaceAll(`${copy}/`, ""), said };
}

test("copy that reads is counted, and exits with 0", async () => {
  const { code, said, warned } = await checked("feed.json", feedOf({ title: "One", date_published: "2025-05-28" }));
  expect({ code, said, warned }).toEqual({
    code: 0,
    said: "1 article reads, 0 would be spiked, 0 notes.",
    warned: "",
  });
});

test("what reads in part exits with 1, and says of every item which field was wrong and how to mend it", async () => {
  const { code, warned, said } = await checked(
    "feed.json",
    feedOf(
      { title: "Fine", date_published: "2025-05-28" },
      { title: "When?", date_published: "yesterday" },
      { title: "Once", id: "0", date_published: "2025-05-28" },
    ),
  );
  expect(code).toBe(1);
  expect(said).toBe("1 article reads, 2 would be spiked, 0 notes.");
  const [date, id] = warned.split("\n");
  expect(date).toMatch(/^spiked {2}feed\.json {2}items\[1\]\.date_published was "yesterday"; expected .+ISO 8601/u);
  expect(id).toMatch(/^spiked {2}feed\.json {2}items\[2\]\.id was "0".*; expected an id of its own\. .+/u);
});

test.each([
  ["empty.txt", "", /^spiked {2}empty\.txt {2}the file was empty; expected .+\. .+\.$/u],
  ["blank.txt", " \n\r\n\t ", /^spiked {2}blank\.txt {2}the file was nothing but blanks; expected .+/u],
  [
    "picture.txt",
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    /^spiked {2}picture\.txt {2}the file was a PNG picture; expected .+/u,
  ],
  [
    "noise.txt",
    new Uint8Array(Array.from({ length: 999 }, (_none, at) => (at * 7) % 256)),
    /^spiked {2}noise\.txt {2}the file was binary; expected .+/u,
  ],
  ["cut.json", feedOf({ title: "One" }).slice(0, -30), /^spiked {2}cut\.json {2}.+\. .+/u],
  ["rss.txt", "<?xml version='1.0'?><rss version='2.0'></rss>", /^spiked {2}rss\.txt {2}.*an RSS feed; expected .+/u],
])("%s is spiked with one line that says what it was, and exits with 2", async (name, content, line) => {
  const { code, warned } = await checked(name, content);
  expect(code).toBe(2);
  expect(warned).toMatch(line);
  expect(warned.split("\n")).toHaveLength(1);
});

test("wire text in UTF-16 and in Windows-1252 reads as well as in UTF-8", async () => {
  const utf16 = Buffer.from(`\ufeff${ferryStory}`, "utf16le");
  const windows = Buffer.from(ferryStory.replace("—CNA", "\u0097CNA"), "latin1");
  for (const bytes of [utf16, windows]) {
    const { code, said } = await checked("ferry.txt", bytes);
    expect(code).toBe(0);
    expect(said).toContain("1 article reads, 0 would be spiked");
  }
});

test("a name that names nothing is spiked, and the rest is read", async () => {
  const copy = folderOf({ "ferry.txt": ferryStory });
  const { code, warned } = await dateline("check", join(copy, "fery.txt"), copy);
  expect(code).toBe(1);
  expect(warned).toContain(
    `spiked  ${join(copy, "fery.txt")}  the file was missing; expected a file or folder of copy. Check the name; it is looked for from the folder that you are in.`,
  );
});

test("an address that cannot be reached is spiked with the reason", async () => {
  const { code, warned } = await dateline("check", "http://localhost:9/feed.json");
  expect(code).toBe(2);
  expect(warned).toMatch(
    /^spiked {2}http:\/\/localhost:9\/feed\.json {2}the feed was unreachable \((?:ECONNREFUSED|bad port)\); expected a JSON Feed\. Check the address/u,
  );
});

async function served(answer: (path: string) => { status: number; body: string }): Promise<string> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request.url ?? "");
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  return `http://localhost:${await listening(server)}`;
}

test("a feed's address is read with the pages that it leads to", async () => {
  const address = await served((path) => ({
    status: 200,
    body: path.includes("2")
      ? feedOf({ id: "old", title: "Old", date_published: "2025-01-01" })
      : JSON.stringify({
          ...(JSON.parse(feedOf({ id: "new", title: "New", date_published: "2025-05-28" })) as object),
          next_url: "feed-2.json",
        }),
  }));
  const { code, said } = await dateline("check", `${address}/feed.json`);
  expect({ code, said }).toEqual({ code: 0, said: "2 articles read, 0 would be spiked, 0 notes." });
});

test.each([
  [404, "the feed was not to be had: the server answered 404 Not Found"],
  [410, "the feed was gone for good (410)"],
  [503, "the feed was not to be had: the server answered 503 Service Unavailable"],
])("a server that answers %i is told of", async (status, message) => {
  const address = await served(() => ({ status, body: "" }));
  const { code, warned } = await dateline("check", `${address}/feed.json`);
  expect(code).toBe(2);
  expect(warned).toContain(message);
});

test("a feed in a file whose older pages lie elsewhere is read with a note", async () => {
  const { code, warned } = await checked(
    "feed.json",
    JSON.stringify({
      ...(JSON.parse(feedOf({ title: "One", date_published: "2025-05-28" })) as object),
      next_url: "https://example.org/feeds/7.json",
    }),
  );
  expect(code).toBe(0);
  expect(warned).toContain(
    'note    feed.json  next_url was "https://example.org/feeds/7.json", where older articles are; expected a feed that is whole.',
  );
});

test("a file that is named twice, by itself and with its folder, is read once", async () => {
  const copy = folderOf({ "ferry.txt": ferryStory });
  const { code, said } = await dateline("check", copy, join(copy, "ferry.txt"), `${copy}/.`);
  expect(code).toBe(0);
  expect(said).toContain("1 article reads, 0 would be spiked");
});

test("hidden files, pictures and the newsroom's settings are no copy", async () => {
  const copy = folderOf({
    "ferry.txt": ferryStory,
    ".ferry.txt.swp": "x",
    ".git/config": "x",
    "node_modules/a/b.txt": "x",
    "newsroom.json": "{}",
    "ferry.png": await picture("png"),
  });
  const { code, said } = await dateline("check", copy);
  expect(code).toBe(0);
  expect(said).toContain("1 article reads, 0 would be spiked");
});

test("a picture without its story says what to name instead", async () => {
  const copy = folderOf({ "ferry.png": await picture("png") });
  const { code, warned } = await dateline("check", join(copy, "ferry.png"));
  expect(code).toBe(2);
  expect(warned).toContain("was a picture alone; expected a file or folder of copy. Name the story beside it");
});

test("with --json everything is said to machines, and nothing else", async () => {
  const copy = folderOf({ "feed.json": feedOf({ title: "One", date_published: "2025-05-28" }), "empty.txt": "" });
  const { code, said, warned } = await dateline("check", copy, "--json");
  expect([code, warned]).toEqual([1, ""]);
  expect(JSON.parse(said)).toMatchObject({
    checked: "2025-12-01T12:00:00Z",
    articles: 1,
    held: [],
    spiked: [{ file: join(copy, "empty.txt"), found: "empty" }],
    notes: [],
  });
});

const undated = feedOf(...Array.from({ length: 40 }, (_none, at) => ({ title: `Undated ${at}` })));

test("check says every note, however many there are", async () => {
  const { code, said, warned } = await checked("feed.json", undated);
  expect(code).toBe(0);
  expect(said).toBe("40 articles read, 0 would be spiked, 40 notes.");
  expect(warned.split("\n")).toHaveLength(40);
  expect(warned).toContain("items[39].date_published was missing");
});

test("press says twelve notes, how many more there are, and the command that says them all", async () => {
  const copy = folderOf({ "all copy/feed.json": undated, "newsroom.json": "{}" });
  const named = [join(copy, "all copy"), "--newsroom", join(copy, "newsroom.json")];
  const { code, warned } = await dateline("press", ...named, "--out", join(copy, "site"));
  expect(code).toBe(0);
  const lines = warned.split("\n");
  expect(lines).toHaveLength(13);
  expect(lines[12]).toBe(
    `note    … and 28 more notes. To see all:  npm run dateline -- check "${copy}/all copy" --newsroom ${copy}/newsroom.json`,
  );
});

describe("a link in a folder of copy", () => {
  /** What check says of a folder with a story, into which more is put. */
  async function checkedWith(putInto: (copy: string) => void) {
    const folder = folderOf({
      "copy/ferry.txt": `The ferry\n\n${ferryStory.trim()}`,
      "elsewhere/pier.txt": ferryStory,
    });
    const copy = join(folder, "copy");
    putInto(copy);
    const { said, warned } = await dateline("check", copy);
    return { said, warned: warned.replaceAll(realpathSync(folder), "").replaceAll(folder, "") };
  }
  const told = (warned: string) => warned.split("\n").filter((line) => line.includes("a link"));

  test("is followed to what lies in the folder, also where nobody would look for it", async () => {
    const { said, warned } = await checkedWith((copy) => {
      mkdirSync(join(copy, ".versions/42"), { recursive: true });
      writeFileSync(join(copy, ".versions/42/pier.txt"), ferryStory);
      writeFileSync(join(copy, ".versions/quay.txt"), ferryStory);
      symlinkSync(".versions/42", join(copy, "current"));
      symlinkSync(".versions/quay.txt", join(copy, "quay.txt"));
    });
    expect(said).toContain("3 articles read, 0 would be spiked");
    expect(told(warned)).toEqual([]);
  });

  test("to copy that was read already, or around in a circle, adds nothing", async () => {
    const { said, warned } = await checkedWith((copy) => {
      symlinkSync("ferry.txt", join(copy, "a-name-that-comes-first.txt"));
      symlinkSync(".", join(copy, "again"));
    });
    expect(said).toContain("1 article reads, 0 would be spiked");
    expect(warned).toContain("/copy/ferry.txt");
    expect(told(warned)).toEqual([]);
  });

  test("that leads out of the folder, or nowhere, is left out, and told of", async () => {
    const { said, warned } = await checkedWith((copy) => {
      symlinkSync("../elsewhere", join(copy, "elsewhere"));
      symlinkSync("../elsewhere/pier.txt", join(copy, "pier.txt"));
      symlinkSync("gone.txt", join(copy, "lost.txt"));
      symlinkSync("turn.txt", join(copy, "turn.txt"));
    });
    expect(said).toContain("1 article reads, 0 would be spiked");
    const outside =
      "expected a link to something in /copy. It was left out: name what it leads to as copy as well, or move that into the folder.";
    const nowhere =
      "the file was a link that leads nowhere; expected a link to something in /copy. It was left out: mend it, or take it away.";
    expect(told(warned)).toEqual([
      `note    /copy/elsewhere  the file was a link to /elsewhere; ${outside}`,
      `note    /copy/lost.txt  ${nowhere}`,
      `note    /copy/pier.txt  the file was a link to /elsewhere/pier.txt; ${outside}`,
      `note    /copy/turn.txt  ${nowhere}`,
    ]);
  });

  test("that is named itself is followed wherever it leads", async () => {
    const folder = folderOf({ "elsewhere/pier.txt": ferryStory });
    symlinkSync("elsewhere", join(folder, "copy"));
    expect((await dateline("check", join(folder, "copy"))).said).toContain("1 article reads, 0 would be spiked");
  });
});

describe("settings and copy that do not agree are told of:", () => {
  const feed = feedOf(
    { title: "Quay reopens", date_published: "2025-05-28" },
    {
      title: "Pier closes",
      date_published: "2025-05-28",
      _dateline: { release: { kind: "embargoed", until: "2025-12-24T06:00:00Z" } },
    },
  );
  async function told(settings: object, files: Record<string, string> = { "feed.json": feed }) {
    const copy = folderOf({ ...files, "newsroom.json": JSON.stringify(settings) });
    const { code, said, warned } = await dateline("check", copy);
    const notes = warned.split("\n").filter((line) => line.startsWith("note"));
    return { code, said, notes: notes.map((line) => line.replaceAll(`${copy}/`, "")) };
  }
  const instead = "The newest article with a picture leads the front page instead.";

  test.each([
    ["quay-repens", '"quay-reopens", perhaps'],
    ["Quay Reopens", '"quay-reopens", perhaps'],
    ["harbour-fair", "the slug of an article, which ends its page's address"],
  ])("a lead “%s” that is no article", async (lead, expected) => {
    expect((await told({ lead })).notes).toEqual([
      `note    newsroom.json  lead was "${lead}", which no article has as its slug; expected ${expected}. ${instead}`,
    ]);
  });

  test("but not a lead that is there, or will be", async () => {
    expect((await told({ lead: "quay-reopens" })).notes).toEqual([]);
    expect((await told({ lead: "pier-closes" })).notes).toEqual([]);
  });

  test("a feed to be read live, beside copy", async () => {
    expect((await told({ live: "https://a.example/feed.json" })).notes).toEqual([
      'note    newsroom.json  live was "https://a.example/feed.json", beside copy to press; expected one of the two. The copy counts, and the feed is not read: take “live” out of the settings, or press them without copy.',
    ]);
  });

  test("but not a feed that is the copy, or one without copy", async () => {
    expect((await told({ live: "feed.json" })).notes).toEqual([]);
    expect(await told({ live: "https://a.example/feed.json" }, {})).toEqual({
      code: 0,
      said: "https://a.example/feed.json is to be read live, 0 would be spiked, 0 notes.",
      notes: [],
    });
  });

  test("a setting that nobody knows", async () => {
    expect((await told({ timezone: "UTC" })).notes).toEqual([
      "note    newsroom.json  timezone was no setting that Dateline knows; expected timeZone. It was left out: write it as “timeZone”.",
    ]);
  });
});

test("settings that are wrong in part are told of, and those that were named must be there", async () => {
  const copy = folderOf({ "ferry.txt": ferryStory, "newsroom.json": `{ "name": 7, "timeZone": "Lisbon" }` });
  const { code, warned } = await dateline("check", copy);
  expect(code).toBe(0);
  expect(warned).toContain("name was the number 7; expected a text.");
  expect(warned).toContain('timeZone was "Lisbon"; expected a time zone such as Asia/Karachi.');
  const missing = await dateline("check", copy, "--newsroom", join(copy, "other.json"));
  expect(missing).toMatchObject({
    code: 2,
    warned: `dateline: The newsroom's settings, ${join(copy, "other.json")}, cannot be read. Check the name.`,
  });
});

test("check writes nothing", async () => {
  const copy = folderOf({ "ferry.txt": ferryStory, "ferry.png": await picture("png") });
  const before = contentsOf(copy);
  await dateline("check", copy);
  expect(contentsOf(copy)).toEqual(before);
});
