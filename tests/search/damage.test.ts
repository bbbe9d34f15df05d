import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { openIndex } from "#search/open-index.ts";
import { SearchProblem } from "#search/protocol.ts";
import { document, openPrinted, printIndex, query } from "./printed-index.ts";

const documents = Array.from({ length: 70 }, (_none, at) =>
  document({
    headline: `Report ${at} from the harbour`,
    body: `number ${at} of the reports that the harbour master filed in ${1900 + at}`,
    section: at % 2 === 0 ? "harbour" : "world",
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
      new SearchProblem("A file of the search index is damaged (root.json)."),
    );
  }
  files.delete("root.json");
  await expect(openPrinted(files)).rejects.toThrow("A file of the search index is missing (root.json).");
});

test("an index of another version says so", async () => {
  files.set("root.json", new TextEncoder().encode('{"version":2}'));
  await expect(openPrinted(files)).rejects.toThrow(
    new SearchProblem("This search index was printed by another version. Reload the page."),
  );
});

test.each(["words-0", "stored-0", "prefixes"])("after a missing file (%s) the next try finds", async (part) => {
  const name = nameLike(part);
  const bytes = files.get(name) ?? new Uint8Array();
  files.delete(name);
  const index = await openPrinted(files);
  const asked = query(part === "prefixes" ? "ha" : "harbour");
  await expect(index.search(asked)).rejects.toThrow(
    new SearchProblem(`A file of the search index is missing (${name}).`),
  );
  files.set(name, bytes);
  expect((await index.search(asked)).total).toBe(70);
});

test.each(["words-0", "stored-0", "prefixes"])(
  "after a file that was cut off (%s) the next try finds",
  async (part) => {
    const name = nameLike(part);
    const bytes = files.get(name) ?? new Uint8Array();
    files.set(name, bytes.subarray(0, bytes.length - 3));
    const index = await openPrinted(files);
    const asked = query(part === "prefixes" ? "ha" : "harbour");
    await expect(index.search(asked)).rejects.toThrow(
      new SearchProblem(`A file of the search index is damaged (${name}).`),
    );
    files.set(name, bytes);
    expect((await index.search(asked)).total).toBe(70);
  },
);

test("JSON of another kind in the place of a file is a SearchProblem", async () => {
  for (const part of ["stored-0", "prefixes"]) {
    files = printIndex(documents);
    files.set(nameLike(part), new TextEncoder().encode("null"));
    const index = await openPrinted(files);
    await expect(index.search(query("ha"))).rejects.toThrow(SearchProblem);
  }
});

test("a file of another index, or one with something behind its end, is a SearchProblem", async () => {
  const larger = printIndex([...documents, ...documents]);
  for (const part of ["words-0", "stored-2", "columns"]) {
    files = printIndex(documents);
    const other = [...larger].find(([name]) => name.includes(part))?.[1] ?? new Uint8Array();
    files.set(nameLike(part), other);
    const searching = openPrinted(files).then((index) => index.search(query("harbour ")));
    await expect(searching, part).rejects.toThrow(SearchProblem);
  }
  files = printIndex(documents);
  files.set(nameLike("words-0"), new Uint8Array([...(files.get(nameLike("words-0")) ?? []), 1, 2, 3]));
  const index = await openPrinted(files);
  await expect(index.search(query("harbour "))).rejects.toThrow(SearchProblem);
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

test("an index whose files were printed anew under another stamp is a SearchProblem, until it is opened again", async () => {
  const index = await openPrinted(files);
  files.clear();
  const again = printIndex([document({ headline: "The harbour reopens" }), ...documents]);
  for (const [name, bytes] of again) files.set(name, bytes);
  await expect(index.search(query("harbour"))).rejects.toThrow(SearchProblem);
  expect((await (await openPrinted(files)).search(query("harbour"))).total).toBe(71);
});

test("one wrong byte anywhere gives a wrong answer or a SearchProblem, never another error", async () => {
  const names = [...files.keys()].sort();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(255), async (file, place, value) => {
      const tampered = new Map(files);
      const name = names[file % names.length] ?? "";
      const bytes = (tampered.get(name) ?? new Uint8Array()).slice();
      bytes[place % bytes.length] = value;
      tampered.set(name, bytes);
      try {
        const index = await openPrinted(tampered);
        for (const text of ["", "harbour", "ha", "1907 report"]) await index.search(query(text, { limit: 70 }));
      } catch (problem) {
        expect(problem).toBeInstanceOf(SearchProblem);
      }
    }),
    { numRuns: 1_500 },
  );
});
