import { expect, test, vi } from "vitest";
import type { SearchDocument } from "#search/build-index.ts";
import { openIndex } from "#search/open-index.ts";
import type { FacetName } from "#search/protocol.ts";
import { document, found, openPrinted, printIndex, query } from "./printed-index.ts";

const faceted = (
  body: string,
  facets: Partial<Record<FacetName, readonly string[]>>,
  day = "2025-05-28",
): SearchDocument => ({
  ...document({ body, day }),
  facets: Object.fromEntries(
    Object.entries(facets).map(([facet, names]) => [
      facet,
      names.map((name) => ({ value: name.toLowerCase().replaceAll(" ", "-"), name })),
    ]),
  ),
});

test("a phrase finds its words side by side and in order, not merely all of them", async () => {
  const documents = [
    document({ body: "the harbour master of the port spoke" }),
    document({ body: "the master of the harbour spoke" }),
    document({ headline: "Harbour", lead: "master" }),
  ];
  expect(await found(documents, '"harbour master"')).toEqual(["the harbour master of the port spoke"]);
  expect(await found(documents, '"master of the harbour"')).toEqual(["the master of the harbour spoke"]);
  expect(await found(documents, '"harbour spoke"')).toEqual(["the master of the harbour spoke"]);
  expect(await found(documents, '"spoke harbour"')).toEqual([]);
});

test("a phrase is found wherever its pairs stand, more than once too", async () => {
  const documents = [
    document({ body: "harbour master of ports and harbour master in town and the harbour master at sea" }),
  ];
  for (const phrase of ["harbour master of ports", "and harbour master in", "the harbour master at sea"])
    expect(await found(documents, `"${phrase}"`), phrase).toHaveLength(1);
});

test("what is excluded is left out: words, phrases, values, dates", async () => {
  const documents = [
    faceted("ferry sails north", { section: ["World"] }, "2025-05-28"),
    faceted("ferry sails south", { section: ["Harbour"] }, "2024-05-28"),
    faceted("ferry north of the sails", { section: ["Harbour"] }, "2023-05-28"),
  ];
  expect(await found(documents, "ferry -south")).toEqual(["ferry sails north", "ferry north of the sails"]);
  expect(await found(documents, 'ferry -"sails north"')).toEqual(["ferry sails south", "ferry north of the sails"]);
  expect(await found(documents, "ferry -section:harbour")).toEqual(["ferry sails north"]);
  expect(await found(documents, "ferry -on:2024")).toEqual(["ferry sails north", "ferry north of the sails"]);
  expect(await found(documents, "-ferry")).toEqual([]);
});

test("an excluded headline word leaves out only what has it in the headline", async () => {
  const documents = [
    document({ headline: "Ferry", body: "one sails" }),
    document({ headline: "Crane", body: "ferry sails" }),
  ];
  expect(await found(documents, "headline:ferry ")).toEqual(["one sails"]);
  expect(await found(documents, "sails -headline:ferry")).toEqual(["ferry sails"]);
  expect(await found(documents, "-headline:ferry")).toEqual(["ferry sails"]);
});

test("a value is named by its slug, its name, or words of its name; several of one field are alternatives", async () => {
  const documents = [
    faceted("one", { place: ["New York"], author: ["Ann Li"] }),
    faceted("two", { place: ["Lachin"], author: ["Ann Li"] }),
    faceted("three", { place: ["York"], author: ["Bo Reed"] }),
  ];
  expect(await found(documents, "place:new-york")).toEqual(["one"]);
  expect(await found(documents, 'place:"new york"')).toEqual(["one"]);
  expect(await found(documents, "place:york")).toEqual(["three"]);
  expect(await found(documents, "author:ann")).toEqual(["one", "two"]);
  expect(await found(documents, "place:lachin place:york")).toEqual(["two", "three"]);
  expect(await found(documents, "place:lachin author:reed")).toEqual([]);
  expect(await found(documents, "topic:none")).toEqual([]);
});

test("an answer says what its filters stand for", async () => {
  const index = await openPrinted(printIndex([faceted("one", { place: ["New York"] })]));
  const { clauses } = await index.search(query("one place:york topic:x -two"));
  expect(clauses).toEqual([
    { kind: "word", text: "one", range: { from: 0, to: 3 }, isExcluded: false, isHeadline: false },
    {
      kind: "facet",
      facet: "place",
      text: "york",
      range: { from: 4, to: 14 },
      isExcluded: false,
      values: [{ value: "new-york", name: "New York" }],
    },
    { kind: "facet", facet: "topic", text: "x", range: { from: 15, to: 22 }, isExcluded: false, values: [] },
    { kind: "word", text: "two", range: { from: 23, to: 27 }, isExcluded: true, isHeadline: false },
  ]);
});

test("matches are counted by facet, year and month, a facet as if it had no filter", async () => {
  const index = await openPrinted(
    printIndex([
      faceted("ferry", { section: ["World"], topic: ["Trade", "Ships"] }, "2025-05-28"),
      faceted("ferry", { section: ["World"], topic: ["Ships"] }, "2025-04-01"),
      faceted("ferry", { section: ["Harbour"], topic: ["Ships"] }, "2024-04-01"),
      faceted("crane", { section: ["Harbour"], topic: ["Trade"] }, "2023-04-01"),
    ]),
  );
  const { counts } = await index.search(
    query("ferry section:world", { counted: ["section", "topic", "author", "year", "month"] }),
  );
  const plain = Object.fromEntries(
    Object.entries(counts).map(([name, values]) => [name, values.map(({ value, count }) => `${value} ${count}`)]),
  );
  expect(plain).toEqual({
    section: ["world 2", "harbour 1"],
    topic: ["ships 2", "trade 1"],
    author: [],
    year: ["2025 2"],
    month: ["2025-05 1", "2025-04 1"],
  });
});

test("results come newest or oldest first when asked to", async () => {
  const documents = ["2025-05-28", "2025-04-01", "2024-04-01"].map((day) => document({ body: `ferry ${day}`, day }));
  expect(await found(documents, "ferry ", { sort: "newest" })).toEqual(documents.map(({ stored }) => stored));
  expect(await found(documents, "ferry ", { sort: "oldest" })).toEqual(
    documents.map(({ stored }) => stored).toReversed(),
  );
});

test("a word being typed can become words, then places, people, sections and topics", async () => {
  const index = await openPrinted(
    printIndex([
      faceted("harbour harvest", { section: ["Harbour"], author: ["Ann Harding"], place: ["Port Harcourt"] }),
      faceted("harbour", { section: ["Harbour"] }),
    ]),
  );
  const completions = await index.complete("old har boats", 7);
  expect(completions.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ["word", "harbour", "old harbour boats"],
    ["word", "harvest", "old harvest boats"],
    ["section", "Harbour", "old section:harbour boats"],
    ["place", "Port Harcourt", "old place:port-harcourt boats"],
    ["author", "Ann Harding", "old author:ann-harding boats"],
  ]);
  expect(completions[0]).toMatchObject({ documents: 2, caret: 12 });
  expect(await index.complete("old har boats", 13)).toEqual([]);
  expect(await index.complete("h", 1)).toMatchObject([{ name: "harbour" }, { name: "harvest" }, {}, {}, {}]);
  expect(await index.complete("section:ha", 10)).toMatchObject([{ kind: "section", text: "section:harbour " }]);
  for (const [text, caret] of [
    ["", 0],
    ["har ", 4],
    ["-", 1],
    ['"har', 4],
  ] as const)
    expect(await index.complete(text, caret), text).toEqual(text === '"har' ? expect.anything() : []);
});

test("completions are spelt as documents print them", async () => {
  const index = await openPrinted(printIndex([document({ body: "Azərbaycan Şuşa’s پاکستان" })]));
  const names = async (text: string) => (await index.complete(text, text.length)).map(({ name }) => name);
  expect(await names("azer")).toEqual(["azərbaycan"]);
  expect(await names("s")).toEqual(["şuşa"]);
  expect(await names("پا")).toEqual(["پاکستان"]);
});

test("when nothing is found, the query without one of its parts is offered", async () => {
  const index = await openPrinted(
    printIndex([faceted("ferry sails", { section: ["World"] }), faceted("crane turns", { section: ["Harbour"] })]),
  );
  const { total, suggestions } = await index.search(query("ferry section:harbour"));
  expect(total).toBe(0);
  expect(suggestions).toEqual([
    { kind: "fewer", text: "section:harbour", dropped: ["ferry"], total: 1 },
    { kind: "fewer", text: "ferry", dropped: ["section:harbour"], total: 1 },
  ]);
});

test("the first letters alone find what looking through all words finds", async () => {
  const words = "bank banks boat bridge bus bean bell band bark b".split(" ");
  const documents = words.flatMap((word, at) =>
    Array.from({ length: 10 - at }, (_none, more) =>
      document({ body: `${word} ${"x".repeat(more + 1)} filler`, day: `2025-0${9 - at || 1}-${10 + more}` }),
    ),
  );
  const index = await openPrinted(printIndex(documents));
  for (const typed of ["b", "ba"]) {
    const short = await index.search(query(typed, { limit: 20 }));
    const long = await index.search(query(typed, { limit: 21 }));
    expect(short.total, typed).toBe(long.total);
    expect(short.hits.map(({ document: one }) => one)).toEqual(long.hits.slice(0, 20).map(({ document: one }) => one));
  }
});

test("what a page asks for while a letter is typed takes one file and the hits", async () => {
  const asked: string[] = [];
  const files = printIndex(Array.from({ length: 40 }, (_none, at) => document({ body: `bank ${at} boat` })));
  const index = await openIndex((name) => {
    asked.push(name.replace(/^[0-9a-f]+-/u, ""));
    return Promise.resolve(files.get(name));
  });
  await index.search(query("b", { limit: 10 }));
  expect(asked.filter((name) => !name.startsWith("stored"))).toEqual(["root.json", "beginnings-0.bin"]);
});

test("in a large edition common words are counted whole, filtered whole, and found in phrases", async () => {
  const documents = Array.from({ length: 3_000 }, (_none, at) =>
    faceted(
      `common words of the report ${at % 2 === 0 ? "even" : "odd"} ${at === 2_900 ? "harbour master" : "master of"}`,
      { section: [at % 3 === 0 ? "World" : "Harbour"] },
      `20${String(25 - Math.floor(at / 200)).padStart(2, "0")}-01-01`,
    ),
  );
  const index = await openPrinted(printIndex(documents));
  const total = async (text: string) => {
    const answer = await index.search(query(text, { limit: 10 }));
    return [answer.total, answer.isTotalExact, answer.hits.length];
  };
  expect(await total("common ")).toEqual([3_000, true, 10]);
  expect(await total("common words ")).toEqual([3_000, true, 10]);
  expect(await total("common section:world")).toEqual([1_000, true, 10]);
  expect(await total("common -even")).toEqual([1_500, true, 10]);
  expect(await total('"common words"')).toEqual([3_000, true, 10]);
  expect(await total('"words common"')).toEqual([0, true, 0]);
  expect(await total('"harbour master"')).toEqual([1, true, 1]);
  expect(await total('"master of" even')).toEqual([1_499, true, 10]);
});

const copy = Array.from({ length: 400 }, (_none, at) =>
  document({
    headline: `Report ${at}`,
    body: `harbour ${at % 3 === 0 ? "harvest" : "bridge"} bulletin ${at} of the port`,
  }),
);

/** What is loaded of a printed index, one letter after the other. */
async function typedInto(documents: readonly SearchDocument[], text: string, isTyping: boolean) {
  const files = printIndex(documents);
  const loaded: string[] = [];
  const index = await openIndex((name) => {
    loaded.push(name.replace(/^[0-9a-f]+-/u, ""));
    return Promise.resolve(files.get(name));
  });
  const answers = [];
  for (let length = 1; length <= text.length; length += 1)
    answers.push(await index.search(query(text.slice(0, length), { limit: 20, ...(isTyping && { isTyping }) })));
  return { loaded, answers, index };
}

test("while letters follow one another few cards are fetched, and results stay as long as they are still found", async () => {
  const { loaded, answers } = await typedInto(copy, "harvest bull", true);
  const cards = loaded.filter((name) => name.startsWith("stored"));
  const usual = (await typedInto(copy, "harvest bull", false)).loaded.filter((name) => name.startsWith("stored"));
  expect(cards.length).toBeLessThan(usual.length);
  for (const [at, { hits }] of answers.entries())
    expect(hits.length, "harvest bull".slice(0, at + 1)).toBeGreaterThan(0);
  const last = answers.slice(5).map(({ hits }) => hits.map(({ document: number }) => number));
  for (const numbers of last) expect(numbers.every((number) => number % 3 === 0)).toBe(true);
  for (const [at, numbers] of last.slice(1).entries()) expect(numbers).toEqual(expect.arrayContaining(last[at] ?? []));
});

test("for a query that nobody waits for any more nothing further is loaded, and the next one is answered", async () => {
  const files = printIndex(copy);
  const loaded: string[] = [];
  let arrive = () => {};
  const index = await openIndex(async (name) => {
    loaded.push(name.replace(/^[0-9a-f]+-/u, "").replace(/-.*$/u, ""));
    if (name.includes("-words-")) await new Promise<void>((arrived) => (arrive = arrived));
    return files.get(name);
  });
  const superseded = new AbortController();
  const answer = index.search(query("harbour harvest", { limit: 10 }), superseded.signal);
  await vi.waitFor(() => expect(loaded).toEqual(["root.json", "words"]));
  superseded.abort();
  arrive();
  await expect(answer).rejects.toThrow(superseded.signal.reason);
  expect(loaded).toEqual(["root.json", "words"]);
  expect((await index.search(query("harbour harvest", { limit: 10 }))).total).toBe(134);
  expect(loaded.filter((kind) => kind === "root.json" || kind === "words")).toHaveLength(2);
});

test("while letters follow one another nothing is corrected; once typing rests it is", async () => {
  const { loaded, answers, index } = await typedInto(copy, "harvset", true);
  expect(answers.at(-1)).toMatchObject({ total: 0, corrections: [] });
  expect(loaded.filter((name) => name.startsWith("spellings"))).toEqual([]);
  expect(await index.search(query("harvset"))).toMatchObject({ total: 134, corrections: [{ typed: "harvset" }] });
});

test("a beginning with words that were left out has at least so many; once all are looked for, exactly", async () => {
  const documents = Array.from({ length: 700 }, (_none, at) =>
    document({ headline: `Report ${at}`, body: at < 400 ? "harbour" : "harvest" }),
  );
  const index = await openPrinted(printIndex(documents));
  const typed = await index.search(query("har", { isTyping: true }));
  expect(typed.total).toBeLessThan(700);
  expect(typed.isTotalExact).toBe(false);
  expect(await index.search(query("har"))).toMatchObject({ total: 700, isTotalExact: true });
});

test("while letters follow one another nothing is suggested; once typing rests it is", async () => {
  const index = await openPrinted(printIndex(copy));
  const text = "on:2001-01-01 harvest";
  expect(await index.search(query(text, { isTyping: true }))).toMatchObject({ total: 0, suggestions: [] });
  expect((await index.search(query(text))).suggestions).not.toEqual([]);
});

test("the beginning of a word that very many documents have finds even those that it says least of", async () => {
  const documents = Array.from({ length: 6_000 }, (_none, at) =>
    document({
      headline: at === 5_999 ? "" : "harbour",
      body: at === 5_999 ? `zebra ${"filler ".repeat(200)} harbour` : `n${at}`,
    }),
  );
  const index = await openPrinted(printIndex([...documents, document({ body: "harb" }), document({ body: "zebra" })]));
  const { hits, hasAllWords } = await index.search(query("zebra harb", { limit: 1 }));
  expect({ hasAllWords, documents: hits.map((hit) => hit.document) }).toEqual({
    hasAllWords: true,
    documents: [5_999],
  });
});
