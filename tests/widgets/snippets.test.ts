import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { frameSnippet, letterSnippet, type Placed, scriptSnippet } from "#widgets/snippets.ts";

const placed: Placed = {
  site: "https://courier.example/news/",
  embedded: { kind: "card", slug: "ferry" },
  title: "Ferry sails again",
  newsroomName: "The Courier",
  language: "en",
  direction: "ltr",
  path: "articles/ferry",
  theme: "auto",
  height: 240,
  isLive: false,
};

const hostile = [
  `"><script>alert(1)</script>`,
  `' onload='alert(1)`,
  `" onload="alert(1)" x="`,
  "</iframe><img src=x onerror=alert(1)>",
  "</p></blockquote><script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "<!--",
  "]]>",
  "`${alert(1)}`",
];

function parsed(html: string): Document {
  return new JSDOM(html).window.document;
}

test("the usual snippet is a titled, lazy frame with its height reserved twice, and a link that is always seen", () => {
  const page = parsed(frameSnippet(placed));
  const frame = page.querySelector("iframe");
  expect(frame?.getAttribute("src")).toBe("https://courier.example/news/embed/v1/card/ferry.html?theme=auto");
  expect(frame?.getAttribute("title")).toBe("Ferry sails again – The Courier");
  expect(frame?.getAttribute("height")).toBe("240");
  expect(frame?.getAttribute("style")).toContain("height:240px!important");
  expect(frame?.getAttribute("loading")).toBe("lazy");
  expect(page.querySelector("p a")?.getAttribute("href")).toBe("https://courier.example/news/articles/ferry");
  expect(page.querySelector("p")?.textContent).toBe("Ferry sails again – The Courier");
  expect(page.querySelector("script")).toBeNull();
});

test("without script the frame is nobody’s; with it, it is the newsroom’s, so that nobody else hears the page", () => {
  const sandboxIn = (snippet: string) => parsed(snippet).querySelector("iframe")?.getAttribute("sandbox")?.split(" ");
  expect(sandboxIn(frameSnippet(placed))).toEqual([
    "allow-scripts",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
    "allow-forms",
  ]);
  expect(sandboxIn(scriptSnippet(placed, { path: "embed/v1.js" }))).toContain("allow-same-origin");
});

test("a script that is pinned carries its hash, and is asked for without cookies", () => {
  const page = parsed(scriptSnippet(placed, { path: "embed/v1-0a1b2c3d4e.js", integrity: "sha384-abc" }));
  const script = page.querySelector("script");
  expect(script?.src).toBe("https://courier.example/news/embed/v1-0a1b2c3d4e.js");
  expect(script?.getAttribute("integrity")).toBe("sha384-abc");
  expect(script?.getAttribute("crossorigin")).toBe("anonymous");
  expect(script?.hasAttribute("async")).toBe(true);
});

test("a colour and a theme stand in the address, and so does what a live site is to show", () => {
  const srcOf = (said: Partial<Placed>) =>
    parsed(frameSnippet({ ...placed, ...said }))
      .querySelector("iframe")
      ?.getAttribute("src");
  expect(srcOf({ theme: "dark", accent: "aa0000" })).toBe(
    "https://courier.example/news/embed/v1/card/ferry.html?theme=dark&accent=aa0000",
  );
  expect(srcOf({ isLive: true })).toBe("https://courier.example/news/embed/v1/live.html?kind=card&id=ferry&theme=auto");
});

test("a slug in another script, and one with signs that addresses know, lead to the page itself", () => {
  const embedded = { kind: "card", slug: "لاچین-ملاقات" } as const;
  expect(frameSnippet({ ...placed, embedded })).toContain(`/card/${encodeURIComponent("لاچین-ملاقات")}.html?`);
});

describe.each(hostile)("a headline, a name or a language that reads %s", (text) => {
  test.each([
    ["without script", frameSnippet],
    ["with script", (one: Placed) => scriptSnippet(one, { path: "embed/v1.js" })],
    ["for newsletters", letterSnippet],
  ])("stays text in the snippet %s", (_name, snippet) => {
    const shape = (page: Document) =>
      [...page.querySelectorAll("*")].map(({ localName, attributes }) => [
        localName,
        [...attributes].map(({ name }) => name),
      ]);
    const usual = parsed(snippet(placed));
    const page = parsed(snippet({ ...placed, title: text, newsroomName: text, language: text, path: text }));
    expect(shape(page)).toEqual(shape(usual));
    expect(page.querySelector("a")?.textContent).toBe(text);
  });
});
