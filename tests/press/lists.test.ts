import { expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { decodeListIndex } from "#edition/list-index.ts";
import { editionPaths, type ListKind, listKinds, type PageNumber } from "#edition/paths.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { printed, textOf } from "./pressed.ts";

type Files = ReturnType<typeof printed>;

function list(files: Files, kind: ListKind, slug: string, page: PageNumber = "latest") {
  const path = editionPaths.list(kind, slug, page);
  return decodeHeadlineList(textOf(files, path), path);
}

function index(files: Files, kind: ListKind) {
  const path = editionPaths.listIndex(kind);
  return decodeListIndex(textOf(files, path), path).lists;
}

test("an article stands in the lists of its section, topics, places, authors, picture credits and month", () => {
  const files = printed([illustrated, ...articles(2)]);
  const where = listKinds.flatMap((kind) =>
    index(files, kind)
      .filter(({ slug }) => list(files, kind, slug).headlines.some(({ id }) => id === illustrated.id))
      .map(({ slug }) => `${kind}/${slug}`),
  );
  expect(where.sort()).toEqual(
    [
      "authors/ann-li",
      "authors/bo-ek",
      "credits/ann-li",
      "credits/ann-li-harbour-trust",
      "credits/cna",
      "credits/harbour-trust",
      "months/2025-05",
      "places/lisbon",
      "sections/town",
      "topics/cranes",
      "topics/money",
    ].sort(),
  );
});

test("following a list from its latest page down meets every article once, newest first", () => {
  const files = printed(articles(175));
  const ids: string[] = [];
  for (let page: PageNumber | undefined = "latest"; page; ) {
    const { headlines, fullPages } = list(files, "sections", "harbour", page);
    ids.push(...headlines.map(({ id }) => id));
    const older: number = page === "latest" ? fullPages : page - 1;
    page = older >= 1 ? older : undefined;
  }
  expect(ids).toEqual(
    articles(175)
      .map(({ id }) => id)
      .reverse(),
  );
});

test.each([
  [69, [69], 0],
  [70, [20, 50], 1],
  [119, [69, 50], 1],
  [120, [20, 50, 50], 2],
])("a list of %i articles has pages of %j", (count, sizes, fullPages) => {
  const files = printed(articles(count));
  const latest = list(files, "sections", "harbour");
  const full = Array.from({ length: fullPages }, (_none, at) => list(files, "sections", "harbour", fullPages - at));
  expect([latest, ...full].map(({ headlines }) => headlines.length)).toEqual(sizes);
  expect([latest.count, latest.fullPages]).toEqual([count, fullPages]);
});

test("a full page tells of the list as it was when the page became full", () => {
  const page = list(printed(articles(175)), "sections", "harbour", 2);
  expect([page.page, page.count, page.fullPages]).toEqual([2, 100, 2]);
});

test("a list is called what its newest article calls it", () => {
  const on = (day: number, name: string) =>
    article({
      headline: `Day ${day}`,
      topics: [{ ...named("Ferries"), name }],
      published: `2025-03-0${day}` as Instant,
    });
  expect(index(printed([on(3, "Ferries"), on(1, "FERRIES"), on(2, "ferries")]), "topics")).toEqual([
    { slug: "ferries", name: "Ferries", count: 3, newest: "2025-03-03" },
  ]);
});

test("an article that names a topic twice stands in its list once", () => {
  const files = printed([article({ headline: "Ferry", topics: [named("Ferries"), named("Ferries")] })]);
  expect(list(files, "topics", "ferries").headlines).toHaveLength(1);
});

test("sections stand in the newsroom's order, others after them by name; months newest first; the rest by name", () => {
  const names = ["Zoo", "Town", "Art", "Harbour"];
  const files = printed(
    names.map((name, at) =>
      article({
        headline: name,
        section: named(name),
        topics: [named(name)],
        published: `2025-0${at + 1}-01` as Instant,
      }),
    ),
  );
  const slugs = (kind: ListKind) => index(files, kind).map(({ slug }) => slug);
  expect(slugs("sections")).toEqual(["harbour", "town", "art", "zoo"]);
  expect(slugs("topics")).toEqual(["art", "harbour", "town", "zoo"]);
  expect(slugs("months")).toEqual(["2025-04", "2025-03", "2025-02", "2025-01"]);
});

test("an edition without places says so with an empty list of lists", () => {
  expect(index(printed(articles(1)), "places")).toEqual([]);
});

test("a list's files are under its slug in any script", () => {
  const files = printed([article({ headline: "Ferry", places: [named("لاہور"), named("Şuşa")] })], courier);
  expect([...files.keys()].filter((path) => path.startsWith("lists/places/"))).toEqual([
    "lists/places/لاہور/latest.json",
    "lists/places/susa/latest.json",
    "lists/places/index.json",
  ]);
});
