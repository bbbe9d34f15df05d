import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
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

test("many notes are counted instead of listed", async () => {
  const items = Array.from({ length: 40 }, (_none, at) => ({ title: `Undated ${at}` }));
  const { code, warned } = await checked("feed.json", feedOf(...items));
  expect(code).toBe(0);
  const lines = warned.split("\n");
  expect(lines.length).toBeLessThanOrEqual(13);
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
