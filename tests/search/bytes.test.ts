import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteReader, ByteWriter } from "#search/bytes.ts";

const number = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff }));

test("numbers and bytes are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(number, fc.uint8Array({ maxLength: 9_000 }))), (written) => {
      const writer = new ByteWriter();
      for (const one of written) {
        if (typeof one === "number") writer.number(one);
        else writer.bytes(one);
      }
      const bytes = writer.take();
      const reader = new ByteReader(bytes);
      for (const one of written) {
        if (typeof one === "number") expect(reader.number()).toBe(one);
        else expect(reader.bytes(one.length)).toEqual(one);
      }
      expect(reader.position).toBe(bytes.length);
    }),
  );
});

test("a number takes a byte for every seven bits", () => {
  for (const [value, length] of [
    [0, 1],
    [127, 1],
    [128, 2],
    [0xffff_ffff, 5],
  ] as const) {
    const writer = new ByteWriter();
    writer.number(value);
    expect(writer.take().length).toBe(length);
  }
});

test("reading past the end is a RangeError", () => {
  expect(() => new ByteReader(new Uint8Array([0x80])).number()).toThrow(RangeError);
  expect(() => new ByteReader(new Uint8Array(3)).bytes(4)).toThrow(RangeError);
});
