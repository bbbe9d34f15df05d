import fc from "fast-check";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { element, xmlFile } from "#press/xml.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."<>&\"'\t\n\r]�"),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom("😀", "&amp;", "]]>", "\u{1ffff}"),
  ),
});

test("text and attributes come back from an XML parser as they were, without what XML cannot hold", async () => {
  const texts = fc.sample(anyText, { numRuns: 400, seed: 5 });
  const file = xmlFile(
    element(
      "texts",
      texts.map((text) => element("text", text, { as: text })),
    ),
  );
  const { rawOutput, normalized } = await validateXML({ xml: file, normalization: "c14n" });
  expect(normalized, rawOutput).toContain("<texts>");
  const printed = normalized.matchAll(/<text as="(?<attribute>[^"]*)">(?<content>[^<]*)<\/text>/gu);
  const read = [...printed].map(({ groups }) => [unescaped(groups?.["attribute"]), unescaped(groups?.["content"])]);
  const allowed = texts.map((text) => [...text].filter(isAllowed).join(""));
  expect(read).toEqual(allowed.map((text) => [text, text]));
});

/** XML 1.0, production 2. */
function isAllowed(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

/** Canonical XML has no other references than these. */
function unescaped(text = ""): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(?:#x(?<code>[0-9A-F]+)|(?<name>\w+));/gu, (_whole, code?: string, name = "") =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (named[name] ?? ""),
  );
}

test("an attribute without a value is not there, and an element without content is closed at once", () => {
  expect(element("image", [], { url: "a&b", width: 3, height: undefined })).toBe('<image url="a&amp;b" width="3"/>');
  expect(element("list", [element("entry", "1"), element("entry", "2")])).toBe(
    "<list><entry>1</entry><entry>2</entry></list>",
  );
});
