import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "#domain/charset.ts";
import { sayProblem } from "#domain/copy-problem.ts";
import { readCopy } from "#wire/read-copy.ts";
import { asFiled, bytesOf, desk, paragraphs, readBytes, story } from "./desk.ts";

const spikedAs = (copy: string | Uint8Array | readonly number[], name: string) => {
  const bytes = typeof copy === "string" ? bytesOf(copy) : new Uint8Array(copy);
  const { articles, spiked, notes } = readBytes(bytes, name);
  expect([articles, notes]).toEqual([[], []]);
  expect(spiked.map(({ file }) => file)).toEqual([name]);
  return spiked.map(sayProblem).join("\n");
};
const binary = "expected text. Export the story as plain text or as a JSON Feed.";
const markup =
  "expected wire text or a JSON Feed. This version reads JSON Feed and wire text: export the articles as a JSON Feed, or save the story as plain text.";
const jsonFeed =
  "expected a JSON Feed. This version reads JSON Feed: https://www.jsonfeed.org/version/1.1/. Ask the sender for one.";

describe("what is no copy is spiked, with what it was, what was expected and how to mend it", () => {
  test.each<[string, string, string | readonly number[], string]>([
    ["an empty file", "a.txt", "", "the file was empty; expected a story or a JSON Feed. Save the story in it again."],
    [
      "blanks",
      "a.txt",
      " \r\n\u00a0\t\u0000\n",
      "the file was nothing but blanks; expected a story or a JSON Feed. Save the story in it again.",
    ],
    [
      "a mark and nothing more",
      "a.txt",
      "\ufeff",
      "the file was nothing but blanks; expected a story or a JSON Feed. Save the story in it again.",
    ],
    [
      "a ZIP archive",
      "a.docx",
      [0x50, 0x4b, 3, 4, 0, 0],
      `the file was a ZIP archive or an office document; ${binary}`,
    ],
    ["a PDF", "a.txt", "%PDF-1.7\n", `the file was a PDF; ${binary}`],
    ["a JPEG", "a.txt", [0xff, 0xd8, 0xff, 0xe0], `the file was a JPEG picture; ${binary}`],
    ["a PNG", "a.txt", [0x89, 0x50, 0x4e, 0x47, 13, 10], `the file was a PNG picture; ${binary}`],
    ["a WebP", "a.txt", [...bytesOf("RIFF\u0001\u0001\u0001\u0001WEBPVP8 ")], `the file was a WebP picture; ${binary}`],
    ["RTF", "a.rtf", "{\\rtf1 Quay}", `the file was an RTF document; ${binary}`],
    [
      "NULs and noise",
      "a.bin",
      Array.from({ length: 400 }, (_none, at) => (at * 89) % 256),
      `the file was binary; ${binary}`,
    ],
    ["a page", "a.html", "<!doctype html><html><p>Quay", `the file was a web page; ${markup}`],
    ["a page in a JSON file", "feed.json", "\n<html><p>Sign in", `the file was a web page; ${markup}`],
    [
      "RSS in JSON clothing",
      "feed.json",
      '<?xml version="1.0"?><rss version="2.0">',
      `the file was an RSS feed; ${markup}`,
    ],
    ["Atom", "a.xml", '<feed xmlns="http://www.w3.org/2005/Atom">', `the file was an Atom feed; ${markup}`],
    [
      "a WordPress export",
      "a.xml",
      '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">',
      `the file was a WordPress export; ${markup}`,
    ],
    ["NITF", "a.xml", "<nitf><head/></nitf>", `the file was NITF; ${markup}`],
    ["NewsML-G2", "a.xml", '<?xml version="1.0"?><newsItem>', `the file was NewsML-G2; ${markup}`],
    ["XML", "a.xml", "<story/>", `the file was XML or HTML; ${markup}`],
    [
      "Markdown",
      "a.md",
      "# Quay",
      "the file was Markdown; expected wire text or a JSON Feed. This version reads JSON Feed and wire text: save the story as plain text (.txt).",
    ],
    [
      "front matter",
      "a.txt",
      "---\ntitle: Quay\n---\nOpen.",
      "the file was Markdown; expected wire text or a JSON Feed. This version reads JSON Feed and wire text: save the story as plain text (.txt).",
    ],
    [
      "RSS as JSON",
      "a.json",
      '{"rss":{"channel":{}}}',
      `the file was an RSS or Atom feed written as JSON; ${jsonFeed}`,
    ],
    [
      "RSS as JSON with items",
      "a.json",
      '{"status":"ok","items":[{"guid":"1","link":"x","title":"Quay"}]}',
      `the file was an RSS or Atom feed written as JSON; ${jsonFeed}`,
    ],
    ["ninjs", "a.json", '{"uri":"x","versioncreated":"2025-05-28T00:00:00Z"}', `the file was ninjs; ${jsonFeed}`],
    ["other JSON", "a.json", '{"name":"dateline"}', `the file was JSON without “version” and “items”; ${jsonFeed}`],
    [
      "a list",
      "a.json",
      "[]",
      "the file was JSON that is a list; expected a JSON Feed. Wrap the articles in a JSON Feed: https://www.jsonfeed.org/version/1.1/.",
    ],
    [
      "a number",
      "a.json",
      "12",
      "the file was JSON that is the number 12; expected a JSON Feed. Wrap the articles in a JSON Feed: https://www.jsonfeed.org/version/1.1/.",
    ],
    [
      "text in a JSON file",
      "a.json",
      "The quay is open.",
      'line 1 was “The quay is open.”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [. Mend the JSON there, or export it again.',
    ],
    [
      "broken JSON",
      "a.txt",
      '{\n  "version": "https://jsonfeed.org/version/1.1",\n  "items": [\n    { "id": "1" }\n    { "id": "2" }\n  ]\n}',
      'line 5 was “{ "id": "2" }”; expected a comma or the closing ] before it. Mend the JSON there, or export it again.',
    ],
    [
      "JSON that is cut off",
      "a.txt",
      '\ufeff\n\n{"version": "https://jsonfeed.org/version/1.1",\n"items": [{"id": "1", "title": "The quay is op',
      'line 4 was cut off after “"1", "title": "The quay is op”; expected the closing quotation mark. Export or download it again.',
    ],
  ])("%s", (_what, name, copy, said) => {
    expect(spikedAs(copy, name)).toBe(said);
  });

  test("a text that is far too long for a story", () => {
    expect(spikedAs("The quay is open.\n".repeat(250_000), "access.log")).toBe(
      "the file was a text of 5 MB; expected one story, of at most 4 MB. Write each story into a file of its own.",
    );
  });
});

describe("what looks like something else is a story all the same", () => {
  test.each([
    ["RETAILS WEAK IN MAY, SAYS GUILD", "Sales fell."],
    ["[Corrects the date in the first paragraph]", "The quay is open."],
    ["< The quay", "It is open."],
    ["PK is short for Pakistan", "It is open."],
    ["GIFTS FOR THE TOWN", "It is open."],
  ])("%s", (first, second) => {
    const read = story(`${first}\n\n${second}\n\nMore.`);
    expect([read.headline, ...paragraphs(read)]).toEqual([first, second, "More."]);
  });

  test("with NULs, control bytes and an end-of-file sign around it", () => {
    const read = story("\u0001\u0016\u0002The quay is open.\r\n\r\nBoats \u0003land.\u0004\r\n\u001a\u0000\u0000");
    expect(paragraphs(read)).toEqual(["The quay is open.", "Boats land."]);
  });
});

describe("JSON of any depth is read or spiked", () => {
  const deep = (depth: number) => `${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`;

  test("in a field that nobody reads, it does not matter", () => {
    const { articles, spiked } = readBytes(
      bytesOf(
        `{"version":"https://jsonfeed.org/version/1.1","x":${deep(5_000)},"items":[{"id":"1","title":"Quay","_y":${deep(5_000)}}]}`,
      ),
      "a.json",
    );
    expect([articles.length, spiked.length]).toEqual([1, 0]);
  });

  test.each(["items", "title", "authors", "_dateline"])("in “%s” it is told of", (field) => {
    const { articles, spiked, notes } = readBytes(
      bytesOf(
        `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"Open.","${field}":${deep(5_000)}}]}`,
      ),
      "a.json",
    );
    expect(articles).toHaveLength(1);
    expect([...spiked, ...notes].length).toBeGreaterThan(0);
  });

  test("even when it is all there is", () => {
    expect(spikedAs(`${"[".repeat(100_000)}${"]".repeat(100_000)}`, "a.json")).toMatch(
      /^the file was (?:JSON that is|a list)/u,
    );
    expect(spikedAs("[".repeat(100_000), "a.json")).toMatch(/^line 1 was cut off after/u);
  });
});

describe("any bytes at all", () => {
  const sign = fc.constantFrom(
    "date 2025-05-28 ",
    "A caption. —ISPR",
    "NORRVIK (AP) — ",
    "By Ann Li",
    "\n",
    "\r\n",
    "\n\n",
    "\u0001",
    "\u00a0",
    "\ufeff",
    "“Größe”",
    "The quay is open. ",
    "and the boats of all the islands land there again in May, ",
    "___",
    "Published in The Courier, May 29th, 2025",
    "281030 GMT May 25",
    "\t",
    "    ",
    "\u2028",
    "x",
    "👩‍👩‍👧",
    "{",
    "[",
    "<p>",
    "東",
    "لاہور",
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(sign, { maxLength: 40 }).map((signs) => bytesOf(signs.join(""))),
    fc.array(sign, { maxLength: 40 }).map((signs) => new Uint8Array(Buffer.from(signs.join(""), "utf16le"))),
    fc.array(sign, { maxLength: 40 }).map((signs) => new Uint8Array(Buffer.from(signs.join(""), "latin1"))),
    fc
      .tuple(fc.array(sign, { maxLength: 20 }), fc.uint8Array({ maxLength: 4 }), fc.array(sign, { maxLength: 20 }))
      .map(([one, torn, other]) => new Uint8Array([...bytesOf(one.join("")), ...torn, ...bytesOf(other.join(""))])),
  );

  test("are read without throwing, and a wire text's stretches give the file back byte for byte", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom("a.txt", "a.json", "a", "a.md"), (copy, name) => {
        const { articles, spiked } = readCopy({ name, bytes: copy }, desk);
        expect(articles.length + spiked.length).toBe(1);
        const [article] = articles;
        if (article?.provenance.kind !== "wire-text") return;
        expect(article.headline).toMatch(/\S/u);
        const { charset, claims } = article.provenance;
        expect(asFiled(article).bytes).toEqual(new Uint8Array(copy));
        // Joined, the stretches are the whole text, so none of them begins or ends inside a character.
        expect(asFiled(article).text).toBe(textOf(copy, charset));
        let end = 0;
        for (const { from, to } of claims) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(copy.length);
      }),
      { numRuns: 4_000 },
    );
  });

  test("and what a paragraph says stands in the copy where it claims to stand", () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const { articles } = readBytes(bytesOf(signs.join("")));
        const [article] = articles;
        if (article?.provenance.kind !== "wire-text" || article.provenance.charset !== "utf-8") return;
        const filed = new TextDecoder("utf-8", { ignoreBOM: true });
        const read = paragraphs(article);
        for (const { field, from, to } of article.provenance.claims) {
          const at = /^body\[(\d+)\]$/u.exec(field)?.[1];
          const words = (text: string) =>
            text
              .replace(/[\p{Cc}\ufeff\u200b]+/gu, " ")
              .split(/\s+/u)
              .join("");
          if (at !== undefined)
            expect(words(filed.decode(bytesOf(signs.join("")).subarray(from, to)))).toBe(words(read[Number(at)] ?? ""));
        }
        expect(article.provenance.claims.filter(({ field }) => field.startsWith("body"))).toHaveLength(
          read.filter((text) => text !== "").length,
        );
      }),
      { numRuns: 3_000 },
    );
  });
});

test("a story of any make costs no more than its length", () => {
  for (const sign of [" ", "\n", "a ", "\t", "A: ", "date ", "By A, ", "(AP", "\r", "\u0001", "“", "-", "x\n\n"]) {
    const bytes = bytesOf(`x${sign.repeat(60_000)}x`);
    expect(readBytes(bytes).spiked.concat(readBytes(bytes).notes)).toBeDefined();
  }
});
