import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeAddress } from "#domain/web-address.ts";

const feed = "https://courier.example/news/feed.json";

describe("an address is used only with a scheme that may stand there", () => {
  test.each([
    ["https://courier.example/a?b=1#c", "https://courier.example/a?b=1#c"],
    ["http://courier.example", "http://courier.example/"],
    ["mailto:desk@courier.example", "mailto:desk@courier.example"],
    ["tel:+92511234567", "tel:+92511234567"],
  ])("%s as a link", (text, address) => {
    expect(safeAddress(text, "link")).toBe(address);
  });

  const refused = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    " \tjavascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://courier.example/1",
    "file:///etc/passwd",
    "ftp://courier.example/a",
    "view-source:https://courier.example",
    "about:blank",
    "omnifocus:///add?name=x",
    "c:/windows",
    "",
    "   ",
    "http://",
    "https://[",
    `https://courier.example/${"a".repeat(5_000)}`,
  ];
  test.each(refused)("never %j", (text) => {
    for (const use of ["link", "media", "document"] as const) {
      expect(safeAddress(text, use)).toBeUndefined();
      expect(safeAddress(text, use, feed)).toBeUndefined();
    }
  });

  test("a picture has no mail address and no telephone", () => {
    expect(safeAddress("mailto:desk@courier.example", "media", feed)).toBeUndefined();
    expect(safeAddress("tel:+1", "document", feed)).toBeUndefined();
  });
});

test("user names and passwords are dropped", () => {
  expect(safeAddress("https://ada:secret@courier.example/a", "link")).toBe("https://courier.example/a");
});

test("signs that turn the direction of text are dropped", () => {
  expect(safeAddress("https://courier.example/\u202Egpj.exe", "link")).toBe("https://courier.example/gpj.exe");
  expect(safeAddress("pictures/\u2066x\u2069.jpg", "media")).toBe("pictures/x.jpg");
});

describe("a relative address", () => {
  test.each([
    ["pictures/map.svg", "https://courier.example/news/pictures/map.svg"],
    ["/about", "https://courier.example/about"],
    ["../x", "https://courier.example/x"],
    ["?page=2", "https://courier.example/news/feed.json?page=2"],
    ["#note", "https://courier.example/news/feed.json#note"],
    ["//other.example/x", "https://other.example/x"],
    ["a b.jpg", "https://courier.example/news/a%20b.jpg"],
  ])("%s is resolved against the base", (text, address) => {
    expect(safeAddress(text, "link", feed)).toBe(address);
  });

  test.each(["pictures/map.svg", "/about", "../x", "?page=2", "#note", "a b.jpg"])(
    "%s stays relative where there is no base",
    (text) => {
      expect(safeAddress(text, "link")).toBe(text);
    },
  );

  test.each(["\\\\other.example\\x", "/\\other.example", "a\\b", "x\u0000y", "https:foo"])(
    "%j, which browsers read in another way than it looks, is not kept as one",
    (text) => {
      const address = safeAddress(text, "link");
      expect(
        address === undefined || address === "https://other.example/" || address === "https://other.example/x",
      ).toBe(true);
    },
  );
});

test("whatever is written, what comes out is a safe address that stays as it is", () => {
  const piece = fc.constantFrom(
    "java",
    "script",
    ":",
    "/",
    "\\",
    "//",
    "\n",
    "\t",
    " ",
    "&#58;",
    "%3a",
    "@",
    "a",
    "data",
    "https",
    "?",
    "#",
    "\u0000",
    "\u202e",
    ".",
  );
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(undefined, feed), (written, base) => {
      const address = safeAddress(written, "media", base);
      if (address === undefined) return;
      const url = new URL(address, feed);
      expect(["http:", "https:"]).toContain(url.protocol);
      expect(`${url.username}${url.password}`).toBe("");
      if (base !== undefined) expect(address).toBe(url.href);
      expect(safeAddress(address, "media", base)).toBe(address);
    }),
    { numRuns: 5_000 },
  );
});
