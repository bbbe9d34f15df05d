import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Of, filedBytes, filedStretches } from "#domain/provenance.ts";

const filedAs = (bytes: Uint8Array) =>
  ({ kind: "wire-text", file: "story.txt", filed: base64Of(bytes), charset: "utf-8", claims: [] }) as const;

test("base64 is that of RFC 4648, with padding", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

test("a long file is one base64 text", () => {
  const long = new Uint8Array(20_000).map((_none, at) => (at * 89) % 256);
  expect(base64Of(long)).toBe(Buffer.from(long).toString("base64"));
  expect(filedBytes(filedAs(long))).toEqual(long);
});

test("any bytes come back as they were filed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(filedBytes(filedAs(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test("the filed text is taken apart into what fields claim and the rest, and is whole when put together", () => {
  const text = "\ufeffLISBON: “Aurora” sailed.\r\n";
  const bytes = new TextEncoder().encode(text);
  const stretches = filedStretches({
    ...filedAs(bytes),
    claims: [
      { field: "dateline", from: 3, to: 9 },
      { field: "body[0]", from: 11, to: bytes.length - 2 },
    ],
  });
  expect(stretches).toEqual([
    { text: "\ufeff" },
    { text: "LISBON", field: "dateline" },
    { text: ": " },
    { text: "“Aurora” sailed.", field: "body[0]" },
    { text: "\r\n" },
  ]);
});

test("copy of which no field claims anything is one stretch, and empty copy is none", () => {
  expect(filedStretches(filedAs(new TextEncoder().encode("x")))).toEqual([{ text: "x" }]);
  expect(filedStretches(filedAs(new Uint8Array()))).toEqual([]);
});
