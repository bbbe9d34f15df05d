import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeFront, type Front } from "#edition/front.ts";
import { article, articles, courier, named } from "../articles.ts";
import { printed, textOf } from "./pressed.ts";

function frontOf(copy: readonly Article[], newsroom: Newsroom = courier): Front {
  return decodeFront(textOf(printed(copy, newsroom), "front.json"), "front.json");
}

function everyHeadline({ lead, underLead, secondaries, latest, slabs }: Front): string[] {
  const headlines = [
    ...(lead ? [lead] : []),
    ...underLead,
    ...secondaries,
    ...latest,
    ...slabs.flatMap((slab) => slab.headlines),
  ];
  return headlines.map(({ id }) => id);
}

const pictured = { pictures: [{ url: "pictures/crane.png", alt: "A crane" }] };

test("no article stands on the front page twice, and a slab holds only its section's, however many there are", () => {
  const drawn = fc.record({
    section: fc.constantFrom("Harbour", "Town", "Art", "Sport"),
    day: fc.integer({ min: 1, max: 28 }),
    pictured: fc.boolean(),
    language: fc.constantFrom("en", "ur"),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 60 }), (drawnCopy) => {
      const copy = drawnCopy.map(({ section, day, pictured: hasPicture, language }, at) =>
        article({
          headline: `Story ${at}`,
          section: named(section),
          published: `2025-03-${String(day).padStart(2, "0")}` as Instant,
          language: language as Language,
          ...(hasPicture && pictured),
        }),
      );
      const front = frontOf(copy);
      const ids = everyHeadline(front);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThanOrEqual(Math.min(copy.length, 14));
      for (const { section, headlines } of front.slabs) {
        expect(headlines.length).toBeGreaterThan(0);
        expect(headlines.every((headline) => headline.section.slug === section.slug)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("the newest story with a picture in the newsroom's language leads", () => {
  const front = frontOf([
    article({ headline: "Oldest pictured", published: "2025-03-01" as Instant, ...pictured }),
    article({ headline: "Newer pictured", published: "2025-03-02" as Instant, ...pictured }),
    article({
      headline: "Newest pictured",
      published: "2025-03-04" as Instant,
      language: "ur" as Language,
      ...pictured,
    }),
    article({ headline: "Newest of all", published: "2025-03-05" as Instant }),
  ]);
  expect(front.lead?.headline).toBe("Newer pictured");
});

test("the story that the newsroom names leads, while it is there", () => {
  const copy = articles(5);
  expect(frontOf(copy, { ...courier, lead: "story-number-2" }).lead?.headline).toBe("Story number 2");
  expect(frontOf(copy, { ...courier, lead: "no-such-story" }).lead?.headline).toBe("Story number 5");
});

test("a small edition fills the page from the top: the newest stories, in the order of the ranks", () => {
  for (let count = 0; count <= 20; count += 1) {
    const { lead, secondaries, underLead, latest, slabs } = frontOf(articles(count));
    const ranked = [...(lead ? [lead] : []), ...underLead, ...secondaries, ...latest].map(({ headline }) => headline);
    const newest = Array.from({ length: count }, (_none, at) => `Story number ${count - at}`);
    expect(ranked).toEqual(newest.slice(0, ranked.length));
    if (slabs.length === 0) expect(ranked).toHaveLength(count);
  }
});

test("slabs come in the newsroom's order of sections, each under the section's name", () => {
  const copy = [
    ...articles(30, { section: named("Town") }),
    ...articles(30, { section: named("Harbour") }).map((one) => ({ ...one, id: `harbour ${one.id}` })),
  ];
  expect(frontOf(copy).slabs.map(({ section, headlines }) => [section.name, headlines.length])).toEqual([
    ["Harbour", 4],
    ["Town", 4],
  ]);
});
