import { expect, test } from "vitest";
import { textOf } from "#domain/charset.ts";

test("Windows-1252 has curly quotes, dashes and the euro where Latin-1 has control characters", () => {
  expect(
    textOf(new Uint8Array([0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x99, 0xe9, 0xff, 0x41]), "windows-1252"),
  ).toBe("€‘’“”–—…™éÿA");
  const every = textOf(new Uint8Array(Array.from({ length: 256 }, (_none, byte) => byte)), "windows-1252");
  expect([every.length, new Set(every).size]).toEqual([256, 256]);
});

test("a byte order mark is kept, and what is no character is shown as none", () => {
  expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff]), "utf-8")).toBe("\ufeffA\ufffd");
  expect(textOf(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x42]), "utf-16le")).toBe("\ufeffA\ufffd");
});
