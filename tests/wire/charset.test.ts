import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "#domain/charset.ts";
import { decodeCopy } from "#wire/charset.ts";
import { asFiled, bytesOf, claimed, paragraphs, readBytes, story } from "./desk.ts";

const text = "date 2025-05-28 Das Café. —ISPR\r\n\r\nKÖLN: “Größe” zählt – immer.\r\n\r\nZwei.\r\n";
const utf16 = (littleEndian: boolean, mark: boolean) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: text.length }, (_none, at) => text.charCodeAt(at))];
  return new Uint8Array(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
const windows1252 = (latin: string) =>
  new Uint8Array(
    Array.from(
      latin,
      (sign) => ({ "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97, "’": 0x92, "€": 0x80 })[sign] ?? sign.charCodeAt(0),
    ),
  );

describe("a story is the same in whichever encoding it comes", () => {
  test.each([
    ["utf-8", bytesOf(text), "utf-8"],
    ["utf-8 with a mark", bytesOf(`\ufeff${text}`), "utf-8"],
    ["utf-16 with a mark", utf16(true, true), "utf-16le"],
    ["utf-16 with a mark, big end first", utf16(false, true), "utf-16be"],
    ["utf-16 without a mark", utf16(true, false), "utf-16le"],
    ["utf-16 without a mark, big end first", utf16(false, false), "utf-16be"],
    ["windows-1252", windows1252(text), "windows-1252"],
  ])("%s", (_name, bytes, charset) => {
    const read = story(bytes);
    expect(read).toMatchObject({ published: "2025-05-28", dateline: { place: "Köln" }, provenance: { charset } });
    expect(read.pictures).toEqual([{ alt: "", caption: "Das Café.", credit: "ISPR" }]);
    expect(paragraphs(read)).toEqual(["“Größe” zählt – immer.", "Zwei."]);
    expect(claimed(read)).toMatchObject({
      dateline: "KÖLN",
      "body[0]": "“Größe” zählt – immer.",
      "pictures[0].credit": "ISPR",
    });
    expect(asFiled(read).bytes).toEqual(bytes);
    expect(asFiled(read).text.replace(/^\ufeff/u, "")).toBe(text);
  });
});

test("UTF-8 that is cut off or damaged is read as UTF-8, and the damage is told", () => {
  const whole = bytesOf("KÖLN: “Größe” zählt.\n\n“Zwei”");
  const { articles, notes } = readBytes(whole.subarray(0, -1));
  expect(paragraphs(articles[0]!)).toEqual(["“Größe” zählt.", "“Zwei\ufffd"]);
  expect(notes[0]).toEqual({
    file: "story.txt",
    found: "damaged in one place, where its bytes are no characters",
    expected: "UTF-8",
    mend: "They are shown as \ufffd: save or send the file again.",
  });
  const torn = new Uint8Array([...whole.subarray(0, 7), 0xff, 0xc3, ...whole.subarray(7)]);
  expect(readBytes(torn).notes[0]?.found).toBe("damaged in 2 places, where its bytes are no characters");
  expect(asFiled(story(torn)).bytes).toEqual(torn);
});

test("a few bytes beyond ASCII that are no UTF-8 are Windows-1252", () => {
  expect(paragraphs(story(windows1252("It costs 5 € — “cheap”, she said.\n\nMore.")))[0]).toBe(
    "It costs 5 € — “cheap”, she said.",
  );
  expect(story(windows1252("It’s open.\n\nMore.")).headline).toBe("It’s open");
});

test.each([
  ["a byte that begins no character", [0xc0, 0x80], 2],
  ["a long spelling of a short character", [0xe0, 0x80, 0x80], 3],
  ["a longer one", [0xf0, 0x80, 0x80, 0x80], 4],
  ["half of a surrogate pair", [0xed, 0xa0, 0x80], 3],
  ["a character beyond the last one", [0xf4, 0x90, 0x80, 0x80], 4],
  ["a character that breaks off", [0xf0, 0x9f, 0x98], 1],
])("%s is as many faults as browsers count in it", (_what, torn, faults) => {
  const around = "“Größe” zählt";
  const copy = new Uint8Array([...bytesOf(around), ...torn, ...bytesOf(around)]);
  const decoded = decodeCopy(copy);
  expect(decoded).toMatchObject({ charset: "utf-8", faults, text: `${around}${"\ufffd".repeat(faults)}${around}` });
  expect(decoded.byteAt(around.length + faults)).toBe(copy.length - bytesOf(around).length);
});

test("every index of the text leads to the byte where its character begins, and the last one to the end", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 30 }).map(bytesOf),
    fc
      .tuple(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.uint8Array({ maxLength: 3 }),
        fc.string({ unit: "binary", maxLength: 20 }),
      )
      .map(([one, torn, other]) => new Uint8Array([...bytesOf(one), ...torn, ...bytesOf(other)])),
    fc
      .string({ unit: "binary", maxLength: 30 })
      .map((words) => new Uint8Array([0xff, 0xfe, ...Buffer.from(words, "utf16le")])),
  );
  fc.assert(
    fc.property(bytes, (copy) => {
      const { text: decoded, charset, byteAt } = decodeCopy(copy);
      expect(byteAt(decoded.length)).toBe(copy.length);
      const mark = byteAt(0);
      for (let at = 0; at <= decoded.length; at += 1) {
        if (/^[\uDC00-\uDFFF]/.test(decoded.slice(at))) continue;
        expect(textOf(copy.subarray(mark, byteAt(at)), charset)).toBe(decoded.slice(0, at));
      }
    }),
    { numRuns: 3_000 },
  );
});
