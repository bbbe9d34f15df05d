import { expect, test } from "vitest";
import { buildIndex, buildInSteps, type SearchDocument } from "#search/build-index.ts";
import { madeWithRests } from "#workers/with-rests.ts";

const documents = Array.from(
  { length: 500 },
  (_none, at): SearchDocument => ({
    fields: { headline: `story ${at}`, lead: "", body: `word${at} `.repeat(20) },
    facets: {},
    day: "2025-05-28",
    stored: at,
  }),
);

test("what is asked for while an index is made gets its turn before that is done", async () => {
  let now = 0;
  const files = Array.from({ length: 20 }, (_none, at) => ({ path: `search/${at}`, content: String(at) }));
  const turns: string[] = [];
  const making = madeWithRests(files, () => (now += 10)).then(() => turns.push("index"));
  setTimeout(() => turns.push("page"));
  await making;
  expect(turns).toEqual(["page", "index"]);
});

test("an index may rest often while it is made, and is the same as one made in one go", () => {
  const steps = [...buildInSteps(documents)];
  const firstFile = steps.findIndex((file) => file !== undefined);
  expect(firstFile).toBeGreaterThan(10);
  expect(steps.filter((file) => file !== undefined)).toEqual([...buildIndex(documents)]);
});
