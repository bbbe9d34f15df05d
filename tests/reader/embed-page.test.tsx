import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Article } from "#domain/article.ts";
import { article, articles, courier, named } from "../articles.ts";
import { openReader, printedSite } from "./open-reader.tsx";

const ferry = article({ headline: "Ferry sails again", topics: [named("Ferries")] });
const located = { ...courier, url: "https://courier.example/" };

/** A site with every embed of these stories. */
function siteWithEmbeds(stories: readonly Article[], newsroom = courier) {
  const site = printedSite(stories, newsroom);
  const pages = stories.flatMap(({ slug }) =>
    ["card", "article", "related", "timeline"].map((kind) => `embed/v1/${kind}/${slug}.html`),
  );
  for (const path of [
    ...pages,
    "embed/v1/topics/ferries.html",
    "embed/v1/sections/harbour.html",
    "embed/v1/search.html",
  ])
    site.set(path, "<!doctype html>");
  site.set("embed/v1.js", "0123456789");
  return site;
}

const code = () => screen.getByRole("tabpanel").querySelector("pre")?.textContent ?? "";
const shows = (text: string) => waitFor(() => expect(code()).toContain(text));

test("an article’s Embed link opens the page with that story chosen", async () => {
  const { user, here } = openReader("/articles/ferry-sails-again", siteWithEmbeds([ferry, ...articles(2)]));
  await user.click(await screen.findByRole("link", { name: "Embed" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Embed on your page" })).toBeVisible();
  expect(here().search).toBe("?id=ferry-sails-again");
  await shows("/embed/v1/card/ferry-sails-again.html?theme=auto");
  expect(screen.getByTitle("Ferry sails again")).toHaveAttribute(
    "src",
    "http://localhost:3000/embed/v1/card/ferry-sails-again.html?theme=auto",
  );
});

test("what is chosen stands in the address, in the preview and in the code", async () => {
  const { user, here } = openReader("/embed", siteWithEmbeds([ferry]));
  await user.selectOptions(await screen.findByLabelText("What to show"), "A whole story to read in a box");
  await shows("/embed/v1/article/ferry-sails-again.html");
  await user.selectOptions(screen.getByLabelText("Colours"), "Dark");
  await shows("?theme=dark");
  await user.selectOptions(screen.getByLabelText("What to show"), "Topics");
  await shows("/embed/v1/topics/ferries.html?theme=dark");
  expect(here().search).toBe("?kind=topics&theme=dark");
  expect(screen.getByTitle("Ferries")).toHaveAttribute(
    "src",
    expect.stringContaining("/topics/ferries.html?theme=dark"),
  );
});

test("an address brings a choice back, and what is wrong in it is left out", async () => {
  openReader("/embed?kind=nonsense&theme=pink&accent=red%3B&id=ferry-sails-again", siteWithEmbeds([ferry]));
  await screen.findByRole("tabpanel");
  expect(code()).toContain("/embed/v1/card/ferry-sails-again.html?theme=auto&quot;".replace("&quot;", '"'));
});

test("a colour that is too faint to read is told of", async () => {
  openReader("/embed?accent=eeeeaa&theme=light", siteWithEmbeds([ferry]));
  expect(await screen.findByText(/too faint for text/u)).toBeVisible();
  expect(code()).toContain("accent=eeeeaa");
});

test("there is a tab for each way to embed, and arrows lead from one to the next", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry], located));
  await user.click(await screen.findByRole("tab", { name: "Without script" }));
  expect(code()).toMatch(/^<iframe [^>]+><\/iframe>\n<p /u);
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("tab", { name: "With script", selected: true })).toHaveFocus();
  expect(code()).toContain('<script async src="https://courier.example/embed/v1.js"></script>');
  await user.keyboard("{ArrowRight}");
  expect(code()).toBe("https://courier.example/articles/ferry-sails-again");
  await user.keyboard("{ArrowRight}");
  expect(code()).toMatch(/^<blockquote /u);
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("tab", { name: "Without script", selected: true })).toHaveFocus();
});

test("a site that does not know where it lives cannot be pasted by its address, and says why", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry]));
  await user.click(await screen.findByRole("tab", { name: "An address to paste" }));
  expect(screen.getByText(/its newsroom\.json says none/u)).toBeVisible();
});

test("the script can be pinned by its hash, and its size is told", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry], located));
  await user.click(await screen.findByRole("tab", { name: "With script" }));
  const panel = await screen.findByText(/script of 10 bytes/u).then(() => screen.getByRole("tabpanel"));
  const [, pinned] = within(panel).getAllByText(/<dateline-embed/u);
  expect(pinned).toHaveTextContent('src="https://courier.example/embed/v1-84d89877f0.js" integrity="sha384-');
  expect(panel).toHaveTextContent(
    "script-src https://courier.example/embed/v1.js https://courier.example/embed/v1-84d89877f0.js",
  );
});

test("trying one embed after another leaves nothing to go back through", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry]));
  const frame = await screen.findByTitle("Ferry sails again");
  await user.selectOptions(screen.getByLabelText("Colours"), "Dark");
  // A frame that is sent to another address makes an entry of the history; one that is new makes none.
  expect(frame).not.toBeInTheDocument();
  expect(frame).toHaveAttribute("src", expect.stringContaining("theme=auto"));
});

test("the code is copied, and that is confirmed; where copying is not allowed, that is told", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry]));
  const copy = await screen.findByRole("button", { name: "Copy" });
  await user.click(copy);
  expect(await screen.findByText("Copied")).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(code());
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  await user.click(copy);
  expect(await screen.findByText(/Select the code/u)).toBeVisible();
});

test("what the embedding page’s own policy must allow is told", async () => {
  openReader("/embed", siteWithEmbeds([ferry], located));
  expect(await screen.findByText("frame-src https://courier.example")).toBeVisible();
});

test("a story that has no embed page is told of instead of shown as a broken frame", async () => {
  const { ferryPage, site } = { ferryPage: "embed/v1/card/ferry-sails-again.html", site: siteWithEmbeds([ferry]) };
  site.delete(ferryPage);
  openReader("/embed", site);
  expect(await screen.findByRole("alert")).toHaveTextContent("no embed page for this choice");
  expect(screen.queryByRole("tabpanel")).not.toBeInTheDocument();
});

test("a hostile headline stays text on the page and in the code", async () => {
  const headline = `"><script>alert(1)</script>`;
  const story = article({ headline, slug: ferry.slug } as Parameters<typeof article>[0]);
  openReader("/embed", siteWithEmbeds([story]));
  await screen.findByRole("tabpanel");
  expect(code()).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(document.querySelector("main script")).toBeNull();
});

test("an empty edition has nothing to embed, and says so", async () => {
  openReader("/embed", siteWithEmbeds([]));
  expect(await screen.findByText("There are no articles yet.")).toBeVisible();
});

test("partners are told step by step how to embed, in WordPress, Ghost, React and plain HTML", async () => {
  const { user } = openReader("/embed", siteWithEmbeds([ferry], located));
  await user.click(await screen.findByRole("link", { name: "How to embed, step by step" }));
  expect(await screen.findByRole("heading", { level: 1, name: "How to embed, step by step" })).toBeVisible();
  const ways = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(ways).toEqual(expect.arrayContaining(["A page in plain HTML", "WordPress", "Ghost", "React"]));
  await user.click(screen.getByRole("link", { name: "Embed on your page" }));
  expect(await screen.findByRole("tablist")).toBeVisible();
});

test("on a narrow screen the preview starts as wide as there is room for it", async () => {
  vi.stubGlobal("innerWidth", 390);
  openReader("/embed", siteWithEmbeds([ferry]));
  expect(await screen.findByLabelText(/Width of the place/u)).toHaveValue("324");
  vi.unstubAllGlobals();
});

test("a story that is not there is missed at its own address only", async () => {
  const { visit, back } = openReader("/embed?id=ferry-sails-again", siteWithEmbeds([ferry]));
  const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
  await heading("Embed on your page");
  await visit("/embed?id=no-such-story");
  await heading("We could not find that article");
  back();
  expect(await heading("Embed on your page")).toBeVisible();
});
