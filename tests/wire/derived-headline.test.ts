import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivedHeadline } from "#wire/derived-headline.ts";

describe("a headline is made of the first sentence", () => {
  test.each([
    ["The quay is open. Boats land again.", "The quay is open"],
    ["The quay is open", "The quay is open"],
    ["Is the quay open? It is.", "Is the quay open?"],
    ["The quay (built in 1901) is open.", "The quay is open"],
    ["The U.S. Navy and Gen. Roe saw the quay. It was late.", "The U.S. Navy and Gen. Roe saw the quay"],
    ["The quay opens at 9 a.m. on Friday. It is late.", "The quay opens at 9 a.m. on Friday"],
    ["“The quay is open.” She smiled.", "“The quay is open.”"],
    ["大臣は水曜日に市を訪れた。会議に出席した。", "大臣は水曜日に市を訪れた"],
    ["وزیر نے خطاب کیا۔ وہ چلے گئے۔", "وزیر نے خطاب کیا"],
    ["(Corrects the date)", "(Corrects the date)"],
    ["", ""],
  ])("%j", (paragraph, headline) => {
    expect(derivedHeadline(paragraph)).toBe(headline);
  });
});

describe("a long first sentence is shortened as an editor would", () => {
  test.each([
    [
      "the source goes",
      "The quay of Norrvik is open again after eleven months in which no boat could land there, the port authority said in a statement.",
      "The quay of Norrvik is open again after eleven months in which no boat could land there",
    ],
    [
      "the aside after the subject goes",
      "Ilse Brandt Voss, the master of the harbour and a former skipper herself, reopened the north quay of the town for boats.",
      "Ilse Brandt Voss reopened the north quay of the town for boats",
    ],
    [
      "the day of the week goes",
      "The harbour master of Norrvik reopened the north quay of the town for the boats of all of its eleven islands late on Wednesday.",
      "The harbour master of Norrvik reopened the north quay of the town for the boats of all of its eleven islands",
    ],
    [
      "a name after an office goes",
      "Harbour Master Ilse Voss met Minister of Fisheries and Ports Professor Tomas Ek Lindqvist of the northern government in Norrvik town",
      "Harbour Master Ilse Voss met Minister of Fisheries and Ports of the northern government in Norrvik town",
    ],
    [
      "it is cut at a clause",
      "The council of the town voted to keep the old crane where it stands, although the guild had asked twice for a newer one to be built",
      "The council of the town voted to keep the old crane where it stands",
    ],
    [
      "not inside a number",
      "The mended quay of the town of Norrvik will be able to carry 1,250,000 tonnes and more of herring and other small fishes",
      "The mended quay of the town of Norrvik will be able to carry 1,250,000 tonnes and more of herring and other…",
    ],
    [
      "not inside a quotation",
      "The harbour master said “the quay is open, and the boats will land” when the skippers of the eleven islands asked her about it",
      "The harbour master said “the quay is open, and the boats will land”",
    ],
    [
      "not inside a quotation that goes on",
      "The harbour master said at supper “the quay of the town is open again, and all the boats of the eleven islands may land there from now on”",
      "The harbour master said at supper “the quay of the town is open again, and all the boats of the eleven…",
    ],
    [
      "without a word that hangs in the air",
      "The harbour master of the town asked the skippers to wait for the ice along with the crews from all of the other islands of the sound",
      "The harbour master of the town asked the skippers to wait for the ice along with the crews",
    ],
    [
      "at a word, with an ellipsis, when there is no better place",
      `The ${"unbroken ".repeat(20)}quay`,
      `The ${"unbroken ".repeat(11)}unbroken…`.replace("unbroken unbroken…", "unbroken…"),
    ],
  ])("%s", (_how, paragraph, headline) => {
    expect(derivedHeadline(paragraph)).toBe(headline);
  });
});

test("whatever the first paragraph says, the headline is one line of at most 110 characters", () => {
  const paragraph = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          "The quay",
          ", the",
          " (",
          ")",
          ". ",
          " on Wednesday",
          " said",
          "“",
          "”",
          " Minister",
          " Dr Ann Li",
          "東",
          "👩‍👩‍👧",
          " 1,000",
          "\n",
          "\u202e",
        ),
        { maxLength: 60 },
      )
      .map((list) => list.join("")),
  );
  fc.assert(
    fc.property(paragraph, (text) => {
      const headline = derivedHeadline(text);
      expect(headline.length).toBeLessThanOrEqual(110);
      expect(headline).not.toMatch(/[\n\u202a-\u202e\p{Cc}]/u);
      if (/[\p{L}\p{N}]/u.test(text.slice(0, 1))) expect(headline).not.toBe("");
    }),
    { numRuns: 3_000 },
  );
});

test("a paragraph of any length and make is read in no more than its length", () => {
  for (const sign of [" ", "(", ", a ", "Minister of ", ". ", "a", "“", "Dr "]) derivedHeadline(sign.repeat(100_000));
});
