import type { Article } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { article, named } from "../articles.ts";

/** Every kind of block, with everything in it that a block may have. */
export const everyBlock: readonly Block[] = [
  {
    kind: "paragraph",
    content: [
      'The "new" pier & its <crane> cost ',
      { kind: "strong", content: ["two ", { kind: "emphasis", content: ["million"] }] },
      ", says ",
      { kind: "link", url: "https://harbour.example/report?a=1&b=2", content: ["the report"] },
      ".",
      { kind: "break" },
      "In French: ",
      { kind: "foreign", language: "fr" as Language, content: ["la jetée"] },
      " H",
      { kind: "sub", content: ["2"] },
      "O",
      { kind: "sup", content: ["1"] },
      { kind: "mark", content: ["marked"] },
      { kind: "small", content: ["small"] },
      { kind: "strike", content: ["struck"] },
      { kind: "code", content: ["a < b"] },
    ],
  },
  { kind: "crosshead", level: 2, content: ["The crane"] },
  { kind: "crosshead", level: 4, content: ["Its jib"] },
  {
    kind: "list",
    ordered: true,
    entries: [
      [{ kind: "paragraph", content: ["First"] }],
      [
        { kind: "paragraph", content: ["Second"] },
        { kind: "list", ordered: false, entries: [[{ kind: "paragraph", content: ["Inner"] }]] },
      ],
    ],
  },
  { kind: "quote", blocks: [{ kind: "paragraph", content: ["It holds."] }], attribution: "The harbour master" },
  { kind: "quote", blocks: [{ kind: "paragraph", content: ["It held."] }] },
  { kind: "pull-quote", content: ["It will hold."], attribution: "The engineer" },
  {
    kind: "figure",
    picture: {
      url: "https://harbour.example/crane.jpg",
      alt: "A crane",
      caption: "The crane — in May",
      credit: "Ann Li/Harbour Trust",
      width: 800,
      height: 600,
      focal: { x: 0.25, y: 0.5 },
    },
  },
  { kind: "figure", picture: { alt: "", caption: "A picture that never arrived.", credit: "Ann Li" } },
  {
    kind: "gallery",
    caption: "The works, week by week",
    pictures: [
      { url: "https://harbour.example/1.jpg", alt: "Week 1", caption: "Piles", credit: "Ann Li" },
      { url: "https://harbour.example/2.jpg", alt: "Week 2", drawn: true },
    ],
  },
  {
    kind: "table",
    caption: "Ships a month",
    head: [["Month"], ["Ships"]],
    rows: [
      [["May"], [{ kind: "strong", content: ["12"] }]],
      [["June"], ["9"]],
    ],
  },
  { kind: "table", head: [], rows: [[["a"], ["b"]]] },
  { kind: "code", text: 'if (tide < "low") {\n  wait();\n}', language: "ts" },
  { kind: "code", text: "plain" },
  {
    kind: "video",
    url: "https://harbour.example/crane.mp4",
    mime: "video/mp4",
    title: "The crane turns",
    poster: { url: "https://harbour.example/poster.jpg", alt: "" },
  },
  { kind: "audio", url: "https://harbour.example/horn.mp3" },
  { kind: "embed-link", url: "https://video.example/embed/42", title: "The opening, filmed" },
  { kind: "rule" },
  { kind: "paragraph", content: ["The end."] },
];

/** An article that has everything that an article may have. */
export const illustrated: Article = article({
  id: "harbour:42",
  headline: 'Why "a < b" & <em> matter at the pier',
  kicker: "Works",
  standfirst: "A crane, a pier and what they cost.",
  bylines: [
    { ...named("Ann Li"), role: "Harbour correspondent", url: "https://courier.example/ann" },
    { ...named("Bo Ek") },
  ],
  dateline: {
    printed: "LISBON, May 27 (CNA)",
    place: "Lisbon",
    region: "Lisboa",
    agency: "CNA",
    filed: "2025-05-27" as Instant,
  },
  section: named("Town"),
  topics: [named("Cranes"), named("Money")],
  places: [named("Lisbon")],
  published: "2025-05-28" as Instant,
  updated: "2025-05-29T10:00:00+02:00" as Instant,
  body: everyBlock,
  pictures: [
    {
      url: "pictures/pier.png",
      alt: "The pier",
      caption: "The pier on May 28, 2025.",
      credit: "Harbour Trust",
      width: 1200,
      height: 800,
      focal: { x: 0.5, y: 0.25 },
      drawn: true,
    },
    { alt: "", caption: "Only its words came.", credit: "CNA" },
  ],
  corrections: [{ at: "2025-05-29T09:00:00Z" as Instant, text: "An earlier version named another crane." }],
  sources: [{ title: "The report", url: "https://harbour.example/report" }],
  licence: "CC BY 4.0",
  translationOf: "harbour:41",
  canonicalUrl: "https://agency.example/pier",
});
