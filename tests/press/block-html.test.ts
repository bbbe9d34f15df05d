import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Inline } from "#domain/block.ts";
import type { Language } from "#domain/language.ts";
import type { Picture } from "#domain/picture.ts";
import { renderBlocks } from "#press/block-html.ts";
import { readBodyHtml } from "#wire/body-html.ts";
import { everyBlock } from "./illustrated.ts";

test("every kind of block is printed as HTML that reads as the same block", () => {
  expect(readBodyHtml(renderBlocks(everyBlock))).toEqual(everyBlock);
});

test("text is printed as text, whatever signs are in it", () => {
  const text = `<script>alert("1")</script> & 'x' &amp; ]]> --> "`;
  expect(renderBlocks([{ kind: "paragraph", content: [text] }])).toBe(
    `<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'x' &amp;amp; ]]&gt; --&gt; &quot;</p>`,
  );
});

/** Words that reading does not change: no blanks at the ends, no two together, nothing that would be read as a credit. */
const words = fc
  .array(fc.string({ unit: fc.constantFrom(..."abcİش東<>&\"'=/`é"), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.join(" "));
const address = fc.constantFrom("https://a.example/", "https://a.example/x?y=1&z=%22", "https://a.example/%E6%9D%B1#f");
const option = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const present = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;

const { inline } = fc.letrec<{ inline: Inline; content: readonly Inline[] }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words as fc.Arbitrary<Inline>,
    fc.record({
      kind: fc.constantFrom(
        "emphasis" as const,
        "strong" as const,
        "mark" as const,
        "small" as const,
        "sub" as const,
        "sup" as const,
        "strike" as const,
        "code" as const,
      ),
      content: tie("content"),
    }),
    fc.record({
      kind: fc.constant("foreign" as const),
      language: fc.constant("fr" as Language),
      content: tie("content"),
    }),
    fc.record({ kind: fc.constant("link" as const), url: address, content: words.map((text) => [text]) }),
  ),
  content: fc.tuple(words, tie("inline")).map(([text, run]) => (typeof run === "string" ? [run] : [`${text} `, run])),
}));
const content = inline.map((run) => [run]);
const picture = fc
  .record({
    url: address,
    alt: words,
    caption: option(words),
    credit: option(words),
    width: fc.integer({ min: 3, max: 9_999 }),
    height: fc.integer({ min: 3, max: 9_999 }),
    focal: option(fc.constantFrom({ x: 0, y: 1 }, { x: 0.25, y: 0.5 })),
    drawn: option(fc.constant(true)),
  })
  .map((one) => present(one) as Picture);
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant("paragraph" as const), content }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant("crosshead" as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      content,
    }),
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      entries: fc.array(fc.array(tie("block"), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("quote" as const), blocks: fc.array(tie("block"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant("figure" as const), picture }),
    fc.record({ kind: fc.constant("gallery" as const), pictures: fc.array(picture, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      kind: fc.constant("table" as const),
      head: fc.array(content, { minLength: 1, maxLength: 2 }),
      rows: fc.array(fc.array(content, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("code" as const), text: words }),
    fc.constant<Block>({ kind: "rule" }),
  ),
}));

test("blocks that are printed and read again are the same blocks, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      expect(readBodyHtml(renderBlocks(blocks))).toEqual(blocks);
    }),
    { numRuns: 500 },
  );
});
