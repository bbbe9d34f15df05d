import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "#search/spelling.ts";
import { document, openPrinted, printIndex, query } from "./printed-index.ts";

const story =
  "minister announces bridge market agreement between governments after negotiations about international transportation corridors";
const words = story.split(" ");

/** Every text that is one letter put in, left out or changed, or two neighbours swapped, away. */
function variants(word: string): string[] {
  const letters = "aqz";
  const found: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      found.push(before + letter + after);
      if (after !== "") found.push(before + letter + after.slice(1));
    }
    if (after !== "") found.push(before + after.slice(1));
    if (after.length > 1) found.push(before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2));
  }
  return found.filter((variant) => variant !== word);
}

describe("one wrong letter", () => {
  // Enough other words that the index has several files of spellings.
  const others = Array.from({ length: 900 }, (_none, at) =>
    document({
      body: String.fromCharCode(...[1, 26, 676, 5, 11].map((part) => 97 + (Math.floor(at / part) % 26))).repeat(2),
    }),
  );

  test("anywhere in a long word finds what the word finds, and says what was looked for", async () => {
    const files = printIndex([{ ...document({ body: story }), stored: "the one" }, ...others]);
    expect([...files.keys()].filter((name) => name.includes("-spellings-")).length).toBeGreaterThan(5);
    const index = await openPrinted(files);
    for (const word of words.filter(({ length }) => length > 4)) {
      for (const variant of variants(word)) {
        if (words.includes(variant)) continue;
        const { hits, corrections } = await index.search(query(`${variant} `));
        expect(
          hits.map(({ stored }) => stored),
          variant,
        ).toEqual(["the one"]);
        expect(hits[0]?.isCorrected).toBe(true);
        expect(corrections[0]?.words, variant).toContain(word);
      }
    }
  });
});

test("two wrong letters in a long word are forgiven as well, in a short word not", async () => {
  const index = await openPrinted(printIndex([document({ body: "international harbour" })]));
  const total = async (text: string) => (await index.search(query(text))).total;
  expect(await total("itnrenational ")).toBe(1);
  expect(await total("internatoinla ")).toBe(1);
  expect(await total("intrenationla ")).toBe(1);
  expect(await total("intrenatoinla ")).toBe(0);
  expect(await total("hrabuor ")).toBe(0);
});

test("words of fewer than four letters and numbers are not corrected", async () => {
  const index = await openPrinted(printIndex([document({ body: "oil 1987 ferry" })]));
  for (const text of ["oli ", "oik ", "1978 ", "f4rry "]) expect((await index.search(query(text))).total, text).toBe(0);
  expect((await index.search(query("ferri "))).total).toBe(1);
});

test("an exact word outranks a corrected one, however well that fits", async () => {
  const index = await openPrinted(
    printIndex([
      document({ headline: "Harbor harbor", body: "harbor" }),
      document({ headline: "Storm", body: "a long report in which harbour master and storm are named" }),
    ]),
  );
  const { hits, corrections } = await index.search(query("harbour "));
  expect(hits).toHaveLength(1);
  expect(corrections).toEqual([]);
});

test("a word that is there is tried in other spellings when no document has all words", async () => {
  const index = await openPrinted(
    printIndex([
      document({ body: "price of wheat rises" }),
      document({ body: "prince visits the harbour" }),
      ...Array.from({ length: 80 }, (_none, at) => document({ body: `filler story ${at}` })),
    ]),
  );
  const { hits, hasAllWords, corrections } = await index.search(query("prince wheat "));
  expect(hits.map(({ stored }) => stored)).toEqual(["price of wheat rises"]);
  expect(hasAllWords).toBe(true);
  expect(corrections).toEqual([{ range: { from: 0, to: 6 }, typed: "prince", words: ["price"], text: "price wheat " }]);
});

test("of documents with corrected words, those with fewer of them come first, however well the others fit", async () => {
  const index = await openPrinted(
    printIndex([
      document({ headline: "Price stone", body: "both corrected" }),
      document({ body: "a longer report of how the prince laid a stone there" }),
      document({ headline: "Prince price stone", body: "one corrected" }),
      document({ body: "store" }),
      ...Array.from({ length: 300 }, (_none, at) =>
        document({
          headline: `Filler story ${at}`,
          body: `filler story ${at} of a dozen words or so that say nothing`,
        }),
      ),
    ]),
  );
  const { hits } = await index.search(query("prince store "));
  expect(hits.map(({ stored }) => stored)).toEqual([
    "one corrected",
    "a longer report of how the prince laid a stone there",
    "both corrected",
  ]);
});

test("corrections can be refused, and are then offered", async () => {
  const index = await openPrinted(printIndex([document({ body: "Laçın körpüsü" })]));
  const refused = await index.search(query("lacni section:x", { isLiteral: true }));
  expect(refused.total).toBe(0);
  const { total, suggestions } = await index.search(query("lacni ", { isLiteral: true }));
  expect(total).toBe(0);
  expect(suggestions).toEqual([{ kind: "spelling", text: "laçın ", typed: "lacni", word: "laçın" }]);
  expect((await index.search(query("lacni "))).corrections[0]?.words).toEqual(["laçın"]);
});

test("the distance is that of a plain table of all edits", () => {
  const naive = (one: string, other: string): number => {
    if (one === "" || other === "") return one.length + other.length;
    const [same, swapped] = [one.at(-1) === other.at(-1), one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)];
    return Math.min(
      naive(one.slice(0, -1), other) + 1,
      naive(one, other.slice(0, -1)) + 1,
      naive(one.slice(0, -1), other.slice(0, -1)) + (same ? 0 : 1),
      one.length > 1 && other.length > 1 && swapped ? naive(one.slice(0, -2), other.slice(0, -2)) + 1 : Infinity,
    );
  };
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (one, other, most) => {
      const distance = naive(one, other);
      expect(editDistance(Array.from(one), Array.from(other), most)).toBe(distance > most ? Infinity : distance);
    }),
  );
});
