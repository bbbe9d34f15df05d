import { describe, expect, test } from "vitest";
import { sayProblem } from "#domain/copy-problem.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { courier, named } from "../articles.ts";

const usual = usualNewsroom("Copy");
const read = (settings: unknown, standIn = usual) => {
  const json = typeof settings === "string" ? settings : JSON.stringify(settings);
  const { newsroom, problems } = parseNewsroom(json, "newsroom.json", standIn);
  return { newsroom, said: problems.map(sayProblem) };
};

test("a newsroom of which nothing is known has a name, a language, a clock and a section", () => {
  expect(usual).toEqual({
    name: "Copy",
    language: "en",
    timeZone: "UTC",
    sections: [],
    defaultSection: { name: "News", slug: "news" },
  });
  expect(read({})).toEqual({ newsroom: usual, said: [] });
});

test("a newsroom's settings are read whole", () => {
  const { newsroom, said } = read({
    name: " The Courier ",
    tagline: "News of the harbour",
    url: "https://courier.example/news",
    language: "ur-pk",
    timeZone: "Asia/Karachi",
    sections: ["Harbour", { name: "The Town", slug: "Town" }],
    defaultSection: "harbour",
    lead: "quay-reopens",
    licence: "CC BY 4.0",
    live: "https://a.example/feed.json",
  });
  expect(said).toEqual([]);
  expect(newsroom).toEqual({
    name: "The Courier",
    tagline: "News of the harbour",
    url: "https://courier.example/news/",
    language: "ur-PK",
    timeZone: "Asia/Karachi",
    sections: [named("Harbour"), { name: "The Town", slug: "town" }],
    defaultSection: named("Harbour"),
    lead: "quay-reopens",
    licence: "CC BY 4.0",
    live: "https://a.example/feed.json",
  });
});

describe("the site's address is that of its folder", () => {
  test.each([
    ["https://courier.example", "https://courier.example/"],
    ["https://courier.example/news", "https://courier.example/news/"],
    ["https://courier.example/news/", "https://courier.example/news/"],
    ["https://courier.example/news/index.html?a=1#top", "https://courier.example/news/"],
    ["https://user:secret@courier.example/", "https://courier.example/"],
  ])("%s", (url, folder) => {
    expect(read({ url }).newsroom.url).toBe(folder);
  });

  test.each([
    "courier.example",
    "/news/",
    "ftp://courier.example",
    "javascript:alert(1)",
    "https://",
    "https:courier.example",
  ])("but not %s", (url) => {
    const { newsroom, said } = read({ url });
    expect(newsroom).not.toHaveProperty("url");
    expect(said).toEqual([`url was "${url}"; expected the site's public web address. It was left out.`]);
  });
});

test("stories without a section go to the chosen one, or the first, or the usual one", () => {
  expect(read({ sections: ["Harbour", "Town"], defaultSection: "Town" }).newsroom.defaultSection).toEqual(
    named("Town"),
  );
  expect(read({ sections: ["Harbour", "Town"] }).newsroom.defaultSection).toEqual(named("Harbour"));
  expect(read({ defaultSection: "Elsewhere" }).newsroom.defaultSection).toEqual(named("Elsewhere"));
});

test("two sections of one slug are one", () => {
  expect(read({ sections: ["Harbour", "harbour!", "Town"] }).newsroom.sections).toEqual([
    named("Harbour"),
    named("Town"),
  ]);
});

test("searches are read with a slug of their name; one without a query is told of, and two of one name are one", () => {
  const { newsroom, said } = read({
    searches: [
      { name: "Ferries", query: "ferry section:harbour" },
      { name: "Ferries", query: "boat" },
      { name: "Town" },
      "ferry",
    ],
  });
  expect(newsroom.searches).toEqual([{ name: "Ferries", slug: "ferries", query: "ferry section:harbour" }]);
  const expected = 'a search such as { "name": "Ferries", "query": "ferry section:harbour" }';
  expect(said).toEqual([
    `searches[2] was an object; expected ${expected}. It was left out.`,
    `searches[3] was "ferry"; expected ${expected}. It was left out.`,
  ]);
});

test("what is missing or wrong is as usual, and what is wrong is told of", () => {
  const { newsroom, said } = read(
    {
      name: 12,
      tagline: ["x"],
      language: "no language",
      timeZone: "Mars/Olympus",
      sections: ["Harbour", 12, "…"],
      live: "javascript:alert(1)",
      lead: {},
    },
    courier,
  );
  expect(newsroom).toEqual({ ...courier, sections: [named("Harbour")] });
  expect(said).toEqual([
    "sections[1] was the number 12; expected a section's name. It was left out.",
    'sections[2] was "…"; expected a section\'s name. It was left out.',
    "name was the number 12; expected a text. It was left out.",
    "tagline was a list; expected a text. It was left out.",
    'language was "no language"; expected a language such as en. It was left out.',
    'timeZone was "Mars/Olympus"; expected a time zone such as Asia/Karachi. It was left out.',
    "lead was an object; expected an article's slug. It was left out.",
    'live was "javascript:alert(1)"; expected a feed\'s address. It was left out.',
  ]);
});

test("a setting that nobody knows is told of by its name, with the nearest known one", () => {
  const { newsroom, said } = read({ name: "The Courier", timezone: "Asia/Karachi", tagLine: "News", colour: "red" });
  expect(newsroom).toEqual({ ...usual, name: "The Courier" });
  expect(said).toEqual([
    "timezone was no setting that Dateline knows; expected timeZone. It was left out: write it as “timeZone”.",
    "tagLine was no setting that Dateline knows; expected tagline. It was left out: write it as “tagline”.",
    "colour was no setting that Dateline knows; expected one of defaultSection, digits, hourCycle, language, lead, licence, live, name, searches, sections, tagline, timeZone, url. It was left out.",
  ]);
});

test("what is written beside the settings as a remark is let be", () => {
  expect(read({ $schema: "https://a.example/schema.json", _note: "Ask Ann", "//": "The desk" }).said).toEqual([]);
});

describe("settings that are no settings are as usual, with the place of the fault", () => {
  test.each([
    [
      '{\n  "name": "The Courier",\n}',
      'line 3 was “}”; expected a name: a text in straight quotation marks ("). The usual settings were used.',
    ],
    [
      "",
      'line 1 was cut off after “”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [. The usual settings were used.',
    ],
    ["[]", 'the file was a list; expected an object such as { "name": "The Courier" }. The usual settings were used.'],
    ["null", 'the file was null; expected an object such as { "name": "The Courier" }. The usual settings were used.'],
  ])("%j", (json, problem) => {
    expect(read(json, courier)).toEqual({ newsroom: courier, said: [problem] });
  });

  test("but a byte order mark is no fault", () => {
    expect(read('\ufeff{"name":"The Courier"}').newsroom.name).toBe("The Courier");
  });
});
