import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrdinaryLetters, parseFiledDate, readDateline } from "#wire/dateline.ts";
import { paragraphs, story } from "./desk.ts";

describe("a dateline, as agencies write it, is read and taken off the story", () => {
  test.each<[string, object]>([
    ["RAWALPINDI: ", { printed: "RAWALPINDI", place: "Rawalpindi" }],
    ["WASHINGTON/ISLAMABAD: ", { printed: "WASHINGTON/ISLAMABAD", place: "Washington/Islamabad" }],
    ["NEW YORK: ", { printed: "NEW YORK", place: "New York" }],
    ["LACHIN, Azerbaijan: ", { printed: "LACHIN, Azerbaijan", place: "Lachin", region: "Azerbaijan" }],
    ["BAKU, May 28: ", { printed: "BAKU, May 28", place: "Baku" }],
    ["BAKU, May 28, 2025: ", { printed: "BAKU, May 28, 2025", place: "Baku", filed: "2025-05-28" }],
    [
      "FORT WASHINGTON, Pa. (AP) _ ",
      { printed: "FORT WASHINGTON, Pa. (AP)", place: "Fort Washington", region: "Pa.", agency: "AP" },
    ],
    ["NEW YORK (AP) — ", { printed: "NEW YORK (AP)", place: "New York", agency: "AP" }],
    ["NEW YORK (AP) —", { printed: "NEW YORK (AP)", place: "New York", agency: "AP" }],
    ["GROSSETO, Italy (AP) -- ", { printed: "GROSSETO, Italy (AP)", place: "Grosseto", region: "Italy", agency: "AP" }],
    [
      "SANTA FE, N.M., Aug. 1 (AP) – ",
      { printed: "SANTA FE, N.M., Aug. 1 (AP)", place: "Santa Fe", region: "N.M.", agency: "AP" },
    ],
    [
      "STOCKHOLM, Aug 29, 2014 (AFP) - ",
      { printed: "STOCKHOLM, Aug 29, 2014 (AFP)", place: "Stockholm", agency: "AFP", filed: "2014-08-29" },
    ],
    [
      "Strasbourg, 10 juil 2024 (AFP) - ",
      { printed: "Strasbourg, 10 juil 2024 (AFP)", place: "Strasbourg", agency: "AFP" },
    ],
    ["Berlin (dpa) - ", { printed: "Berlin (dpa)", place: "Berlin", agency: "dpa" }],
    ["San Diego (tca/dpa) - ", { printed: "San Diego (tca/dpa)", place: "San Diego", agency: "tca/dpa" }],
    [
      "Frankfurt am Main (dpa/lhe) - ",
      { printed: "Frankfurt am Main (dpa/lhe)", place: "Frankfurt am Main", agency: "dpa/lhe" },
    ],
    ["The Hague (ANP) – ", { printed: "The Hague (ANP)", place: "The Hague", agency: "ANP" }],
    ["(ANSA) - Rome, October 11 - ", { printed: "(ANSA) - Rome, October 11", place: "Rome", agency: "ANSA" }],
    ["ISLAMABAD, May 28 (APP):", { printed: "ISLAMABAD, May 28 (APP)", place: "Islamabad", agency: "APP" }],
    ["KUWAIT, May 28 (KUNA) -- ", { printed: "KUWAIT, May 28 (KUNA)", place: "Kuwait", agency: "KUNA" }],
    [
      "BEIJING, 28 May 2025 (Xinhua) -- ",
      { printed: "BEIJING, 28 May 2025 (Xinhua)", place: "Beijing", agency: "Xinhua", filed: "2025-05-28" },
    ],
    ["LONDON — ", { printed: "LONDON", place: "London" }],
    ["WASHINGTON—", { printed: "WASHINGTON", place: "Washington" }],
    ["ST. LOUIS, Mo. - ", { printed: "ST. LOUIS, Mo.", place: "St. Louis", region: "Mo." }],
    ["L’AQUILA, Italy — ", { printed: "L’AQUILA, Italy", place: "L’Aquila", region: "Italy" }],
    ["QOM, Iran (AP) — ", { printed: "QOM, Iran (AP)", place: "Qom", region: "Iran", agency: "AP" }],
    ["İSTANBUL (AA) – ", { printed: "İSTANBUL (AA)", place: "İstanbul", agency: "AA" }],
    ["NEW YORK (AP)\u00a0— ", { printed: "NEW YORK (AP)", place: "New York", agency: "AP" }],
  ])("%j", (dateline, read) => {
    const told = story(`${dateline}The quay is open.\n\nMore.`);
    expect(told.dateline).toEqual(read);
    expect(paragraphs(told)).toEqual(["The quay is open.", "More."]);
    expect(readDateline(`${dateline}“Open,” she said.`)?.length).toBe(dateline.length);
  });
});

describe("no dateline is", () => {
  test.each([
    "LIVE: The quay reopens.",
    "NOTE: The quay reopens.",
    "UPDATE: The quay reopens.",
    "WATCH: The quay reopens.",
    "EXCLUSIVE: The quay reopens.",
    "CORRECTION: The quay reopens.",
    "FACTBOX: The quay reopens.",
    "FACTBOX - The quay reopens.",
    "BREAKING NEWS: The quay reopens.",
    "UPDATE/EXCLUSIVE: The quay reopens.",
    "US: The quay reopens.",
    "UK — The quay reopens.",
    "WHO: The quay reopens.",
    "Q&A: The quay reopens.",
    "NATO: The quay reopens.",
    "A: The quay reopens.",
    "Norrvik: The quay reopens.",
    "The Harbour Authority (NPA) – which owns the quay – reopens it.",
    "The ministry (MoF) — The quay reopens.",
    "NATO — the alliance — has a quay.",
    "COVID-19 - The quay reopens.",
    "The quay reopens.",
    "(see below) - The quay reopens.",
    "12:30 - The quay reopens.",
    "",
  ])("%j", (text) => {
    expect(readDateline(text)).toBeUndefined();
  });
});

test("one dateline at most is taken off", () => {
  expect(paragraphs(story("NORRVIK: LISBON: The quay is open.\n\nMORE: It is."))).toEqual([
    "LISBON: The quay is open.",
    "MORE: It is.",
  ]);
});

test("a story is dated by its dateline when nothing else dates it, if that names the year", () => {
  expect(story("STOCKHOLM, Aug 29, 2014 (AFP) - Open.\n\nMore.").published).toBe("2014-08-29");
  expect(story("STOCKHOLM, Aug 29 (AFP) - Open.\n\nMore.").published).toBe("2025-06-02T07:00:00Z");
  expect(story("date 2025-05-28 A.\n\nSTOCKHOLM, Aug 29, 2014 (AFP) - Open.").published).toBe("2025-05-28");
});

test.each([
  ["Aug 29, 2014", "2014-08-29"],
  ["Aug. 9, 2014", "2014-08-09"],
  ["29 August 2014", "2014-08-29"],
  ["May 29th, 2025", "2025-05-29"],
  ["Sept 1 2025", "2025-09-01"],
  ["May 29", undefined],
  ["10 juil 2024", undefined],
  ["Feb 30, 2025", undefined],
  ["2025", undefined],
])("%s is the day %s", (text, day) => {
  expect(parseFiledDate(text)).toBe(day);
});

test.each([
  ["RIO DE JANEIRO", "Rio de Janeiro"],
  ["PORT-AU-PRINCE", "Port-au-Prince"],
  ["XI'AN", "Xi'an"],
  ["N'DJAMENA", "N'Djamena"],
  ["LA PAZ", "La Paz"],
  ["D.I. KHAN", "D.I. Khan"],
  ["BOSNIA AND HERZEGOVINA", "Bosnia and Herzegovina"],
  ["McALLEN", "McALLEN"],
  ["Berlin", "Berlin"],
])("%s is %s in ordinary letters", (capitals, ordinary) => {
  expect(inOrdinaryLetters(capitals)).toBe(ordinary);
});

test("whatever a text begins with, a dateline is its beginning and nothing of it is lost", () => {
  const piece = fc.constantFrom(
    "NORRVIK",
    "New York",
    "Pa.",
    "(AP)",
    "(dpa/lhe)",
    ", ",
    " ",
    ": ",
    " - ",
    " — ",
    "_",
    "--",
    "May 28",
    "2025",
    "/",
    "The",
    "İ",
    ".",
    "'",
    "\u00a0",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join("");
      const reading = readDateline(text);
      if (!reading) return;
      expect(text.replaceAll("\u00a0", " ").startsWith(reading.dateline.printed)).toBe(true);
      expect(reading.length).toBeGreaterThan(reading.dateline.printed.length);
      expect(reading.dateline.place).toMatch(/\p{L}/u);
    }),
    { numRuns: 5_000 },
  );
});
