import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bodyText,
  creditsOf,
  isReadable,
  picturesOf,
  readingMinutes,
  summaryOf,
  withPictures,
} from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Instant } from "#domain/instant.ts";
import type { Picture } from "#domain/picture.ts";
import { article } from "../articles.ts";

const now = Date.UTC(2025, 4, 28, 12);
const paragraph = (text: string): Block => ({ kind: "paragraph", content: [text] });
const picture = (url: string, credit?: string): Picture => ({ url, alt: "", ...(credit && { credit }) });

describe("an article is readable", () => {
  test("when it is live, however far ahead it is dated: clocks are wrong more often than dates", () => {
    expect(isReadable(article({ headline: "Pier", published: "2035-01-01" as Instant }), now)).toBe(true);
  });

  test("from the moment that its embargo ends", () => {
    const held = (until: string) =>
      article({ headline: "Pier", release: { kind: "embargoed", until: until as Instant } });
    expect(isReadable(held("2025-05-28T12:00:00Z"), now)).toBe(true);
    expect(isReadable(held("2025-05-28T12:00:01Z"), now)).toBe(false);
    expect(isReadable(held("2025-05-28T17:00:00+05:00"), now)).toBe(true);
  });

  test("never, once it is withdrawn", () => {
    expect(isReadable(article({ headline: "Pier", release: { kind: "withdrawn", reason: "Wrong." } }), now)).toBe(
      false,
    );
  });
});

describe("pictures", () => {
  const everywhere = article({
    headline: "Pier",
    pictures: [picture("1", "Ann Li")],
    body: [
      { kind: "figure", picture: picture("2", "Bo Ek") },
      { kind: "quote", blocks: [{ kind: "figure", picture: picture("3", "Ann Li") }] },
      { kind: "list", ordered: false, entries: [[{ kind: "figure", picture: picture("4") }], [paragraph("x")]] },
      { kind: "gallery", pictures: [picture("5", "Cy Dahl"), picture("6")] },
      { kind: "video", url: "v", poster: picture("poster") },
    ],
  });

  test("are those at the head and those in the body, however deep, in reading order", () => {
    expect(picturesOf(everywhere).map(({ url }) => url)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  test("are credited each to its maker, who is named once", () => {
    expect(creditsOf(everywhere)).toEqual(["Ann Li", "Bo Ek", "Cy Dahl"]);
  });

  test("can all be changed, posters too, and nothing else is", () => {
    const changed = withPictures(everywhere, (one) => ({ ...one, url: `pictures/${one.url}` }));
    expect(picturesOf(changed).map(({ url }) => url)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `pictures/${number}`));
    expect(changed.body.at(-1)).toMatchObject({ poster: { url: "pictures/poster" }, url: "v" });
    expect(withPictures(everywhere, (one) => one)).toEqual(everywhere);
  });
});

describe("the summary under a headline", () => {
  test("is the standfirst", () => {
    expect(summaryOf({ standfirst: "What it cost.", body: [paragraph("It cost much.")] })).toBe("What it cost.");
  });

  test("or else the first paragraph, whatever stands before it", () => {
    const body: Block[] = [
      { kind: "crosshead", level: 2, content: ["Works"] },
      paragraph("The pier\n is  mended."),
      paragraph("More."),
    ];
    expect(summaryOf({ body })).toBe("The pier is mended.");
  });

  test("goes on after a sentence that became the headline", () => {
    const summary = (...texts: string[]) => summaryOf({ headlineDerived: true, body: texts.map(paragraph) });
    expect(summary("Gen. Li met Mr. Ek. They spoke of cranes.", "More.")).toBe("They spoke of cranes.");
    expect(summary("The pier is mended.", "It cost much.")).toBe("It cost much.");
    expect(summary("The pier is mended.")).toBe("The pier is mended.");
  });

  test("or else what there is to read", () => {
    expect(summaryOf({ body: [{ kind: "quote", blocks: [paragraph("It holds.")] }] })).toBe("It holds.");
    expect(summaryOf({ body: [] })).toBe("");
  });

  test("is cut after a word, with an ellipsis and no other punctuation before it", () => {
    const words = summaryOf({ body: [paragraph("The pier, mended; ".repeat(40))] }, 40);
    expect(words).toBe("The pier, mended; The pier, mended; The…");
    expect(summaryOf({ body: [paragraph("The pier, mended; ".repeat(40))] }, 34)).toBe("The pier, mended; The pier…");
  });

  test("is never longer than asked, and never ends inside a character", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", " ", "👩‍👩‍👧", "é", "e\u0301", "क्ष", "東", "🇦🇿", ".", "\n"),
      maxLength: 200,
      size: "max",
    });
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    const charactersOf = (cut: string) => [...graphemes.segment(cut)].map(({ segment }) => segment);
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 80 }), (words, longest) => {
        const summary = summaryOf({ body: [paragraph(words)] }, longest);
        expect(summary.length).toBeLessThanOrEqual(longest);
        const whole = charactersOf(words.replace(/\s+/gu, " ").trim());
        const kept = charactersOf(summary.replace(/…$/u, ""));
        expect(whole.slice(0, kept.length)).toEqual(kept);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("reading takes", () => {
  const minutes = (text: string) => readingMinutes([paragraph(text)]);

  test("a minute at least", () => {
    expect(readingMinutes([])).toBe(1);
    expect(minutes("Short.")).toBe(1);
  });

  test("a minute for 230 words", () => {
    expect(minutes("word ".repeat(230 * 4))).toBe(4);
    expect(minutes("وزیر ".repeat(230 * 4))).toBe(4);
  });

  test("a minute for 500 characters where words have no blanks between them", () => {
    expect(minutes("大臣は水曜日に市を訪れ".repeat(200))).toBe(4);
    expect(minutes("รัฐมนตรี".repeat(250))).toBe(4);
  });

  test("as long for both where scripts are mixed", () => {
    expect(minutes(`${"word ".repeat(230 * 3)}${"東".repeat(500)}`)).toBe(4);
  });
});

test("the words of the body are those of every block, captions and credits included", () => {
  const body: Block[] = [
    { kind: "paragraph", content: ["The ", { kind: "strong", content: ["new"] }, { kind: "break" }, "pier"] },
    { kind: "crosshead", level: 2, content: ["Works"] },
    { kind: "list", ordered: true, entries: [[paragraph("first")], [paragraph("second")]] },
    { kind: "quote", blocks: [paragraph("It holds.")], attribution: "The master" },
    { kind: "pull-quote", content: ["It held."], attribution: "The engineer" },
    { kind: "figure", picture: { alt: "not read", caption: "A crane", credit: "Ann Li" } },
    { kind: "gallery", pictures: [{ alt: "", caption: "Week 1" }], caption: "The works" },
    { kind: "table", head: [["Month"]], rows: [[["May"]]], caption: "Ships" },
    { kind: "code", text: "wait();" },
    { kind: "video", url: "v", title: "The crane turns" },
    { kind: "audio", url: "a" },
    { kind: "embed-link", url: "e", title: "The opening" },
    { kind: "rule" },
  ];
  expect(bodyText(body)).toBe(
    "The new\npier\nWorks\nfirst\nsecond\nIt holds.\nThe master\nIt held.\nThe engineer\nA crane\nAnn Li\nWeek 1\nThe works\n" +
      "Ships\nMonth\nMay\nwait();\nThe crane turns\nThe opening",
  );
});
