import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberedSlug, parseSlug, type Slug, slugOf } from "#domain/slug.ts";

describe("a slug has the letters and digits of its text, in small letters, joined by hyphens", () => {
  test.each([
    ["Harbour repairs begin", "harbour-repairs-begin"],
    ["  What’s   new?  ", "whats-new"],
    ["Rock'n'roll", "rocknroll"],
    ["U.S. and U.K.: talks", "u-s-and-u-k-talks"],
    ["1 + 1 = 2", "1-1-2"],
    ["AT&T", "at-t"],
    ["--a__b--", "a-b"],
    ["½ cup", "½-cup"],
    ["../../etc/passwd", "etc-passwd"],
    ["<script>alert(1)</script>", "script-alert-1-script"],
  ])("%s", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

describe("Latin letters lose their marks", () => {
  test.each([
    ["Éléments à côté", "elements-a-cote"],
    ["E\u0301le\u0301ments", "elements"],
    ["Turkish: İstanbul, Iğdır", "turkish-istanbul-igdir"],
    ["Azərbaycan", "azerbaycan"],
    ["Straße, ẞ", "strasse-ss"],
    ["Ǿresund Łódź Đakovo Þingvellir Œuvre", "oresund-lodz-dakovo-thingvellir-oeuvre"],
    ["Tiếng Việt", "tieng-viet"],
  ])("%s", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

describe("other scripts stay as they are", () => {
  test.each([
    ["لاہور میں بارش", "لاہور-میں-بارش"],
    ["می‌خواهم", "می-خواهم"],
    ["習近平", "習近平"],
    ["Чайковский и й", "чайковский-и-й"],
    ["Αθήνα", "αθήνα"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["ภาษาไทย", "ภาษาไทย"],
    ["が", "が"],
    ["葛\u{E0100}城", "葛城"],
  ])("%s", (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

test.each(["", "   ", "!?…", "❤️", "👩‍👩‍👧", "\u0301\u0301", "\ud800", "\u200b"])(
  "a text without a letter or digit has no slug: %j",
  (text) => {
    expect(slugOf(text)).toBeUndefined();
  },
);

test("a long text is cut between words, and a long word between characters that a reader sees", () => {
  expect(slugOf("harbour ".repeat(20))).toBe(Array(10).fill("harbour").join("-"));
  expect(slugOf("a".repeat(200))).toBe("a".repeat(80));
  const conjuncts = slugOf("क्ष".repeat(60)) ?? "";
  expect(conjuncts.replaceAll("क्ष", "")).toBe("");
});

test("a slug is never longer than a file's name may be", () => {
  const bytes = new TextEncoder().encode(slugOf("𐌰".repeat(200)) ?? "").length;
  expect(bytes).toBeLessThanOrEqual(240);
  expect(bytes).toBeGreaterThan(200);
});

test("any slug is NFC, is its own slug, and fits in an address and a file name", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(..."AaİıßÉ\u0301\u0338क्षのが’'-/. ل习"), maxLength: 120 }),
  );
  fc.assert(
    fc.property(text, (headline) => {
      const slug = slugOf(headline);
      if (slug === undefined) return;
      expect(slug).toBe(slug.normalize("NFC"));
      expect(slugOf(slug)).toBe(slug);
      expect(parseSlug(slug)).toBe(slug);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
      expect(new TextEncoder().encode(slug).length).toBeLessThanOrEqual(240);
      expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
    }),
    { numRuns: 2_000 },
  );
});

test("a slug that somebody else wrote is believed only when it is one", () => {
  expect(parseSlug("harbour-repairs")).toBe("harbour-repairs");
  expect(parseSlug("Harbour-Repairs")).toBeUndefined();
  expect(parseSlug("../harbour")).toBeUndefined();
  expect(parseSlug("e\u0301")).toBeUndefined();
  expect(parseSlug("")).toBeUndefined();
});

test("a second article of the same slug gets a number", () => {
  expect(numberedSlug("harbour-repairs" as Slug, 2)).toBe("harbour-repairs-2");
});
