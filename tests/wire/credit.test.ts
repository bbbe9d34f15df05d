import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCredit } from "#wire/credit.ts";

describe("a credit at the end of a caption is taken off it", () => {
  test.each([
    ["The quay on May 28, 2025. —ISPR", "The quay on May 28, 2025.", "ISPR"],
    ["The quay. – Port Authority", "The quay.", "Port Authority"],
    ["The quay. -- Ann Li", "The quay.", "Ann Li"],
    ["The quay. - Ann Li.", "The quay.", "Ann Li"],
    ["“It is open.” —Ann Li", "“It is open.”", "Ann Li"],
    ["The quay. —J. R. Roe", "The quay.", "J. R. Roe"],
    ["The quay. Photo: Óscar Cañas/EUROPA PRESS/dpa", "The quay.", "Óscar Cañas/EUROPA PRESS/dpa"],
    ["The quay Photo: Ann Li", "The quay", "Ann Li"],
    ["The quay. PHOTO: Ann Li", "The quay.", "Ann Li"],
    ["The quay. Credit: Ann Li / The Courier", "The quay.", "Ann Li / The Courier"],
    ["The quay. Photo/Ann Li", "The quay.", "Ann Li"],
    ["The quay. Image courtesy of: U.S. Navy", "The quay.", "U.S. Navy"],
    ["The quay. Photo by Ann Li", "The quay.", "Ann Li"],
    ["The quay. Photo courtesy of J. R. Roe", "The quay.", "J. R. Roe"],
    ["Photo by Ann Li", "", "Ann Li"],
    ["Photo: Ann Li", "", "Ann Li"],
    ["The quay. (AP Photo/Ann Li)", "The quay.", "Ann Li/AP"],
    ["The quay. (AP Photo/Ann Li, File)", "The quay.", "Ann Li/AP, File"],
    ["FILE - The quay. (AP Photo/Ann Li, File)", "FILE - The quay.", "Ann Li/AP, File"],
    ["The quay (Photo by Ann Li/Getty Images)", "The quay", "Ann Li/Getty Images"],
    ["The quay. (Photo: Ann Li).", "The quay.", "Ann Li"],
    ["The quay. REUTERS/Wolfgang Rattay/File Photo", "The quay.", "REUTERS/Wolfgang Rattay/File Photo"],
    ["The quay. THE CANADIAN PRESS/Paul Chiasson", "The quay.", "THE CANADIAN PRESS/Paul Chiasson"],
    ["The quay. AFP/Getty Images", "The quay.", "AFP/Getty Images"],
  ])("%s", (text, caption, credit) => {
    expect(readCredit(text)).toMatchObject({ caption, credit });
  });
});

describe("no credit is", () => {
  test.each([
    "He returned home — and stayed",
    "He returned home. — and stayed",
    "The quay — Norrvik",
    "The quay. — A long sentence that goes on about the quay",
    "The quay. — One. Two",
    "The photo: three men on a quay",
    "The prize for the Best Photo: three men on a quay",
    "She drew the image: a dog",
    "The quay of the IMF/World Bank",
    "The quay.",
    "",
    "   ",
  ])("%j", (text) => {
    expect(readCredit(text)).toBeUndefined();
  });
});

test("the range that a credit was read from holds it", () => {
  const text = "Ann Li and the quay. Photo: Ann Li";
  const { from = 0, to = 0 } = readCredit(text) ?? {};
  expect([from, text.slice(from, to)]).toEqual([28, "Ann Li"]);
});

test("whatever a caption says, the caption is its beginning and the credit stands behind it", () => {
  const piece = fc.constantFrom(
    "The quay",
    ". ",
    "—",
    " - ",
    "Photo",
    ":",
    "/",
    " by ",
    "Ann Li",
    "AP",
    "(",
    ")",
    "REUTERS/",
    "File",
    "J. R.",
    "”",
    " ",
    "courtesy of",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const reading = readCredit(text);
      if (!reading) return;
      expect(text.startsWith(reading.caption)).toBe(true);
      expect(reading.from).toBeGreaterThanOrEqual(reading.caption.length);
      expect(text.slice(reading.from, reading.to).length).toBeGreaterThan(0);
    }),
    { numRuns: 5_000 },
  );
});

test("long runs of what a credit may begin with cost no more than their length", () => {
  for (const sign of [" ", "(", "— ", ". ", "Photo: ", "AP/", "Photo by ("]) readCredit(sign.repeat(100_000));
});
