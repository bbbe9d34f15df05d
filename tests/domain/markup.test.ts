import { expect, test } from "vitest";
import { escapedHtml, escapedXml } from "#domain/markup.ts";

test("what would be read as markup is read as text", () => {
  for (const escaped of [escapedHtml, escapedXml])
    expect(escaped(`<b title="Ada & Co">`)).toBe("&lt;b title=&quot;Ada &amp; Co&quot;&gt;");
});

test("what may not stand in XML does not, and a carriage return is kept", () => {
  expect(escapedXml("a\u0000\u0008b\ud800\uffffc\r\n\t😀")).toBe("abc&#13;\n\t😀");
  expect(escapedHtml("a\r\n")).toBe("a\r\n");
});
