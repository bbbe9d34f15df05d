// @vitest-environment jsdom
import createPurifier from "dompurify";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { renderBlocks } from "#press/block-html.ts";
import { readBodyHtml } from "#wire/body-html.ts";
import { editedHtml, hostileHtml, vectors } from "./hostile.ts";

const purifier = createPurifier(window);
const feed = "https://courier.example/news/feed.json";

/** What a strict sanitizer takes out of HTML. Text in attributes that only old parsers would mistake for tags may stay. */
function takenOut(html: string): unknown[] {
  purifier.sanitize(html, { USE_PROFILES: { html: true }, SAFE_FOR_XML: false });
  return purifier.removed;
}

const elements = new Set(
  (
    "p h2 h3 h4 ul ol li blockquote footer aside figure figcaption img cite span table caption thead tbody tr th td pre code " +
    "video audio source a em strong mark small sub sup s br hr"
  ).split(" "),
);
const attributes = new Set(
  (
    "href src alt width height title poster type controls lang class data-embed data-credit data-gallery data-alt data-focal " +
    "data-drawn"
  ).split(" "),
);

/** Everything in HTML that is not on the list of what an edition prints, and every address that might run. */
function offList(html: string): string[] {
  const found: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = parseFragment(html).childNodes;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    if (!elements.has(node.tagName)) found.push(node.tagName);
    for (const { name, value } of node.attrs) {
      if (!attributes.has(name)) found.push(name);
      if (/^(?:href|src|poster)$/u.test(name) && !/^(?:https?:|mailto:|tel:)/u.test(value)) found.push(value);
      if (name === "class" && !/^(?:pull-quote|language-[\w+#-]+)$/u.test(value)) found.push(value);
    }
    waiting.push(...node.childNodes);
  }
  return found;
}

const walled = (html: string) => {
  const blocks = readBodyHtml(html, feed);
  const printed = renderBlocks(blocks);
  expect(offList(printed)).toEqual([]);
  expect(readBodyHtml(printed, feed)).toEqual(blocks);
  return printed;
};

test.each(vectors)("nothing that runs gets past the wall: %j", (vector) => {
  expect(takenOut(walled(vector))).toEqual([]);
  expect(walled(`<div>before ${vector} after</div>`)).toContain("before");
});

test("the oracle and the list do see what must not pass", () => {
  expect(takenOut("<img src=x onerror=alert(1)>")).not.toEqual([]);
  expect(takenOut("<a href=javascript:alert(1)>x</a>")).not.toEqual([]);
  expect(offList("<a href=javascript:alert(1)>x</a>")).toEqual(["javascript:alert(1)"]);
  expect(offList("<p onclick=x><b>x</b></p>")).toEqual(["onclick", "b"]);
});

test("however vectors are cut, joined and nested, what is printed is on the list and reads as the same blocks", () => {
  fc.assert(
    fc.property(hostileHtml, (html) => void walled(html)),
    { numRuns: 8_000 },
  );
});

test("what is printed of hostile HTML passes a strict sanitizer unchanged", () => {
  fc.assert(
    fc.property(hostileHtml, (html) => {
      expect(takenOut(renderBlocks(readBodyHtml(html, feed)))).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test("whatever an editor's system writes, what is printed is on the list and reads as the same blocks", () => {
  fc.assert(
    fc.property(editedHtml, (html) => void walled(html)),
    { numRuns: 4_000 },
  );
});
