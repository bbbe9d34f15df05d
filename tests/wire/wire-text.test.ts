import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asFiled, bytesOf, claimed, paragraphs, readBytes, story } from "./desk.ts";

describe("a story as an agency files it", () => {
  const bytes = new Uint8Array(readFileSync("tests/wire/copy/quay.txt"));
  const quay = story(bytes, "copy/quay.txt");

  test("is published on the day of its first line, without a time", () => {
    expect(quay.published).toBe("2025-05-28");
  });

  test("keeps the caption and the credit of a picture that never arrived", () => {
    expect(quay.pictures).toEqual([
      {
        alt: "",
        caption:
          "Harbour Master Ilse Brandt Voss shows Minister of Fisheries Professor Tomas Ek Lindqvist the mended quay at Norrvik, on May 28, 2025.",
        credit: "NPA",
      },
    ]);
  });

  test("comes from the place of its dateline", () => {
    expect(quay.dateline).toEqual({ printed: "NORRVIK", place: "Norrvik" });
    expect(quay.places).toEqual([{ name: "Norrvik", slug: "norrvik" }]);
  });

  test("has ten paragraphs, the first without the dateline", () => {
    expect(paragraphs(quay)).toHaveLength(10);
    expect(paragraphs(quay)[0]).toMatch(
      /^Harbour Master Ilse Brandt Voss, the head of the port authority \(NPA\), reopened/u,
    );
    expect(paragraphs(quay)[9]).toBe(
      "The authority agreed to publish the costs of the wall in full. A table of them will follow very soon.",
    );
  });

  test("keeps its curly quotes and its straight ones", () => {
    expect(paragraphs(quay)[7]).toContain("the town’s help");
    expect(paragraphs(quay)[8]).toContain("“small harbours that matter”");
    expect(paragraphs(quay)[2]).toContain("the authority's promise");
  });

  test("has a headline made from its first sentence, and says that it is made", () => {
    expect(quay.headline).toBe(
      "Harbour Master Ilse Brandt Voss reopened the north quay of the town for Minister of Fisheries",
    );
    expect(quay.headlineDerived).toBe(true);
    expect(quay.slug).toBe("harbour-master-ilse-brandt-voss-reopened-the-north-quay-of-the-town-for-minister");
    expect(readBytes(bytes, "copy/quay.txt").notes).toEqual([
      {
        file: "copy/quay.txt",
        field: "headline",
        found: "missing",
        expected: "a headline on a line of its own above the story",
        mend: `One was made from the first sentence: “${quay.headline}”.`,
      },
    ]);
  });

  test("is given back as filed, byte for byte, with what each field was read from", () => {
    expect(asFiled(quay).bytes).toEqual(bytes);
    expect(bytesOf(asFiled(quay).text)).toEqual(bytes);
    expect(Object.keys(claimed(quay))).toEqual([
      "published",
      "pictures[0].caption",
      "pictures[0].credit",
      "dateline",
      ...Array.from({ length: 10 }, (_none, at) => `body[${at}]`),
    ]);
    expect(claimed(quay)).toMatchObject({
      published: "2025-05-28",
      "pictures[0].credit": "NPA",
      dateline: "NORRVIK",
      "body[9]": paragraphs(quay)[9],
    });
  });

  test("is in the newsroom's language and usual section, live and unchanged", () => {
    expect(quay).toMatchObject({
      id: "wire-text:2025-05-28/quay.txt",
      language: "en",
      direction: "ltr",
      section: { name: "Harbour", slug: "harbour" },
      release: { kind: "live" },
      bylines: [],
      topics: [],
      corrections: [],
    });
    expect(readBytes(bytes).spiked).toEqual([]);
  });
});

describe("the first line", () => {
  test.each([
    ["date 2025-05-28 The pier. —ISPR", "2025-05-28", "The pier.", "ISPR"],
    ["2025-05-28 The pier. Photo: Ann Li", "2025-05-28", "The pier.", "Ann Li"],
    ["Date: 2025-05-28 The pier.", "2025-05-28", "The pier.", undefined],
    ["  date\t2025-05-28  The pier", "2025-05-28", "The pier", undefined],
    ["date 2025-05-28T09:30+05:00 The pier.", "2025-05-28T09:30:00+05:00", "The pier.", undefined],
    ["date 2025-05-28", "2025-05-28", undefined, undefined],
    ["date: 2025-05-28 10:00", "2025-05-28T10:00:00Z", undefined, undefined],
    ["2025-05-28 10:00:00 +0500 The pier.", "2025-05-28T10:00:00+05:00", "The pier.", undefined],
    ["date: 28 May 2025", "2025-05-28", undefined, undefined],
    ["Date: May 28, 2025", "2025-05-28", undefined, undefined],
    ["DATE: Wednesday, 28th May 2025", "2025-05-28", undefined, undefined],
    ["Date: 28 May 2025 The pier. —ISPR", "2025-05-28", "The pier.", "ISPR"],
    ["date 2025-05-28 3 boats", "2025-05-28", "3 boats", undefined],
  ])("%j gives the date, the caption and the credit", (line, published, caption, credit) => {
    const { pictures, ...read } = story(`${line}\n\nThe pier is mended.`);
    expect([read.published, pictures[0]?.caption, pictures[0]?.credit]).toEqual([published, caption, credit]);
    expect(pictures).toHaveLength(caption ? 1 : 0);
    expect(paragraphs({ pictures, ...read })).toEqual(["The pier is mended."]);
  });

  test("may be wrapped, its credit too, in a file with any line ends", () => {
    const wrapped =
      "date 2025-05-28 The harbour master shows the minister the mended\r\nquay at Norrvik, where boats land again, on May 28, 2025. —Norrvik\r\nPort Authority\r\n\r\nNORRVIK: The quay is open.\r\n";
    const read = story(wrapped);
    expect(read.pictures).toEqual([
      {
        alt: "",
        caption:
          "The harbour master shows the minister the mended quay at Norrvik, where boats land again, on May 28, 2025.",
        credit: "Norrvik Port Authority",
      },
    ]);
    expect(claimed(read)["pictures[0].credit"]).toBe("Norrvik\r\nPort Authority");
    expect(claimed(read)["body[0]"]).toBe("The quay is open.");
  });

  test("with a date that is none keeps the caption, and says so", () => {
    const { articles, notes } = readBytes(bytesOf("date 2025-13-45 The pier. —ISPR\n\nMended\n\nThe pier is mended."));
    expect(articles[0]?.pictures).toEqual([{ alt: "", caption: "The pier.", credit: "ISPR" }]);
    expect(articles[0]?.published).toBe("2025-06-02T07:00:00Z");
    expect(notes).toEqual([
      {
        file: "story.txt",
        field: "date",
        found: '"2025-13-45"',
        expected: "a day such as 2025-05-28",
        mend: "Write the date in the first line as year, month and day.",
      },
      {
        file: "story.txt",
        field: "date",
        found: "missing",
        expected: 'a first line such as "date 2025-05-28 …"',
        mend: "The story is dated 2025-06-02, when the file came in.",
      },
    ]);
  });

  test.each([
    ["date: 28 de mayo de 2025", "28 de mayo de 2025"],
    ["date: 28. Mai 2025", "28. Mai 2025"],
    ["Date: 28 juin 2025", "28 juin 2025"],
    ["date: 28/05/2025 10:30", "28/05/2025 10:30"],
    ["date: 28 May", "28 May"],
    ["date: 2025-05-32", "2025-05-32"],
  ])("%j is told of whole, and makes no picture", (line, date) => {
    const { articles, notes } = readBytes(bytesOf(`${line}\n\nMended\n\nThe pier is mended.`));
    expect([articles[0]?.headline, articles[0]?.pictures]).toEqual(["Mended", []]);
    expect(notes[0]).toMatchObject({ field: "date", found: `"${date}"`, expected: "a day such as 2025-05-28" });
  });

  test.each(["2025-05-28 10:00 CET", "28 May 2025, 10.30", "28 May 2025 at 10 a.m. EST"])(
    "with a time that cannot be told, %j, gives the day without a picture, and says so",
    (date) => {
      const { articles, notes } = readBytes(bytesOf(`date: ${date}\n\nMended\n\nThe pier is mended.`));
      const [article] = articles;
      expect([article?.published.slice(0, 10), article?.pictures]).toEqual(["2025-05-28", []]);
      expect(notes).toEqual([
        {
          file: "story.txt",
          field: "date",
          found: `"${date}"`,
          expected: "a day such as 2025-05-28, or 2025-05-28T09:30+05:00",
          mend: `The story is dated ${article?.published}, and the rest was left out.`,
        },
      ]);
    },
  );

  test("that only begins with the word is a line like others", () => {
    expect(story("date palms line the pier\n\nThey were planted in May.").headline).toBe("date palms line the pier");
  });

  test("alone is no story", () => {
    expect(readBytes(bytesOf("date 2025-05-28 The pier. —ISPR\n")).spiked).toEqual([
      {
        file: "story.txt",
        found: "text without a paragraph",
        expected: "a story",
        mend: "Write the story below its first line.",
      },
    ]);
  });
});

describe("above the story stand, if they do,", () => {
  const lead = "NORRVIK, May 28, 2025 (NTB) - The quay is open.";

  test("a slug, a headline, a standfirst and a byline, in this order", () => {
    const read = story(
      `quay-reopens\n\nQuay reopens\n\nBoats land again after eleven months.\n\nBy Ann Li\n\n${lead}\n\nMore.`,
    );
    expect(read).toMatchObject({
      slug: "quay-reopens",
      headline: "Quay reopens",
      headlineDerived: false,
      standfirst: "Boats land again after eleven months.",
      bylines: [{ name: "Ann Li", slug: "ann-li" }],
      published: "2025-05-28",
      dateline: { place: "Norrvik", agency: "NTB", filed: "2025-05-28" },
    });
    expect(paragraphs(read)).toEqual(["The quay is open.", "More."]);
    expect(readBytes(bytesOf(`Quay reopens\n\n${lead}`)).notes).toEqual([]);
  });

  test.each([
    ["without blank lines between them", "quay-reopens\nQuay reopens\nBoats land again\nBy Ann Li"],
    ["with other line ends", "quay-reopens\r\rQuay reopens\u2028Boats land again\r\n\r\nBy Ann Li"],
    [
      "with no-break spaces and tabs",
      "quay-reopens\n\n\u00a0Quay reopens\u00a0\n\n\tBoats land again\n\nBy\u00a0Ann Li",
    ],
    ["with control bytes", "\u0001quay-reopens\u0002\n\nQuay \u0003reopens\u0004\n\nBoats land again\n\nBy Ann Li"],
  ])("%s", (_how, above) => {
    const read = story(`${above}\n${lead}\n\nMore.`);
    expect(read).toMatchObject({
      slug: "quay-reopens",
      headline: "Quay reopens",
      standfirst: "Boats land again",
      bylines: [{ name: "Ann Li" }],
    });
    expect(paragraphs(read)).toEqual(["The quay is open.", "More."]);
  });

  test("an agency's slug", () => {
    expect(story(`BC-EU--Norrvik-Quay,200\n\nQuay reopens\n\n${lead}`).slug).toBe("bc-eu-norrvik-quay-200");
  });

  test("a headline without signs that turn the line that it stands in", () => {
    expect(story(`\u202EQuay\u202C \u2066reopens\u2069\n\n${lead}`).headline).toBe("Quay reopens");
  });

  test("no headline, where the first line is a sentence or a paragraph", () => {
    expect(story("The quay is open.\n\nBoats land again.")).toMatchObject({
      headline: "The quay is open",
      headlineDerived: true,
    });
    expect(story(`${"The quay is open and boats land again ".repeat(5)}\n\nMore.`).headlineDerived).toBe(true);
  });
});

describe("a byline names who wrote the story", () => {
  test.each([
    ["By Ann Li", [["Ann Li"]]],
    ["BY ANN LI", [["Ann Li"]]],
    ["By Ann Li =", [["Ann Li"]]],
    ["By Ann Li, Harbour Correspondent", [["Ann Li", "Harbour Correspondent"]]],
    ["By Ann Li, Science and Health Editor", [["Ann Li", "Science and Health Editor"]]],
    ["By Ann Li, Associated Press", [["Ann Li", "Associated Press"]]],
    ["By Ann Li, Foreign Desk and City News Bureau", [["Ann Li", "Foreign Desk and City News Bureau"]]],
    ["By Ann Li and Bo Ek", [["Ann Li"], ["Bo Ek"]]],
    [
      "By Ann Li and Bo Ek, Associated Press Writers",
      [
        ["Ann Li", "Associated Press Writers"],
        ["Bo Ek", "Associated Press Writers"],
      ],
    ],
    ["By Ann Li, Bo Ek and Cy van der Dahl =", [["Ann Li"], ["Bo Ek"], ["Cy van der Dahl"]]],
    ["By Zoë O’Brien-Ó Súilleabháin", [["Zoë O’Brien-Ó Súilleabháin"]]],
    ["By J.R. Roe", [["J.R. Roe"]]],
  ])("%s", (line, names) => {
    const { bylines, body } = story(`Quay reopens\n\n${line}\n\nNORRVIK: The quay is open.`);
    expect(bylines.map(({ name, role }) => (role ? [name, role] : [name]))).toEqual(names);
    expect(body).toHaveLength(1);
  });

  test.each([
    "By the sea a quay was mended",
    "By Friday the quay will be open again to all",
    "by Ann Li",
    "Byron reads at the quay",
  ])("but not %j", (line) => {
    expect(story(`${line}\n\nNORRVIK: The quay is open.`).bylines).toEqual([]);
  });
});

describe("below the story, and no part of it, stand", () => {
  const body = "Quay reopens\n\nNORRVIK: The quay is open.\n\nBoats land again.";

  test.each([
    ["Published in The Courier, May 29th, 2025", "2025-05-29"],
    ["Published in The Courier, June 1, 2025.", "2025-06-01"],
    ["281030 GMT May 25", "2025-05-28T10:30:00Z"],
    ["281030 UTC May 2025", "2025-05-28T10:30:00Z"],
    [
      "The writer is a former harbour master.\n\ndesk@courier.example\n\nPublished in The Courier, May 29th, 2025",
      "2025-05-29",
    ],
    ["E-mail: desk@courier.example", "2025-06-02T07:00:00Z"],
    ["The writers are skippers.", "2025-06-02T07:00:00Z"],
    ["___\n\nAnn Li reported from Norrvik.", "2025-06-02T07:00:00Z"],
    ["# Notebook\n\n## Internet\n- [Port](https://port.example)", "2025-06-02T07:00:00Z"],
    ["-ENDS-\n\nNotes to editors", "2025-06-02T07:00:00Z"],
    ["###", "2025-06-02T07:00:00Z"],
    ["-30-", "2025-06-02T07:00:00Z"],
  ])("%j", (trailer, published) => {
    const read = story(`${body}\n\n${trailer}\n`);
    expect(paragraphs(read)).toEqual(["The quay is open.", "Boats land again."]);
    expect(read.published).toBe(published);
    expect(asFiled(read).text).toContain(trailer);
  });

  test("nothing, where there is no story above it", () => {
    expect(paragraphs(story("The writer is a skipper."))).toEqual(["The writer is a skipper."]);
  });

  test("a date that is less exact than the one above, which stays", () => {
    expect(story(`date 2025-05-28 The quay.\n\n${body}\n\nPublished in The Courier, May 29th, 2025`).published).toBe(
      "2025-05-28",
    );
    expect(story(`date 2025-05-28 The quay.\n\n${body}\n\n281030 GMT May 25`).published).toBe("2025-05-28T10:30:00Z");
  });

  test("whole paragraphs below a line that ends stories, which are told of", () => {
    const long = "The council will meet again in June to speak of the old crane, which stands where it stood. ".repeat(
      2,
    );
    const { articles, notes } = readBytes(bytesOf(`date 2025-05-28 The quay.\n\n${body}\n\n___\n\n${long}\n\n${long}`));
    expect(articles[0]?.body).toHaveLength(2);
    expect(notes).toEqual([
      {
        file: "story.txt",
        field: "text",
        found: "followed by 2 paragraphs below “___”",
        expected: "nothing of the story there",
        mend: "It was left out, and stands in the copy as filed. Take the line out if it belongs to the story.",
      },
    ]);
  });
});

describe("lines that an agency's system wrapped", () => {
  const wrapped = (columns: number, ...texts: string[]) =>
    texts.map((text) =>
      (text.match(new RegExp(`.{1,${columns}}(?:\\s|$)`, "gu")) ?? []).map((line) => line.trim()).join("\r\n"),
    );
  const one =
    "The quay of Norrvik is open again after eleven months in which no boat could land there, the port authority said on Wednesday, and the herring fair will be held.";
  const two =
    "Boats came in from all of the islands, and their crews were given bread, which is the custom of the town when the ice has gone.";

  test.each([60, 66, 70, 80, 99])("at %i columns are joined, with the dateline taken off", (columns) => {
    const [lead = "", more = ""] = wrapped(columns, `NORRVIK (NTB) - ${one}`, two);
    const read = story(`Quay reopens\r\n\r\n${lead}\r\n\r\n${more}\r\n`);
    expect(paragraphs(read)).toEqual([one, two]);
    expect(claimed(read)["body[1]"]).toBe(more);
    expect(claimed(read)["dateline"]).toBe("NORRVIK (NTB)");
    expect(`${claimed(read)["dateline"]} - ${claimed(read)["body[0]"]}`).toBe(lead);
  });

  test("are joined below a headline and a byline that have no blank lines around them", () => {
    const [lead = ""] = wrapped(70, `NORRVIK (NTB) - ${one}`);
    const read = story(`Quay of Norrvik reopens after eleven months of works\nBy Ann Li\n${lead}\n\n${two}`);
    expect([read.headline, read.bylines[0]?.name]).toEqual([
      "Quay of Norrvik reopens after eleven months of works",
      "Ann Li",
    ]);
    expect(paragraphs(read)).toEqual([one, two]);
  });

  test("are not joined to a byline that fills its line", () => {
    const byline = "By Zoë O’Brien-Ó Súilleabháin and Maximiliane von der Lindenhof, Editors";
    const [lead = ""] = wrapped(70, one);
    expect(paragraphs(story(`${byline}\n${lead}\n\n${two}`))).toEqual([one, two]);
  });

  test("begin a paragraph where they are indented, or where the line before was not full", () => {
    const [lead = "", more = ""] = wrapped(70, `   NORRVIK (NTB) _ ${one}`, `   ${two}`);
    expect(paragraphs(story(`   ${lead}\n   ${more}\n   ${more}`))).toEqual([one, two, two]);
    const [third = ""] = wrapped(70, "It was late.");
    expect(paragraphs(story(`${wrapped(70, one)[0]}\n${third}\n${wrapped(70, two)[0]}`))).toEqual([
      one,
      "It was late.",
      two,
    ]);
  });

  test("are not joined where they are a list, or verse", () => {
    const list =
      "- The outer wall, with its four steps, is built anew in stone\n- The old crane stays where it stands, as the guild asked";
    expect(paragraphs(story(`NORRVIK: The works:\n\n${list}\n\nMore.`))).toEqual([
      "The works:",
      ...list.split("\n"),
      "More.",
    ]);
    expect(paragraphs(story("NORRVIK: A song:\n\nThe quay is long\nThe ice is strong\n\nMore."))).toHaveLength(4);
  });

  test("long lines are paragraphs, each of them, also without blank lines between", () => {
    expect(paragraphs(story(`NORRVIK: ${one}\n${two}\n${one}`))).toEqual([one, two, one]);
  });
});

describe("whose story it is", () => {
  test("two stories of one name on two days are two stories, wherever their folders lie", () => {
    const ids = [
      story("date 2025-05-28 A.\n\nOne.", "28/lead.txt"),
      story("date 2025-05-29 A.\n\nTwo.", "29/lead.txt"),
      story("date 2025-05-29 A.\n\nTwo.", "C:\\copy\\29\\lead.txt"),
      story("Undated.\n\nTwo.", "29/lead.txt"),
    ].map(({ id }) => id);
    expect(ids).toEqual([
      "wire-text:2025-05-28/lead.txt",
      "wire-text:2025-05-29/lead.txt",
      "wire-text:2025-05-29/lead.txt",
      "wire-text:lead.txt",
    ]);
  });

  test("a story in another language is told by its letters", () => {
    const urdu = story(
      "راولپنڈی میں اجلاس\n\nوزیر نے اجلاس سے خطاب کیا اور کہا کہ دونوں ملکوں کے تعلقات بہت گہرے ہیں۔\n\nاس موقع پر دیگر حکام بھی موجود تھے۔",
    );
    expect(urdu).toMatchObject({
      language: "ur",
      direction: "rtl",
      headline: "راولپنڈی میں اجلاس",
      slug: "راولپنڈی-میں-اجلاس",
    });
    expect(story("وزیر نے اجلاس سے خطاب کیا اور کہا کہ تعلقات بہت گہرے ہیں۔ مزید۔").headline).toBe(
      "وزیر نے اجلاس سے خطاب کیا اور کہا کہ تعلقات بہت گہرے ہیں",
    );
  });
});
