import { describe, expect, test } from "vitest";
import { filesInPage, handlingOf, pageAddress, pathIn, photographOf } from "#workers/offline-rules.ts";

const scope = "https://courier.example/news/";

describe("how the offline worker answers", () => {
  const asked = (path: string, more: Partial<Request> = {}) =>
    handlingOf({ method: "GET", url: new URL(path, scope).href, mode: "cors", destination: "", ...more }, scope);
  const page = { mode: "navigate", destination: "document" } as const;

  test.each([
    ["articles/harbour", "page"],
    ["", "page"],
    ["search?q=ferry", "page"],
    ["feed.json", "none"],
  ])("a visit to %s: %s", (path, handling) => expect(asked(path, page)).toBe(handling));

  test.each([
    ["manifest.json", "fresh"],
    ["articles/harbour.json", "fresh"],
    ["search/root.json", "fresh"],
    ["search/0123456789abcdef-words-0.bin", "lasting"],
    ["assets/index-DzgwE5T0.js", "lasting"],
    ["pictures/ferry-0a1b2c3d4e-1160.avif", "lasting"],
    ["pictures/map.svg", "fresh"],
    ["service-worker.js", "none"],
    ["embed/v1/articles/harbour.html", "none"],
  ])("a file, %s: %s", (path, handling) => expect(asked(path)).toBe(handling));

  test("a feed from elsewhere is asked for anew, a picture from elsewhere is kept", () => {
    expect(asked("https://feeds.example/feed.json")).toBe("fresh");
    expect(asked("https://photos.example/1.jpg", { mode: "no-cors", destination: "image" })).toBe("foreign-picture");
  });

  test("what changes something, recordings and another site of the same host are left alone", () => {
    expect(asked("articles/harbour", { ...page, method: "POST" })).toBe("none");
    expect(asked("sound.mp3", { destination: "audio", mode: "no-cors" })).toBe("none");
    expect(asked("/other/", page)).toBe("none");
  });
});

test("a page is stored under one address, however a link wrote it", () => {
  const written = ["articles/a", "articles/a/", "articles/a/index.html", "articles/a?utm_source=x#figure-2"];
  expect(new Set(written.map((path) => pageAddress(scope + path)))).toEqual(new Set([`${scope}articles/a/`]));
  expect(pageAddress(scope)).toBe(scope);
});

test("the path of an address is told below the site only", () => {
  expect(pathIn(`${scope}articles/a?b#c`, scope)).toBe("articles/a");
  expect(pathIn("https://courier.example/", scope)).toBeUndefined();
});

test("two sizes of a photograph are known as one, and a drawing as none", () => {
  expect(photographOf("pictures/ferry-0a1b2c3d4e-320.webp")).toBe(photographOf("pictures/ferry-0a1b2c3d4e-1160.avif"));
  expect(photographOf("pictures/map-0a1b2c3d4e.svg")).toBeUndefined();
});

test("the files in a printed page are found, and a damaged page has none", () => {
  const page = (json: string) => `<p>…</p><script type="application/json" id="edition-files">${json}</script></body>`;
  expect(filesInPage(page('[["front.json","{}"]]'))).toEqual([["front.json", "{}"]]);
  expect(filesInPage(page("[["))).toEqual([]);
  expect(filesInPage("<p>")).toEqual([]);
});
