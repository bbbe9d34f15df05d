import { expect, test } from "vitest";
import { nearestOf } from "#domain/nearest.ts";

const known = ["press", "check", "serve", "start", "timeZone"];

test.each([
  ["pres", "press"],
  ["sevre", "serve"],
  ["serve", "serve"],
  ["timezone", "timeZone"],
  ["time_zone", "timeZone"],
  ["strat", "start"],
])("who wrote “%s” meant “%s”", (word, meant) => {
  expect(nearestOf(word, known)).toBe(meant);
});

test.each(["publish", "x-ray", "serviceable"])("“%s” is near to nothing", (word) => {
  expect(nearestOf(word, known)).toBeUndefined();
});

test("of two words that are as near the first one is meant", () => {
  expect(nearestOf("cat", ["cart", "cast"])).toBe("cart");
});
