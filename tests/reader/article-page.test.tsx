import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { base64Of } from "#domain/provenance.ts";
import { readCopy } from "#wire/read-copy.ts";
import { article, courier, named } from "../articles.ts";
import { expectFocus, openReader } from "./open-reader.tsx";

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_none, at) => ({
    kind: "paragraph",
    content: [`The ferry sailed for the ${at + 1}th time.`],
  }));

const ferry = article({
  headline: "Ferry sails again",
  kicker: "Timetable",
  standfirst: "The winter boat is back.",
  bylines: [{ ...named("Ada Lane"), role: "harbour correspondent" }],
  dateline: { printed: "LISBON, Portugal", place: "Lisbon", region: "Portugal" },
  topics: [named("Ferries")],
  places: [named("Lisbon")],
  published: "2025-02-28" as Instant,
  updated: "2025-03-01T10:30:00Z" as Instant,
  sources: [{ title: "The harbour office", url: "https://harbour.example/notice" }],
  pictures: [
    {
      url: "pictures/ferry.jpg",
      alt: "A white ferry at a quay",
      caption: "The ferry on Friday.",
      credit: "Bo Reed",
      width: 1200,
      height: 800,
    },
  ],
  body: paragraphs(3),
});

test("an article shows everything that is known of it", async () => {
  openReader("/articles/ferry-sails-again", [ferry]);
  const heading = await screen.findByRole("heading", { level: 1, name: "Ferry sails again" });
  const page = within(heading.closest("article") as HTMLElement);
  expect(page.getByText("Timetable")).toBeVisible();
  expect(page.getByText("The winter boat is back.")).toBeVisible();
  expect(page.getByRole("link", { name: "Ada Lane" })).toBeVisible();
  expect(page.getByText(/harbour correspondent/)).toBeVisible();
  expect(page.getByText("LISBON, Portugal")).toBeVisible();
  expect(page.getByText("28 February 2025")).toHaveAttribute("datetime", "2025-02-28");
  expect(page.getByText("1 March 2025 at 10:30")).toHaveAttribute("datetime", "2025-03-01T10:30:00Z");
  expect(page.getByText("1 minute’s read")).toBeVisible();
  expect(page.getByText("The ferry sailed for the 2th time.")).toBeVisible();
  expect(page.getByRole("link", { name: "Ferries" })).toHaveAttribute("href", "/topics/ferries");
  expect(page.getByRole("link", { name: "Lisbon" })).toHaveAttribute("href", "/places/lisbon");
  expect(page.getByRole("link", { name: "The harbour office" })).toHaveAttribute(
    "href",
    "https://harbour.example/notice",
  );
});

test("a picture has its caption and its credit as elements of their own, and the credit leads to all of that credit", async () => {
  openReader("/articles/ferry-sails-again", [ferry]);
  const figure = await screen.findByRole("figure");
  expect(within(figure).getByAltText("A white ferry at a quay")).toHaveAttribute("src", "/pictures/ferry.jpg");
  expect(within(figure).getByText("The ferry on Friday.")).toBeVisible();
  expect(within(figure).getByRole("link", { name: "Bo Reed" })).toHaveAttribute("href", "/credits/bo-reed");
});

test("a picture whose file never came keeps its caption and credit on the page", async () => {
  openReader("/articles/ferry-sails-again", [
    { ...ferry, pictures: [{ alt: "", caption: "The ferry on Friday.", credit: "Bo Reed" }] },
  ]);
  const figure = await screen.findByRole("figure");
  expect(figure).toHaveTextContent("The ferry on Friday.");
  expect(figure).toHaveTextContent("Bo Reed");
  expect(within(figure).queryByRole("img")).toBeNull();
});

test("the page’s head is the article’s: title, description and language", async () => {
  openReader("/articles/ferry-sails-again", [{ ...ferry, language: "ur" as Language, direction: "rtl" }]);
  await screen.findByRole("heading", { level: 1, name: "Ferry sails again" });
  expect(document.title).toBe("Ferry sails again – The Courier");
  const meta = (name: string) => document.head.querySelector(`meta[${name}]`)?.getAttribute("content");
  expect(meta('name="description"')).toBe("The winter boat is back.");
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ur", "rtl"]);
});

test("every block of a body is shown", async () => {
  const body: Block[] = [
    { kind: "crosshead", level: 2, content: ["What was found"] },
    {
      kind: "paragraph",
      content: ["See ", { kind: "link", url: "https://harbour.example/", content: ["the notice"] }],
    },
    { kind: "list", ordered: true, entries: [[{ kind: "paragraph", content: ["First boat"] }]] },
    { kind: "quote", blocks: [{ kind: "paragraph", content: ["We waited."] }], attribution: "A passenger" },
    { kind: "pull-quote", content: ["It sails."] },
    { kind: "figure", picture: { url: "pictures/quay.jpg", alt: "A quay", credit: "Bo Reed" } },
    { kind: "table", head: [["Boat"]], rows: [[["Blue"]]], caption: "Boats" },
    { kind: "code", text: "let boat;" },
    { kind: "audio", url: "https://harbour.example/horn.mp3", title: "The horn" },
    { kind: "embed-link", url: "https://video.example/v", title: "The video" },
    { kind: "rule" },
  ];
  openReader("/articles/ferry-sails-again", [{ ...ferry, body }]);
  expect(await screen.findByRole("heading", { level: 2, name: "What was found" })).toBeVisible();
  expect(screen.getByRole("link", { name: "the notice" })).toHaveAttribute("href", "https://harbour.example/");
  expect(screen.getByText("First boat").closest("ol")).toBeVisible();
  expect(screen.getByText("We waited.").closest("blockquote")).toHaveTextContent("A passenger");
  expect(screen.getByText("It sails.")).toBeVisible();
  expect(screen.getByAltText("A quay")).toBeVisible();
  expect(screen.getByRole("table", { name: "Boats" })).toBeVisible();
  expect(screen.getByRole("region", { name: "Code" })).toHaveTextContent("let boat;");
  expect(screen.getByLabelText("The horn")).toHaveAttribute("src", "https://harbour.example/horn.mp3");
  expect(screen.getByRole("link", { name: "The video" })).toBeVisible();
  expect(screen.getByRole("separator")).toBeVisible();
});

test("a correction stands above the text with its date", async () => {
  openReader("/articles/ferry-sails-again", [
    { ...ferry, corrections: [{ at: "2025-03-01" as Instant, text: "The boat is blue, not white." }] },
  ]);
  const note = await screen.findByRole("complementary", { name: "Correction" });
  expect(note).toHaveTextContent("The boat is blue, not white.");
  expect(note.compareDocumentPosition(screen.getByText("The ferry sailed for the 1th time."))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});

const about = (headline: string, said: Partial<Article> = {}) =>
  article({
    headline,
    places: [named("Lisbon")],
    body: [{ kind: "paragraph", content: ["Customs officers opened the bonded warehouse at the quay."] }],
    ...said,
  });

test("related stories say why they are related, and none is the story itself", async () => {
  openReader("/articles/warehouse-opened", [
    about("Warehouse opened"),
    about("Officers at the quay", {
      body: [
        { kind: "paragraph", content: ["The bonded warehouse was searched again by customs officers on Monday."] },
      ],
    }),
    ...Array.from({ length: 6 }, (_none, at) => article({ headline: `Band number ${at} plays in town` })),
  ]);
  const panel = within(await screen.findByRole("region", { name: "Related" }));
  expect(panel.getByRole("link", { name: "Officers at the quay" })).toBeVisible();
  expect(panel.getByText("Also in Lisbon")).toBeVisible();
  expect(panel.queryByRole("link", { name: "Warehouse opened" })).toBeNull();
});

test("in a long article the best related story stands beside the text and not again in the panel", async () => {
  openReader("/articles/warehouse-opened", [
    about("Warehouse opened", {
      body: [...paragraphs(12), { kind: "paragraph", content: ["Customs officers opened the bonded warehouse."] }],
    }),
    about("Officers at the quay"),
    ...Array.from({ length: 6 }, (_none, at) => article({ headline: `Band number ${at} plays in town` })),
  ]);
  const aside = within(await screen.findByRole("complementary", { name: "Also read" }));
  expect(aside.getByRole("link", { name: "Officers at the quay" })).toBeVisible();
  expect(screen.getAllByRole("link", { name: "Officers at the quay" })).toHaveLength(1);
});

test("the stories before and after it in its section are a link away", async () => {
  const { user } = openReader("/articles/second-boat", [
    article({ headline: "First boat", published: "2025-02-01" as Instant }),
    article({ headline: "Second boat", published: "2025-02-02" as Instant }),
    article({ headline: "Third boat", published: "2025-02-03" as Instant }),
  ]);
  const neighbours = within(await screen.findByRole("navigation", { name: "More in Harbour" }));
  expect(neighbours.getByRole("link", { name: "Earlier First boat" })).toHaveAttribute("rel", "prev");
  await user.click(neighbours.getByRole("link", { name: "Later Third boat" }));
  const focused = await screen.findByRole("heading", { level: 1, name: "Third boat" });
  await expectFocus(() => focused);
});

const wireStory =
  "date 2025-02-28 The ferry at the quay on February 28, 2025. —HARBOUR\n\nLISBON: The ferry “Aurora” sailed.\n\nIt was late.\n";

function readWireStory(text: string): readonly Article[] {
  const bytes = new TextEncoder().encode(text);
  return readCopy({ name: "ferry.txt", bytes }, { newsroom: courier, received: "2025-03-01" as Instant }).articles;
}

test("wire copy can be viewed as it was filed, each part with the field that it gave", async () => {
  const { user } = openReader("/articles/the-ferry-aurora-sailed", readWireStory(wireStory));
  await user.click(await screen.findByRole("link", { name: "View as filed" }));
  const filed = await screen.findByRole("region", { name: "As filed" });
  for (const field of ["Date", "Caption", "Credit", "Dateline", "Paragraph"]) {
    expect(within(filed).getAllByText(field).length, field).toBeGreaterThan(0);
  }
  const names = ["Date", "Caption", "Credit", "Dateline", "Paragraph"];
  const shown = [...filed.childNodes].map((part) =>
    [...part.childNodes]
      .filter((child) => !names.includes(child.textContent ?? ""))
      .map((child) => child.textContent)
      .join(""),
  );
  expect(shown.join("")).toBe(wireStory);
  await user.click(screen.getByRole("link", { name: "Back to the story" }));
  expect(await screen.findByRole("link", { name: "View as filed" })).toBeVisible();
});

test("a headline that was made from the first sentence says so", async () => {
  openReader("/articles/the-ferry-aurora-sailed", readWireStory(wireStory));
  expect(await screen.findByText(/headline was made from the first sentence/u)).toBeVisible();
});

test("an article that came from a feed has nothing to view as filed", async () => {
  openReader("/articles/ferry-sails-again/filed", [ferry]);
  expect(await screen.findByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
});

test("a withdrawn article says so and why, and nothing of its text is left", async () => {
  openReader("/articles/ferry-sails-again", [
    article({ headline: "Town band plays" }),
    { ...ferry, release: { kind: "withdrawn", reason: "It named the wrong boat." } },
  ]);
  expect(await screen.findByText(/It named the wrong boat\./u)).toBeVisible();
  expect(screen.getByText("This article has been withdrawn.")).toBeVisible();
  expect(screen.queryByText("The ferry sailed for the 1th time.")).toBeNull();
});

test("a headline with marks of a script’s direction keeps its words in order", async () => {
  openReader("/articles/ferry-sails-again", [
    { ...ferry, id: "urdu", headline: "لاچین میں ملاقات", language: "ur" as Language, direction: "rtl" },
  ]);
  const heading = await screen.findByRole("heading", { level: 1, name: "لاچین میں ملاقات" });
  expect(heading.closest("[lang]")).toHaveAttribute("dir", "rtl");
});

test("the bytes of a filed story survive their way through the edition", () => {
  const [story] = readWireStory(wireStory);
  expect(story?.provenance).toMatchObject({ kind: "wire-text", filed: base64Of(new TextEncoder().encode(wireStory)) });
});
