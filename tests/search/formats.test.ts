import fc from "fast-check";
import { expect, test } from "vitest";
import { BitReader, BitWriter } from "#search/bits.ts";
import { readBlock, readFurther, readPacked, writeDictionary } from "#search/dictionary.ts";
import { hashOf } from "#search/hash.ts";
import { invert } from "#search/invert.ts";
import { fileOfPair, pairHash, readPair, readPairs, writePairs } from "#search/pairs.ts";
import { mergePostings, readGaps, readPostings, writeGaps, writePostings } from "#search/postings.ts";
import { seal, sealJson, unseal, unsealJson } from "#search/seal.ts";
import { document } from "./printed-index.ts";

const ascending = fc.uniqueArray(fc.nat(5_000), { maxLength: 300 }).map((all) => all.sort((one, other) => one - other));

test("bits are read as they were written", () => {
  const written = fc.oneof(
    fc.record({
      code: fc.constant("rice" as const),
      value: fc.oneof(fc.nat(5_000), fc.nat(0x7fff_ffff)),
      width: fc.nat(24),
    }),
    fc.record({
      code: fc.constant("gamma" as const),
      value: fc.integer({ min: 1, max: 0x7fff_ffff }),
      width: fc.constant(0),
    }),
    fc.record({ code: fc.constant("bits" as const), value: fc.nat(2 ** 24 - 1), width: fc.constant(24) }),
  );
  fc.assert(
    fc.property(fc.array(written, { maxLength: 60 }), (all) => {
      const writer = new BitWriter();
      for (const { code, value, width } of all) {
        if (code === "rice") writer.rice(value, width);
        else if (code === "gamma") writer.gamma(value);
        else writer.bits(value, width);
      }
      const reader = new BitReader(writer.take());
      for (const { code, value, width } of all) {
        const read = code === "rice" ? reader.rice(width) : code === "gamma" ? reader.gamma() : reader.bits(width);
        expect(read).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});

test("lists of documents and postings are read as they were written", () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: 5_001, max: 200_000 }), (documents, end) => {
      const marks = Uint8Array.from(documents, (one) => one % 64);
      const writer = new BitWriter();
      writeGaps(writer, documents, end);
      writePostings(writer, { documents: Uint32Array.from(documents), marks }, end);
      const reader = new BitReader(writer.take());
      expect([...readGaps(reader, documents.length, end)]).toEqual(documents);
      const postings = readPostings(reader, documents.length, end);
      expect([[...postings.documents], postings.marks]).toEqual([documents, marks]);
    }),
  );
});

test("two parts of a list come together in order", () => {
  fc.assert(
    fc.property(ascending, fc.nat(), (documents, salt) => {
      const part = (isFirst: boolean) => {
        const own = documents.filter((one) => (((one * 31 + salt) >> 3) % 2 === 0) === isFirst);
        return { documents: Uint32Array.from(own), marks: Uint8Array.from(own, (one) => one % 64) };
      };
      const merged = mergePostings(part(true), part(false));
      expect([...merged.documents]).toEqual(documents);
      expect([...merged.marks]).toEqual(documents.map((one) => one % 64));
    }),
  );
});

const bodies = fc.array(
  fc
    .array(
      fc.oneof(
        fc.constantFrom("the", "of", "port"),
        fc.string({ unit: fc.constantFrom(..."aəبক東"), minLength: 1, maxLength: 5 }),
      ),
      {
        maxLength: 20,
      },
    )
    .map((words) => words.join(" ")),
  { minLength: 1, maxLength: 60 },
);

const order = (words: readonly string[]) =>
  words
    .map((word, term) => ({ word, term }))
    .sort((one, other) => (one.word < other.word ? -1 : 1))
    .map(({ term }) => term);

test("the dictionary has every word with the postings that were counted", () => {
  fc.assert(
    fc.property(bodies, (texts) => {
      const inverted = invert(texts.map((body) => document({ body })));
      const files = [...writeDictionary(inverted, order(inverted.words))];
      const packs = files.filter(({ kind }) => kind === "postings").map(({ bytes }) => unseal(bytes));
      const entries = files
        .filter(({ kind }) => kind === "block")
        .flatMap(({ bytes }) => readBlock(bytes, texts.length));
      expect(entries.map(({ word }) => word).sort()).toEqual([...inverted.words].sort());
      for (const entry of entries) {
        const term = inverted.words.indexOf(entry.word);
        const [from, to] = [inverted.starts[term], inverted.starts[term + 1]];
        const pack = entry.place.kind === "file" ? packs[entry.place.pack] : undefined;
        const { documents, marks } = readPacked(pack ?? new Uint8Array(), entry, texts.length);
        expect([...documents]).toEqual([...inverted.documents.subarray(from, to)]);
        expect([...marks]).toEqual([...inverted.marks.subarray(from, to)]);
      }
    }),
    { numRuns: 200 },
  );
});

test("a very long list is parted into its best and the others, and nothing is lost", () => {
  const count = 5_000;
  const inverted = invert(
    Array.from({ length: count }, (_none, at) =>
      document({ headline: at % 50 === 0 ? "common" : "else", body: `common ${"word ".repeat(at % 40)}` }),
    ),
  );
  const files = [...writeDictionary(inverted, order(inverted.words))];
  const entry = files
    .filter(({ kind }) => kind === "block")
    .flatMap(({ bytes }) => readBlock(bytes, count))
    .find(({ word }) => word === "common");
  if (entry?.place.kind !== "file" || !entry.place.further) throw new Error("It was not parted.");
  const packs = files.filter(({ kind }) => kind === "postings");
  const best = readPacked(unseal(packs[entry.place.pack]?.bytes ?? new Uint8Array()), entry, count);
  const furthers = files.filter(({ kind }) => kind === "further");
  const others = readFurther(furthers[entry.place.further.number]?.bytes ?? new Uint8Array(), count, count);
  expect(Math.min(...best.marks.map((mark) => mark & 31))).toBeGreaterThanOrEqual(
    Math.max(...others.marks.map((mark) => mark & 31)),
  );
  const { documents, marks } = mergePostings(best, others);
  expect([...documents]).toEqual(Array.from({ length: count }, (_none, at) => at));
  const term = inverted.words.indexOf("common");
  expect([...marks]).toEqual([...inverted.marks.subarray(inverted.starts[term], inverted.starts[term + 1])]);
});

test("every pair of neighbours in a field is found with exactly its documents", () => {
  fc.assert(
    fc.property(bodies, (texts) => {
      const inverted = invert(texts.map((body) => document({ body })));
      const files = [...writePairs(inverted)];
      const lists = new Map(
        files.flatMap(({ bytes }, file) => [...readPairs(bytes, file, files.length, texts.length)]),
      );
      const expected = new Map<number, number[]>();
      for (const [at, text] of texts.entries()) {
        const { terms, words } = invert([document({ body: text })]);
        for (let place = 0; place + 1 < terms.length; place += 1) {
          const hash = pairHash(hashOf(words[terms[place] ?? 0] ?? ""), hashOf(words[terms[place + 1] ?? 0] ?? ""));
          expected.set(hash, [...new Set([...(expected.get(hash) ?? []), at])]);
        }
      }
      const found = [...lists].map(([hash, list]): [number, number[]] => [hash, [...(list.found?.documents ?? [])]]);
      expect(new Map(found)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test("a pair that very many documents have lies in a file of its own", () => {
  const inverted = invert(Array.from({ length: 1_500 }, () => document({ body: "harbour master" })));
  const files = [...writePairs(inverted)];
  const own = files.find(({ kind }) => kind === "pair");
  const [listed] = readPairs(
    files.find(({ kind }) => kind === "pairs")?.bytes ?? new Uint8Array(),
    0,
    1,
    1_500,
  ).values();
  expect(listed).toEqual({ count: 1_500 });
  expect(readPair(own?.bytes ?? new Uint8Array(), 1_500, 1_500)).toMatchObject({ documents: { length: 1_500 } });
});

test("what is sealed opens again, and not when a bit of it changed or its end is missing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(7), (content, place, bit) => {
      const sealed = seal(content);
      expect([...unseal(sealed)]).toEqual([...content]);
      expect(() => unseal(sealed.subarray(0, -1))).toThrow(RangeError);
      const at = place % sealed.length;
      sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
      expect(() => unseal(sealed)).toThrow(RangeError);
    }),
  );
  const json = new TextEncoder().encode(sealJson(3, { of: "İstanbul" }));
  expect(unsealJson(json)).toMatchObject({ version: 3, of: "İstanbul" });
  expect(() => unsealJson(json.subarray(0, -1))).toThrow(RangeError);
});

test("pairs of many words are spread over files by their hashes, and each is found in its own", () => {
  const letters = (at: number) => String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26), 97 + ((at / 676) % 26));
  const texts = Array.from({ length: 700 }, (_none, at) =>
    Array.from({ length: 12 }, (_other, word) => letters(at * 12 + word * 7)).join(" "),
  );
  const inverted = invert(texts.map((body) => document({ body })));
  const files = [...writePairs(inverted)];
  expect(files.length).toBeGreaterThan(3);
  for (const [at, text] of texts.entries()) {
    const [one = "", other = ""] = text.split(" ");
    const hash = pairHash(hashOf(one), hashOf(other));
    const file = fileOfPair(hash, files.length);
    const lists = readPairs(files[file]?.bytes ?? new Uint8Array(), file, files.length, texts.length);
    expect([...(lists.get(hash)?.found?.documents ?? [])]).toContain(at);
  }
});
