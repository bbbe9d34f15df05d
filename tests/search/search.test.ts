import fc from "fast-check";
import { expect, test } from "vitest";
import { buildIndex, type SearchDocument } from "#search/build-index.ts";
import { dayNumber } from "#search/index-files.ts";
import type { SearchAnswer } from "#search/protocol.ts";
import { withFilter } from "#search/query-language.ts";
import { completionShare, fields, freshnessFactor, saturation } from "#search/rank.ts";
import { wordsOf } from "#search/words.ts";
import { document, found, openPrinted, printIndex, query } from "./printed-index.ts";

/** At most eight of them begin with the same two letters, so that no completion is left out. */
const vocabulary =
  "ban bank banker bus city cite dam day dye east ferry five gas ice iron jet key law map oil pier".split(" ");
const text = (longest: number) =>
  fc.array(fc.constantFrom(...vocabulary), { maxLength: longest }).map((words) => words.join(" "));
const days = ["2025-06-01", "2025-05-30", "2025-05-02", "2024-02-29", "1969-12-31", "0987-01-01"];
const documentArbitrary = fc
  .record({ headline: text(4), lead: text(8), body: text(30), section: fc.subarray(["world", "harbour", "sport"]) })
  .map(document);
/** Newest first, as the press gives them. */
const collection = fc
  .array(documentArbitrary, { maxLength: 60 })
  .chain((documents) =>
    fc
      .array(fc.constantFrom(...days), { minLength: documents.length, maxLength: documents.length })
      .map((dates) =>
        documents.map((one, at): SearchDocument => ({ ...one, day: dates.sort().toReversed()[at] ?? "", stored: at })),
      ),
  );

const naiveFields = ["headline", "lead", "body"] as const;

const countsIn = ({ section = [] }: SearchAnswer["counts"]) =>
  Object.fromEntries(section.map(({ value, count }) => [value, count]));

/** A query with filters; those before the words, so that a last word can still be typed on. */
function filtered(typed: string, sections: readonly string[], from?: string, until?: string): string {
  let text = "";
  for (const section of sections) text = withFilter(text, "section", section);
  if (from) text = withFilter(text, "on", from.slice(0, 4));
  if (until) text = withFilter(text, "before", until);
  return `${text} ${typed}`;
}

type Asked = { readonly word: string; readonly isPrefix: boolean; readonly isOptional: boolean };

/** BM25F as it stands in the textbook: every document, every word, no index. Gives what each document scores, and how many words it has. */
function score(documents: readonly SearchDocument[], asked: readonly Asked[]) {
  const read = documents.map((one) => naiveFields.map((name) => wordsOf(one.fields[name]).map(({ folded }) => folded)));
  const average = naiveFields.map(
    (_name, at) => read.reduce((sum, all) => sum + (all[at]?.length ?? 0), 0) / read.length,
  );
  const holding = (word: string) => read.filter((all) => all.flat().includes(word)).length;
  const impact = (all: string[][], word: string) => {
    const frequency = naiveFields.reduce((sum, name, at) => {
      const { weight, length } = fields[name];
      const mentions = all[at]?.filter((one) => one === word).length ?? 0;
      return sum + (mentions * weight) / (1 - length + (length * (all[at]?.length ?? 0)) / (average[at] || 1));
    }, 0);
    return frequency / (frequency + saturation);
  };
  return read.map((all, at) => {
    const bests = asked.map(({ word, isPrefix }) => {
      const matches = [...new Set(all.flat())].filter((one) => (isPrefix ? one.startsWith(word) : one === word));
      const scores = matches.map((one) => {
        const rarity = Math.log(1 + (read.length - holding(one) + 0.5) / (holding(one) + 0.5));
        return (one === word ? 1 : completionShare) * rarity * impact(all, one);
      });
      return Math.max(0, ...scores);
    });
    const age = dayNumber(documents[0]?.day ?? "") - dayNumber(documents[at]?.day ?? "");
    return {
      score: bests.reduce((sum, one) => sum + one, 0) * freshnessFactor(age),
      words: bests.filter((best, place) => best > 0 && !asked[place]?.isOptional).length,
    };
  });
}

const askedArbitrary = fc.record({
  words: fc.uniqueArray(fc.constantFrom(...vocabulary, "zeppelin"), { minLength: 1, maxLength: 4 }),
  cut: fc.nat(3),
  ends: fc.boolean(),
});

test("finds what a scorer without an index finds, and scores and ranks it as that does", async () => {
  await fc.assert(
    fc.asyncProperty(collection, askedArbitrary, async (documents, { words, cut, ends }) => {
      const typed = words.join(" ").slice(0, ends ? undefined : -cut || undefined) + (ends ? " " : "");
      const typedWords = wordsOf(typed).map(({ folded, to }) => ({ word: folded, isPrefix: to === typed.length }));
      fc.pre(typedWords.length > 0);
      const once = typedWords
        .filter(({ word }, at) => typedWords.findLastIndex((other) => other.word === word) === at)
        .map(({ word, isPrefix }, _at, all): Asked => {
          const isOptional = isPrefix && all.length > 1 && word.length <= 2;
          return { word, isPrefix: isPrefix && !isOptional, isOptional };
        });
      const wanted = once.filter(({ isOptional }) => !isOptional).length;
      const expected = score(documents, once);
      const most = Math.max(0, ...expected.map((one) => one.words));
      const index = await openPrinted(printIndex(documents));
      const results = await index.search(query(typed, { isLiteral: true }));
      const ids = results.hits.map(({ stored }) => stored as number);
      const expectedIds = documents.flatMap((_one, at) => (most > 0 && expected[at]?.words === most ? [at] : []));
      expect(ids.toSorted((one, other) => one - other)).toEqual(expectedIds);
      expect(results.total).toBe(expectedIds.length);
      expect(results.hasAllWords).toBe(most === wanted);
      // One or two letters alone are no words to rank by: newest first.
      if (once.length === 1 && once[0]?.isPrefix && once[0].word.length <= 2) {
        expect(ids).toEqual(expectedIds);
        return;
      }
      for (const [rank, hit] of results.hits.entries()) {
        // An impact is kept in five bits: each word may be half a 32nd of its rarity off, the least ones a whole.
        expect(Math.abs(hit.score - (expected[ids[rank] ?? 0]?.score ?? 0))).toBeLessThan(0.17 * once.length);
        expect(hit.score).toBeLessThanOrEqual(results.hits[rank - 1]?.score ?? Number.POSITIVE_INFINITY);
      }
    }),
    { numRuns: 400 },
  );
});

test("filters, dates, order and pages give what filtering each document by itself gives, and the counts are theirs", async () => {
  const filterArbitrary = fc.record({
    sections: fc.subarray(["world", "harbour", "sport"]),
    from: fc.option(fc.constantFrom(...days), { nil: undefined }),
    until: fc.option(fc.constantFrom(...days), { nil: undefined }),
    offset: fc.nat(20),
    limit: fc.nat(20),
  });
  const word = fc.constantFrom("", "bank ", "ferry ");
  await fc.assert(
    fc.asyncProperty(collection, word, filterArbitrary, async (documents, typed, filter) => {
      const { sections, from, until, offset, limit } = filter;
      const index = await openPrinted(printIndex(documents));
      const { hits, total, counts } = await index.search(
        query(filtered(typed, sections, from, until), {
          sort: "newest",
          offset,
          limit,
          counted: ["section"],
          isLiteral: true,
        }),
      );
      const matching = documents.filter(({ fields: texts, day }) => {
        const words = wordsOf(Object.values(texts).join(" ")).map(({ folded }) => folded);
        return (
          (typed === "" || words.includes(typed.trim())) &&
          day.startsWith(from?.slice(0, 4) ?? "") &&
          day < (until ?? "9999")
        );
      });
      const inSection = (section: string) =>
        matching.filter(({ facets }) => facets.section?.some(({ value }) => value === section));
      const wanted =
        sections.length === 0
          ? matching
          : matching.filter((one) => sections.some((section) => inSection(section).includes(one)));
      expect(total).toBe(wanted.length);
      expect(hits.map(({ stored }) => stored)).toEqual(
        wanted.slice(offset, offset + limit).map(({ stored }) => stored),
      );
      // With a filter that leaves none of the words, nothing is shown and nothing else is offered.
      if (typed !== "" && wanted.length === 0) return;
      for (const { value, count } of counts.section ?? []) expect(count).toBe(inSection(value).length);
    }),
    { numRuns: 300 },
  );
});

test("every word of every document finds it, in any script", async () => {
  const word = fc.string({
    unit: fc.constantFrom(..."abcİığəßéœåقیکہرآأخবাংলাدওয়東京大阪ข่าวЖΣ"),
    minLength: 1,
    maxLength: 7,
  });
  const texts = fc.array(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
    { minLength: 1, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (bodies) => {
      const index = await openPrinted(printIndex(bodies.map((body, at) => ({ ...document({ body }), stored: at }))));
      for (const [at, body] of bodies.entries()) {
        for (const { from, to } of wordsOf(body)) {
          const { hits } = await index.search(query(`${body.slice(from, to)} `));
          expect(hits.map(({ stored }) => stored)).toContain(at);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("every beginning of a word finds its document, letter by letter as it is typed", async () => {
  const documents = [
    document({ headline: "Şuşa bridge opens to traffic" }),
    document({ headline: "لاچین میں سربراہی ملاقات" }),
    document({ headline: "東京で首脳会談" }),
    document({ headline: "F-16s leave the U.S. base at 9 a.m." }),
  ];
  const index = await openPrinted(printIndex(documents));
  for (const { stored } of documents) {
    const headline = String(stored);
    for (const { from, to } of wordsOf(headline)) {
      for (let end = from + 1; end <= to; end += 1) {
        const typed = headline.slice(from, end);
        const { hits } = await index.search(query(typed));
        expect(
          hits.map((hit) => hit.stored),
          typed,
        ).toContain(headline);
      }
    }
  }
});

test("a beginning that is typed in small letters finds what is printed in capitals", async () => {
  const documents = [document({ headline: "U.S. sells F-16 jets" }), document({ headline: "AT&T sells R&D" })];
  expect(await found(documents, "u.s. f-16")).toEqual(["U.S. sells F-16 jets"]);
  expect(await found(documents, "at&t r&d")).toEqual(["AT&T sells R&D"]);
});

test("a blank after a word ends it: it is no beginning of a longer one", async () => {
  const documents = [document({ body: "bank" }), document({ body: "banker" })];
  expect(await found(documents, "bank")).toEqual(["bank", "banker"]);
  expect(await found(documents, "bank ")).toEqual(["bank"]);
});

test("the word itself ranks above one that it was completed to", async () => {
  expect(await found([document({ body: "banker" }), document({ body: "bank" })], "bank")).toEqual(["bank", "banker"]);
});

test("a word in the headline ranks above one in the lead, and that above one in the body", async () => {
  const documents = [
    document({ headline: "one", lead: "two", body: "ferry three" }),
    document({ headline: "one", lead: "ferry two", body: "three four" }),
    document({ headline: "ferry one", lead: "two three", body: "four five" }),
  ];
  expect(await found(documents, "ferry ")).toEqual(["four five", "three four", "ferry three"]);
});

test("of two that are equally good the newer one ranks first", async () => {
  const documents = [
    document({ body: "ferry sinks", day: "2025-05-28" }),
    document({ body: "ferry sinks again", day: "2025-05-28" }),
    document({ body: "ferry", headline: "again", day: "1999-01-01" }),
    document({ body: "ferry", headline: "sinks", day: "2025-05-28" }),
  ];
  const index = await openPrinted(printIndex(documents.map((one, at) => ({ ...one, stored: at }))));
  const ids = (await index.search(query("ferry "))).hits.map(({ stored }) => stored);
  expect(ids.indexOf(3)).toBeLessThan(ids.indexOf(2));
});

test("when no document has all words, those with most of them are given, and the answer says so", async () => {
  const index = await openPrinted(
    printIndex([
      document({ body: "ferry sinks" }),
      document({ body: "ferry leaves harbour" }),
      document({ body: "rain" }),
    ]),
  );
  const { hits, hasAllWords } = await index.search(query("ferry harbour rain"));
  expect(hits.map(({ stored }) => stored)).toEqual(["ferry leaves harbour"]);
  expect(hasAllWords).toBe(false);
});

test("the words that were found, completions included, come back folded, to be marked", async () => {
  const index = await openPrinted(printIndex([document({ body: "Bakı Bakıda İran" })]));
  const { words } = await index.search(query("iran BAK"));
  expect(words.toSorted()).toEqual(["bak", "baki", "bakida", "iran"]);
});

test("no words at all give everything, newest first", async () => {
  const documents = [document({ body: "two" }), document({ body: "one" })];
  expect(await found(documents, " … ")).toEqual(["two", "one"]);
});

test("words that no document has give nothing", async () => {
  expect(await found([document({ body: "two" })], "zeppelin")).toEqual([]);
  expect(await found([], "zeppelin")).toEqual([]);
});

test("both ends of a range of days are in it, and months and leap days do not slip", async () => {
  const documents = ["2025-03-01", "2024-02-29", "2024-02-28", "1970-01-01", "1815-06-18"].map((day) =>
    document({ body: day, day }),
  );
  expect(await found(documents, "after:2024-02-29 before:2025-03-02")).toEqual(["2025-03-01", "2024-02-29"]);
  expect(await found(documents, "before:1970-01-02")).toEqual(["1970-01-01", "1815-06-18"]);
});

test("a section that a filter hides still says how many it would give", async () => {
  const index = await openPrinted(
    printIndex([
      document({ body: "ferry sinks", section: "harbour" }),
      document({ body: "ferry sinks", section: "world" }),
      document({ body: "ferry", section: "world" }),
    ]),
  );
  const { total, counts } = await index.search(query("section:harbour ferry", { counted: ["section"] }));
  expect([total, countsIn(counts)]).toEqual([1, { harbour: 1, world: 2 }]);
  const most = await index.search(query("ferry sinks leak section:harbour", { counted: ["section"] }));
  expect(countsIn(most.counts)).toEqual({ harbour: 1, world: 1 });
});

test("what fits better in another section is counted there when a filter leaves only poorer matches", async () => {
  const index = await openPrinted(
    printIndex([document({ body: "ferry", section: "harbour" }), document({ body: "ferry sinks", section: "world" })]),
  );
  const { total, counts } = await index.search(query("section:harbour ferry sinks", { counted: ["section"] }));
  expect([total, countsIn(counts)]).toEqual([1, { harbour: 1, world: 1 }]);
});

test("hostile and endless queries are answered like any other", async () => {
  const documents = [document({ body: "ferry" })];
  for (const words of ["(a+)+$", "__proto__", "constructor", "<script>"]) {
    expect(await found(documents, words), words).toEqual([]);
  }
  for (const signs of ["\\", "\ud800", "\u0000", "%", "[", "*"]) {
    expect(await found(documents, signs), signs).toEqual(["ferry"]);
  }
  expect(await found(documents, "\u0000\u0007\u202eferry\u202c\u2066")).toEqual(["ferry"]);
  expect(await found(documents, `"ferry" ${'"'.repeat(999)} -"`)).toEqual(["ferry"]);
  expect(await found(documents, "-".repeat(10_000))).toEqual(["ferry"]);
  expect(await found(documents, "?!.,;:…".repeat(2_000))).toEqual(["ferry"]);
  expect(await found(documents, `ferry ${"section: on: before:x headline: ".repeat(400)}`)).toEqual(["ferry"]);
  expect(await found(documents, `ferry ${"a-b-c.d.e&f'g".repeat(800)}`)).toEqual(["ferry"]);
  expect(await found(documents, `ferry ${"x ".repeat(500_000)}`)).toEqual(["ferry"]);
  expect(await found(documents, "y".repeat(1_000_000))).toEqual([]);
});

test("same documents, same bytes", () => {
  fc.assert(
    fc.property(collection, (documents) => {
      expect([...buildIndex(documents)]).toEqual([...buildIndex(structuredClone(documents))]);
    }),
    { numRuns: 50 },
  );
});

test("another document gives every file but the root another name", () => {
  const before = new Set(printIndex([document({ body: "ferry" })]).keys());
  const after = [...printIndex([document({ body: "ferries" })]).keys()];
  expect(after.filter((name) => before.has(name))).toEqual(["root.json"]);
});

test("an index of many shards finds the first, the last and a middle word", async () => {
  const documents = Array.from({ length: 4_000 }, (_none, at) =>
    document({ body: `w${String(at).padStart(5, "0")} ${"common ".repeat(2)}` }),
  );
  const files = printIndex(documents);
  expect([...files.keys()].filter((name) => name.includes("-words-")).length).toBeGreaterThan(2);
  const index = await openPrinted(files);
  for (const word of ["w00000", "w01999", "w03999"]) {
    expect((await index.search(query(`${word} `))).total, word).toBe(1);
  }
  expect((await index.search(query("common "))).total).toBe(4_000);
});
