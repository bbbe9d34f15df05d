import { readdirSync, readFileSync } from "node:fs";
import postcss from "postcss";
import { expect, test } from "vitest";

/** What the style sheets of the reader and of embeds say: of each rule its file, its selector, a property and its value. */
const said = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".css"))
  .flatMap((file) => {
    const found: {
      readonly file: string;
      readonly selector: string;
      readonly property: string;
      readonly value: string;
    }[] = [];
    postcss.parse(readFileSync(`src/${file}`, "utf8")).walkDecls(({ parent, prop: property, value }) => {
      const selector = parent?.type === "rule" ? String((parent as postcss.Rule).selector) : "";
      found.push({ file, selector, property, value });
    });
    return found;
  });

const saying = (wanted: (one: (typeof said)[number]) => boolean) =>
  said.filter(wanted).map(({ selector, property, value }) => `${selector} { ${property}: ${value} }`);

test("places and edges are told by the direction of writing, but for an arrow that is turned", () => {
  const bySides = saying(
    ({ property, value }) =>
      /(?:^|-)(?:left|right)(?:$|-)/u.test(property) ||
      (/^(?:float|clear|text-align)$/u.test(property) && /left|right/u.test(value)),
  );
  expect(bySides).toEqual(["&::after { border-right: 2px solid }"]);
});

test("no height is that of a window whose bars come and go", () => {
  expect(saying(({ value }) => /\d+vh\b/u.test(value))).toEqual(["img { max-height: 60vh }"]);
});

test("nothing is shown only to a pointer that rests on something", () => {
  const looks = /^(?:color|background|border-color|text-decoration(?:-\w+)?|text-underline-offset|box-shadow)$/u;
  expect(saying(({ selector, property }) => selector.includes(":hover") && !looks.test(property))).toEqual([]);
});

test("nothing behind is blurred, nothing is set in capitals or justified, and nothing repeats a movement", () => {
  const absent = saying(
    ({ property, value }) =>
      property === "backdrop-filter" ||
      property === "text-transform" ||
      value === "justify" ||
      (property.startsWith("animation") && value.includes("infinite")),
  );
  expect(absent).toEqual([]);
});

test("Chinese, Japanese and Korean text breaks its lines strictly", () => {
  expect(saying(({ property }) => property === "line-break").length).toBeGreaterThan(0);
});

test("the ring around what has the focus in an embed is drawn within it", () => {
  const offsets = said.filter(({ file, property }) => file === "widgets/embed.css" && property === "outline-offset");
  expect(offsets.map(({ selector, value }) => [selector, Number.parseFloat(value) <= -3])).toEqual([
    [":focus-visible", true],
  ]);
});
