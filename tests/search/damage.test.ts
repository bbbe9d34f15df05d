import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { openIndex } from "#search/open-index.ts";
import { SearchProblem } from "#search/protocol.ts";
import { sealJson } from "#search/seal.ts";
import { document, openPrinted, printIndex, query } from "./printed-index.ts";

const documents = Array.from({ length: 70 }, (_none, at) =>
  document({
    headline: `Report ${at} from the harbour`,
    body: `number ${at} of the reports that the harbour master filed in ${1900 + at}`,
    // So many values that they have a file of their own.
    section: [at % 2 === 0 ? "harbour" : "world", `desk ${at} ${"for correspondence ".repeat(4)}`],
    day: `2025-0${1 + (at % 9)}-15`,
  }),
);
let files = printIndex(documents);
beforeEach(() => {
  files = printIndex(documents);
});

const nameLike = (part: string) => [...files.keys()].find((name) => name.includes(part)) ?? "";

test("a root that is missing, a web page, JSON of another kind or cut off is a SearchProblem", async () => {
  for (const root of ["<!doctype html>", "null", "[]", "{}", '{"version":1}', '{"version":1,"count":2,"sta']) {
    files.set("root.json", new TextEncoder().encode(root));
    await expect(openPrinted(files), root).rejects.toThrow(
      new SearchProblem("damaged", "A file of the search index is damaged (root.json)."),
    );
  }
  files.delete("root.json");
  await expect(openPrinted(files)).rejects.toThrow("A file of the search index is missing (root.json).");
});

test("an index of another version says so", async () => {
  files.set("root.json", new TextEncoder().encode(sealJson(99, { stamp: "" })));
  await expect(openPrinted(files)).rejects.toThrow(
    new SearchProblem("other-version", "This search index was printed by another version. Reload the page."),
  );
});

const missing = (name: string) => void files.delete(name);
const cutOff = (name: string) => void files.set(name, files.get(name)?.slice(0, -3) ?? new Uint8Array());
const webPage = (name: string) =>
  void files.set(name, new TextEncoder().encode("<!doctype html><title>Not found</title>"));
const changed = (name: string) => {
  const bytes = files.get(name)?.slice() ?? new Uint8Array();
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
  files.set(name, bytes);
};
const damages = [
  ["missing", missing],
  ["cut off", cutOff],
  ["a web page", webPage],
  ["changed in one bit", changed],
] as const;

describe.each(damages)("a file that is %s", (_kind, damage) => {
  test.each([
    ["the words", "words-0", "harbour ", { kind: "word", text: "harbour" }],
    ["a word's postings", "postings-0", "harbour ", { kind: "word", text: "harbour" }],
    ["the pairs", "pairs-0", '"harbour master"', { kind: "phrase", text: "harbour master" }],
    ["the days", "days", "after:2025-04 harbour ", { kind: "dates" }],
    ["the sections", "facets.json", "section:world harbour ", { kind: "facet", facet: "section" }],
    ["what is excluded", "facets.json", "-section:world harbour ", { kind: "facet", facet: "section" }],
    ["the section's list", "section-0", "section:world harbour ", { kind: "facet", facet: "section" }],
    ["the spellings", "spellings-0", "harbuor ", { kind: "spellings", text: "harbuor" }],
  ] as const)(
    "leaves nothing found where %s is wanted, says so, and is asked for again",
    async (_what, part, text, told) => {
      const whole = await (await openPrinted(files)).search(query(text));
      expect(whole.total).toBeGreaterThan(0);
      const name = nameLike(part);
      const bytes = files.get(name) ?? new Uint8Array();
      damage(name);
      const index = await openPrinted(files);
      const answer = await index.search(query(text));
      expect(answer.total).toBe(0);
      expect(answer.unsearched).toContainEqual(told);
      files.set(name, bytes);
      expect(await index.search(query(text))).toEqual(whole);
    },
  );

  test("leaves the hits out that it holds, and says how many", async () => {
    damage(nameLike("stored-1"));
    const index = await openPrinted(files);
    const { total, hits, unsearched } = await index.search(query("harbour "));
    expect([total, hits.length, unsearched]).toEqual([70, 54, [{ kind: "hits", count: 16 }]]);
  });
});

test("a word that could not be looked up leaves what the other words find", async () => {
  const many = Array.from({ length: 600 }, (_none, at) =>
    document({
      body: `number${at} report${at} storm${at % 3} of the winter ${"abcdefghij"
        .split("")
        .map((letter) => letter + at)
        .join(" ")}`,
    }),
  );
  files = printIndex(many);
  const names = [...files.keys()].filter((name) => name.includes("-words-"));
  const index = await openPrinted(files);
  expect((await index.search(query("a7 winter "))).total).toBe(1);
  files.delete(names.at(-1) ?? "");
  const other = await openPrinted(files);
  const { total, unsearched } = await other.search(query("a7 winter "));
  expect([total, unsearched]).toEqual([1, [{ kind: "word", text: "winter" }]]);
});

test("every file is loaded once, however often it is needed", async () => {
  const asked: string[] = [];
  const index = await openIndex((name) => {
    asked.push(name);
    return Promise.resolve(files.get(name));
  });
  for (const text of ["harbour", "ha", "reports", "ha", "harbour"]) await index.search(query(text));
  expect(new Set(asked).size).toBe(asked.length);
});

test("an index that is printed anew while it is searched is found anew, without a word of trouble", async () => {
  const index = await openPrinted(files);
  files.clear();
  const again = printIndex([document({ headline: "The harbour reopens" }), ...documents]);
  for (const [name, bytes] of again) files.set(name, bytes);
  expect(await index.search(query("harbour "))).toMatchObject({ total: 71, unsearched: [] });
  expect(await index.complete("harb", 4)).toMatchObject([{ name: "harbour", documents: 71 }, { kind: "section" }]);
});

test("while no network is there, what was loaded is searched, and the rest is told of", async () => {
  const index = await openPrinted(files);
  await index.search(query("harbour "));
  files.clear();
  expect(await index.search(query("harbour "))).toMatchObject({ total: 70, unsearched: [] });
  expect((await index.search(query("harbour section:world"))).unsearched).toEqual([
    { kind: "facet", facet: "section" },
  ]);
});

test("one wrong byte anywhere gives the right answer, or one that says what is missing, or a SearchProblem", async () => {
  const names = [...files.keys()].sort();
  const whole = await openPrinted(files);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(255), async (file, place, value) => {
      const tampered = new Map(files);
      const name = names[file % names.length] ?? "";
      const bytes = (tampered.get(name) ?? new Uint8Array()).slice();
      bytes[place % bytes.length] = value;
      tampered.set(name, bytes);
      try {
        const index = await openPrinted(tampered);
        for (const text of ["", "harbour", "ha", "1907 report", '"harbour master" section:world', "harbuor "]) {
          const answer = await index.search(query(text, { limit: 70 }));
          if (answer.unsearched.length === 0) expect(answer).toEqual(await whole.search(query(text, { limit: 70 })));
        }
      } catch (problem) {
        if (!(problem instanceof SearchProblem)) throw problem;
      }
    }),
    { numRuns: 600 },
  );
});

test("a file that is not whole is asked for once more, past what has stored it", async () => {
  const asked: string[] = [];
  const index = await openIndex((name, isAgain = false) => {
    if (name !== "root.json") asked.push(`${name.replace(/^[0-9a-f]+-/u, "")}${isAgain ? " again" : ""}`);
    const bytes = files.get(name);
    return Promise.resolve(isAgain ? bytes : bytes?.slice(0, name.includes("-words-") ? -3 : undefined));
  });
  expect(await index.search(query("harbour "))).toMatchObject({ total: 70, unsearched: [] });
  expect(asked.slice(0, 2)).toEqual(["words-0.bin", "words-0.bin again"]);
  expect(asked.filter((name) => name.endsWith("again"))).toHaveLength(1);
});
