import fc from "fast-check";
import { expect, test } from "vitest";
import { type Colour, contrastOf, legibleAccent, parseColour } from "#widgets/accent.ts";

const paper: Colour = "#fbfaf8";
const ink: Colour = "#17191c";

test.each([
  ["#AA0000", "#aa0000"],
  ["09545f", "#09545f"],
  ["#abc", undefined],
  ["red", undefined],
  ["#aa0000;}", undefined],
  ["url(x)", undefined],
  ["", undefined],
])("the colour “%s” is read as %s", (text, colour) => {
  expect(parseColour(text)).toBe(colour);
});

test("contrast is counted as WCAG does", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrastOf("#09545f", "#09545f")).toBe(1);
});

test("a colour that can be read is left as it is, and every other is made stronger until it can be", () => {
  expect(legibleAccent("#09545f", paper, ink)).toBe("#09545f");
  const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, "0"));
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), (channels) => {
      const colour: Colour = `#${channels.join("")}`;
      expect(contrastOf(legibleAccent(colour, paper, ink), paper)).toBeGreaterThanOrEqual(7);
      expect(contrastOf(legibleAccent(colour, "#131518", "#e9e7e3"), "#131518")).toBeGreaterThanOrEqual(7);
    }),
  );
});
