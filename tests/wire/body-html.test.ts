import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { bodyText } from "#domain/article.ts";
import type { Block, Inline } from "#domain/block.ts";
import { plainOfHtml, readBodyHtml, readHtml, textBlocks } from "#wire/body-html.ts";
import { editedHtml } from "./hostile.ts";

const site = "https://courier.example/pier/";
const read = (html: string) => readBodyHtml(html, site);
const paragraph = (...content: Inline[]): Block => ({ kind: "paragraph", content });
const break_: Inline = { kind: "break" };

describe("paragraphs", () => {
  test.each<[string, Block[]]>([
    ["<p>One.</p><p>Two.</p>", [paragraph("One."), paragraph("Two.")]],
    ["One.<p>Two.</p>Three.", [paragraph("One."), paragraph("Two."), paragraph("Three.")]],
    ["<div>One.<div>Two.</div></div>", [paragraph("One."), paragraph("Two.")]],
    ["One.<br><br>Two.", [paragraph("One."), paragraph("Two.")]],
    ["One. <br>\n<br> <br> Two.", [paragraph("One."), paragraph("Two.")]],
    ["One.<br>\n Still one.", [paragraph("One.", break_, "Still one.")]],
    ["<p>  One \n\t two  </p>", [paragraph("One two")]],
    ["<p>10&nbsp;km</p><p>&nbsp;</p><p></p><p><br></p>", [paragraph("10\u00a0km")]],
    ["<p><b> One </b>two</p>", [paragraph({ kind: "strong", content: ["One "] }, "two")]],
    ["<p>One <b><br></b> two<b> </b></p>", [paragraph("One", break_, "two")]],
    ["<dl><dt>Pier</dt><dd>A quay.</dd></dl>", [paragraph("Pier"), paragraph("A quay.")]],
    ["<details><summary>More</summary>Much more.</details>", [paragraph("More"), paragraph("Much more.")]],
    ["plain text", [paragraph("plain text")]],
    ["", []],
  ])("%j", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });
});

describe("marks", () => {
  const marked = (kind: Exclude<Extract<Inline, { content: unknown }>["kind"], "link" | "foreign">): Block[] => [
    paragraph({ kind, content: ["x"] }),
  ];
  test.each<[string, Block[]]>([
    ["<i>x</i>", marked("emphasis")],
    ["<em>x</em>", marked("emphasis")],
    ["<cite>x</cite>", marked("emphasis")],
    ["<b>x</b>", marked("strong")],
    ["<code>x</code>", marked("code")],
    ["<kbd>x</kbd>", marked("code")],
    ["<mark>x</mark>", marked("mark")],
    ["<small>x</small>", marked("small")],
    ["<sub>x</sub>", marked("sub")],
    ["<sup>x</sup>", marked("sup")],
    ["<del>x</del>", marked("strike")],
    ["<u>x</u>", [paragraph("x")]],
    ["<font color=red>x</font>", [paragraph("x")]],
    ["<q>x</q>", [paragraph("“x”")]],
    ['<span lang="ur-pk">x</span>', [paragraph({ kind: "foreign", language: "ur-PK" as never, content: ["x"] })]],
    ['<span lang="no language">x</span>', [paragraph("x")]],
    ["a <b></b> b", [paragraph("a b")]],
  ])("%s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });

  test("that stand around whole paragraphs stand in each of them", () => {
    expect(read("<b><p>One.</p><h2>Two</h2></b>")).toEqual([
      paragraph({ kind: "strong", content: ["One."] }),
      { kind: "crosshead", level: 2, content: [{ kind: "strong", content: ["Two"] }] },
    ]);
  });
});

describe("links", () => {
  const link = (url: string, ...content: Inline[]): Inline => ({ kind: "link", url, content });
  test.each<[string, Block[]]>([
    ['<a href="https://a.example/x">x</a>', [paragraph(link("https://a.example/x", "x"))]],
    ['<a href="plan.html#costs">x</a>', [paragraph(link(`${site}plan.html#costs`, "x"))]],
    ['<a href="mailto:desk@a.example">x</a>', [paragraph(link("mailto:desk@a.example", "x"))]],
    ['<a href="javascript:alert(1)">x</a>', [paragraph("x")]],
    ['<a href="">x</a>', [paragraph("x")]],
    ["<a name=top>x</a>", [paragraph("x")]],
    ['<a href="https://a.example/"></a>x', [paragraph("x")]],
    [
      "<a href=https://a.example/1>x<object><a href=https://a.example/2>y</a></object></a>",
      [paragraph(link("https://a.example/1", "x")), paragraph(link("https://a.example/2", "y"))],
    ],
    [
      "<a href=https://a.example/1><h2>Pier</h2><p>Mended.</p></a>",
      [
        { kind: "crosshead", level: 2, content: [link("https://a.example/1", "Pier")] },
        paragraph(link("https://a.example/1", "Mended.")),
      ],
    ],
  ])("%s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });

  test("around a picture lead on from it, unless they only lead to a larger one", () => {
    const figure: Block = { kind: "figure", picture: { url: "https://a.example/1.jpg", alt: "The pier" } };
    const image = "<img src=https://a.example/1.jpg alt='The pier'>";
    expect(read(`<a href=https://a.example/1-large.jpg>${image}</a>`)).toEqual([figure]);
    expect(read(`<a href=https://a.example/story>${image}</a>`)).toEqual([
      figure,
      { kind: "embed-link", url: "https://a.example/story", title: "The pier" },
    ]);
  });
});

describe("headings, lists, quotes, code and rules", () => {
  test.each<[string, Block[]]>([
    ["<h1>x</h1>", [{ kind: "crosshead", level: 2, content: ["x"] }]],
    ["<h3>x</h3>", [{ kind: "crosshead", level: 3, content: ["x"] }]],
    ["<h6>x</h6>", [{ kind: "crosshead", level: 4, content: ["x"] }]],
    ["<h2><div>One</div><div>Two</div></h2>", [{ kind: "crosshead", level: 2, content: ["One", break_, "Two"] }]],
    ["<h2></h2>", []],
    [
      "<ul><li>One<li><p>Two</p><p>More</p></ul>",
      [{ kind: "list", ordered: false, entries: [[paragraph("One")], [paragraph("Two"), paragraph("More")]] }],
    ],
    [
      "<ol><li>One<ul><li>Inner</ul></ol>",
      [
        {
          kind: "list",
          ordered: true,
          entries: [[paragraph("One"), { kind: "list", ordered: false, entries: [[paragraph("Inner")]] }]],
        },
      ],
    ],
    [
      "<ul>Stray <li>One</li><div>Two</div></ul>",
      [{ kind: "list", ordered: false, entries: [[paragraph("Stray")], [paragraph("One")], [paragraph("Two")]] }],
    ],
    ["<ul><li></li></ul>", []],
    ["<blockquote><p>It holds.</p></blockquote>", [{ kind: "quote", blocks: [paragraph("It holds.")] }]],
    [
      "<blockquote>It holds.<footer>— The master</footer></blockquote>",
      [{ kind: "quote", blocks: [paragraph("It holds.")], attribution: "The master" }],
    ],
    [
      "<blockquote>It holds. <cite>The master</cite></blockquote>",
      [{ kind: "quote", blocks: [paragraph("It holds.")], attribution: "The master" }],
    ],
    [
      "<blockquote>In <cite>The Courier</cite> he wrote.</blockquote>",
      [{ kind: "quote", blocks: [paragraph("In ", { kind: "emphasis", content: ["The Courier"] }, " he wrote.")] }],
    ],
    ["<blockquote><cite>It holds.</cite></blockquote>", [{ kind: "quote", blocks: [paragraph("It holds.")] }]],
    [
      "<aside class='pull-quote'><p>It holds.</p><p>It will.</p><footer>The master</footer></aside>",
      [{ kind: "pull-quote", content: ["It holds.", break_, "It will."], attribution: "The master" }],
    ],
    ["<div class='pullquote'>It holds.</div>", [{ kind: "pull-quote", content: ["It holds."] }]],
    [
      "<div class='pullquote'><h2>Pier</h2><p>It holds.</p></div>",
      [{ kind: "crosshead", level: 2, content: ["Pier"] }, paragraph("It holds.")],
    ],
    ["<aside>Read more.</aside>", [paragraph("Read more.")]],
    [
      "<pre><code class='hljs language-ts'>if (a)\n  b();\n</code></pre>",
      [{ kind: "code", text: "if (a)\n  b();", language: "ts" }],
    ],
    ["<pre>\n\n\n  a<br>b<div>c</div><div>d</div></pre>", [{ kind: "code", text: "  a\nb\nc\nd" }]],
    ["<hr>", [{ kind: "rule" }]],
  ])("%s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });
});

describe("pictures", () => {
  const figure = (picture: object): Block => ({ kind: "figure", picture: { alt: "", ...picture } });
  test.each<[string, Block[]]>([
    [
      "<img src=1.jpg alt='The  pier' width=800 height='600px'>",
      [figure({ url: `${site}1.jpg`, alt: "The pier", width: 800, height: 600 })],
    ],
    ["<p>Before <img src=1.jpg> after</p>", [paragraph("Before"), figure({ url: `${site}1.jpg` }), paragraph("after")]],
    ["<img src=count.gif width=1 height=1>", []],
    ["<img src=javascript:alert(1)>", []],
    ["<img src=javascript:alert(1) alt='The pier'>", [figure({ alt: "The pier" })]],
    ["<img src='data:image/gif;base64,R0lGOD' data-src=1.jpg>", [figure({ url: `${site}1.jpg` })]],
    ["<img srcset='s.jpg 480w, l.jpg 1200w, m.jpg 800w'>", [figure({ url: `${site}l.jpg` })]],
    [
      "<picture><source srcset='a.avif 1x, b.avif 2x'><img alt=Pier></picture>",
      [figure({ url: `${site}b.avif`, alt: "Pier" })],
    ],
    ["It rains <img class=emoji alt=☔ src=https://s.example/r.png> today", [paragraph("It rains ☔ today")]],
    [
      "<h2>Pier <img src=1.jpg></h2>",
      [{ kind: "crosshead", level: 2, content: ["Pier"] }, figure({ url: `${site}1.jpg` })],
    ],
    [
      "<img src=1.jpg data-focal='0.25 .5' data-drawn>",
      [figure({ url: `${site}1.jpg`, focal: { x: 0.25, y: 0.5 }, drawn: true })],
    ],
    ["<img src=1.jpg data-focal='2 3'>", [figure({ url: `${site}1.jpg` })]],
  ])("%s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });

  test.each<[string, Block[]]>([
    [
      "<figure><img src=1.jpg><figcaption>The pier. Photo: Ann Li</figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier.", credit: "Ann Li" })],
    ],
    [
      "<figure><img src=1.jpg><figcaption>The pier <span class='image-credit'>Credit: Ann Li</span></figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier", credit: "Ann Li" })],
    ],
    [
      "<figure><img src=1.jpg><figcaption><div>The pier <span class=credit>Ann Li</span></div></figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier", credit: "Ann Li" })],
    ],
    [
      "<figure><img src=1.jpg><figcaption>The pier. —ISPR <span class=credit>Ann Li</span></figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier. —ISPR", credit: "Ann Li" })],
    ],
    [
      "<figure><img src=1.jpg><figcaption>The pier <small>Ann Li</small></figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier", credit: "Ann Li" })],
    ],
    [
      "<figure><div><a href=1.jpg><img src=1.jpg></a><figcaption><p>The pier.</p><p>In May.</p></figcaption></div></figure>",
      [figure({ url: `${site}1.jpg`, caption: "The pier. In May." })],
    ],
    [
      "<figure><figcaption>It never arrived. —ISPR</figcaption></figure>",
      [figure({ caption: "It never arrived.", credit: "ISPR" })],
    ],
    ["<figure data-alt='A pier'></figure>", [figure({ alt: "A pier" })]],
    [
      "<figure><img src=1.jpg><img src=2.jpg><p>Words.</p><figcaption>The works <cite>Ann Li</cite></figcaption></figure>",
      [
        {
          kind: "gallery",
          pictures: [
            { url: `${site}1.jpg`, alt: "", credit: "Ann Li" },
            { url: `${site}2.jpg`, alt: "", credit: "Ann Li" },
          ],
          caption: "The works",
        },
        paragraph("Words."),
      ],
    ],
    [
      "<figure><figure><img src=1.jpg><figcaption>One</figcaption></figure><figure><img src=2.jpg></figure></figure>",
      [
        {
          kind: "gallery",
          pictures: [
            { url: `${site}1.jpg`, alt: "", caption: "One" },
            { url: `${site}2.jpg`, alt: "" },
          ],
        },
      ],
    ],
    [
      "<figure><figure><img src=1.jpg><figcaption>Inner</figcaption></figure><figcaption>Outer</figcaption></figure>",
      [figure({ url: `${site}1.jpg`, caption: "Inner" }), paragraph("Outer")],
    ],
    [
      "<figure><table><tr><td>a<td>b</table><figcaption>Ships</figcaption></figure>",
      [{ kind: "table", head: [], rows: [[["a"], ["b"]]], caption: "Ships" }],
    ],
    [
      "<figure><blockquote>It holds.</blockquote><figcaption>— The master</figcaption></figure>",
      [{ kind: "quote", blocks: [paragraph("It holds.")], attribution: "The master" }],
    ],
    ["<figure><pre>a</pre><figcaption>Code</figcaption></figure>", [{ kind: "code", text: "a" }, paragraph("Code")]],
  ])("in a figure: %s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });
});

describe("tables, recordings and what is embedded", () => {
  test.each<[string, Block[]]>([
    [
      "<table><caption>Ships</caption><thead><tr><th>Month<th>Ships</thead><tr><td>May<td><b>12</b></table>",
      [
        {
          kind: "table",
          head: [["Month"], ["Ships"]],
          rows: [[["May"], [{ kind: "strong", content: ["12"] }]]],
          caption: "Ships",
        },
      ],
    ],
    [
      "<table><tr><th>Month<th>Ships<tr><td>May<td></table>",
      [{ kind: "table", head: [["Month"], ["Ships"]], rows: [[["May"], []]] }],
    ],
    [
      "<table><tr><td><p>One</p><p>Two</p><td>x</table>",
      [{ kind: "table", head: [], rows: [[["One", break_, "Two"], ["x"]]] }],
    ],
    [
      "<table><tr><td><img src=flag.png width=20 height=14> PK<td>3</table>",
      [{ kind: "table", head: [], rows: [[["PK"], ["3"]]] }],
    ],
    ["<table><tr><td> </table>", []],
    ["<table role=presentation><tr><td>One<td>Two</table>", [paragraph("One"), paragraph("Two")]],
    [
      "<table><tr><td><h2>Pier</h2><td><table><tr><td>a<td>b</table></table>",
      [
        { kind: "crosshead", level: 2, content: ["Pier"] },
        { kind: "table", head: [], rows: [[["a"], ["b"]]] },
      ],
    ],
    [
      "<video src=v.mp4 poster=p.jpg title=Turning>no video</video>",
      [{ kind: "video", url: `${site}v.mp4`, title: "Turning", poster: { url: `${site}p.jpg`, alt: "" } }],
    ],
    [
      "<audio><source src=javascript:1 type=x><source src=a.mp3 type='audio/mpeg; codecs=x'></audio>",
      [{ kind: "audio", url: `${site}a.mp3`, mime: "audio/mpeg" }],
    ],
    ["<video></video>", []],
    [
      "<iframe src='https://www.video.example/embed/1'></iframe>",
      [{ kind: "embed-link", url: "https://www.video.example/embed/1", title: "video.example" }],
    ],
    [
      "<iframe src=about:blank data-src=https://video.example/1 title='The opening'></iframe>",
      [{ kind: "embed-link", url: "https://video.example/1", title: "The opening" }],
    ],
    ["<object data=javascript:1><p>Instead.</p></object>", [paragraph("Instead.")]],
  ])("%s", (html, blocks) => {
    expect(read(html)).toEqual(blocks);
  });
});

test.each([
  "<script>x</script>",
  "<style>x</style>",
  "<form><p>x</p></form>",
  "<svg><text>x</text></svg>",
  "<button>x</button>",
  "<template><p>x</p></template>",
  "<!-- x -->",
])("of %s a reader sees nothing", (html) => {
  expect(read(`<p>before</p>${html}<p>after</p>`)).toEqual([paragraph("before"), paragraph("after")]);
});

test("half a surrogate pair is shown as no character", () => {
  expect(read("a\ud800b")).toEqual([paragraph("a\ufffdb")]);
  expect(textBlocks("a\udfffb")).toEqual([paragraph("a\ufffdb")]);
});

test("plain text has a paragraph for each blank line and a line break for each line end", () => {
  expect(textBlocks("One.\r\nStill one.\r\n \t\r\nTwo <b>two</b>.\n")).toEqual([
    paragraph("One.", break_, "Still one."),
    paragraph("Two <b>two</b>."),
  ]);
});

describe("a title written as HTML is read as text", () => {
  test.each([
    ["Pier &amp; harbour", "Pier & harbour"],
    ["It&#8217;s <em>mended</em>", "It’s mended"],
    ["Pier<br>mended", "Pier mended"],
    ["Pier & harbour", "Pier & harbour"],
    ["R&D at AT&T; Q&A", "R&D at AT&T; Q&A"],
    ["2 < 3 and 3 > 2", "2 < 3 and 3 > 2"],
    ["How to use <div> in HTML", "How to use <div> in HTML"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["  Pier \n mended ", "Pier mended"],
    ["\u202Edenem\u202C reiP", "denem reiP"],
  ])("%s", (html, text) => {
    expect(plainOfHtml(html)).toBe(text);
  });
});

/** The words that stand in HTML, as far as a reader sees them. */
function wordsIn(html: string): string[] {
  const unseen = ["form", "svg", "button", "video", "audio", "iframe"];
  const words: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = parseFragment(html).childNodes;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("value" in node) words.push(...(node.value.match(/w\d+x/gu) ?? []));
    else if ("tagName" in node && !unseen.includes(node.tagName)) waiting.push(...node.childNodes);
  }
  return words.sort();
}

test("every word that a reader sees is kept, once", () => {
  fc.assert(
    fc.property(editedHtml, (html) => {
      let count = 0;
      const numbered = html.replace(/mended|now|İ/gu, () => `w${(count += 1)}x`);
      const kept = bodyText(read(numbered)).match(/w\d+x/gu) ?? [];
      // The one credit of several pictures goes to each of them.
      expect((/<figure/u.test(html) ? [...new Set(kept)] : kept).sort()).toEqual(wordsIn(numbered));
    }),
    { numRuns: 4_000 },
  );
});

describe("HTML that is too much", () => {
  const deep = (tag: string, depth: number) => `<p>before</p>${`<${tag}>`.repeat(depth)}w1x<p>w2x</p>`;

  test.each(["div", "b", "span", "ul><li", "blockquote", "font color=red", "table><tr><td", "figure><figcaption"])(
    "5,000 <%s>, one in the other, keep their words",
    (tag) => {
      expect(bodyText(read(deep(tag, 5_000)))).toMatch(/before\s+w1x\s+w2x/u);
      expect(readHtml(deep(tag, 5_000), site).wordsOnly).toBe("nested too deep, or of too many elements");
      expect(bodyText(read(deep(tag, 300)))).toMatch(/before\s+w1x\s+w2x/u);
    },
  );

  test("nested deeper than any page shows, is flattened below, and what stands beside it keeps its structure", () => {
    const blocks = read(`<h2>Pier</h2>${"<blockquote>".repeat(200)}<p>w1x</p><p>w2x</p>`);
    expect(blocks[0]).toEqual({ kind: "crosshead", level: 2, content: ["Pier"] });
    expect(bodyText(blocks)).toBe("Pier\nw1x\nw2x");
    expect(JSON.stringify(blocks).match(/"quote"/gu)?.length).toBeLessThanOrEqual(81);
  });

  test.each([
    ["paragraphs", "<p>word <b>x</b></p>", 46_000],
    ["line breaks", "<br>", 46_000],
    ["spans", "<span>x</span>", 46_000],
    ["marks", "<b>x</b> ", 46_000],
    ["pictures", "<img src=https://a.example/1.jpg>", 46_000],
    ["entries", "<li>x", 46_000],
    ["cells", "<td>x", 46_000],
    ["inline elements that hold paragraphs", "<span><i><u><p>x</p></u></i></span>", 11_500],
  ])("46,000 %s are read", (_what, html, count) => {
    const around = html.startsWith("<td") ? ["<table><tr>", "</table>"] : ["<ul>", "</ul>"];
    const letters = bodyText(read(`${around[0]}${html.repeat(count)}${around[1]}`)).replace(/[^x]/gu, "");
    expect(letters.length).toBe(/>x/u.test(html) ? count : 0);
  });

  test("long runs of blanks and of signs that begin something cost no more than their length", () => {
    expect(read(`<pre>a${" ".repeat(200_000)}b</pre>`)).toHaveLength(1);
    expect(read(`<p>a${" ".repeat(200_000)}b</p>`)).toEqual([paragraph("a b")]);
    expect(textBlocks(`a${" ".repeat(200_000)}b`)).toHaveLength(1);
    for (const sign of ["<", "&", "<!--", "<a ", "</", "<script", "(", "<p title='"]) read(sign.repeat(100_000));
  });

  test("made of tags that ask for millions of elements, keeps its words", () => {
    const fonts = Array.from({ length: 1_500 }, (_none, at) => `<p><font a=${at}>w${at}x`).join("");
    const { blocks, wordsOnly } = readHtml(fonts, site);
    expect(wordsOnly).toBe("nested too deep, or of too many elements");
    expect(bodyText(blocks)).toContain("w1499x");
  });

  test("of more than four million characters, keeps its words, and says so", () => {
    const long = `<style>p{}</style><p>The <b>pier</b> &amp; 2 < 3</p><!-- x > y --><script>alert("</p>")</script>${"<p>More.</p>".repeat(400_000)}`;
    const { blocks, wordsOnly } = readHtml(long, site);
    expect(wordsOnly).toBe("4800096 characters long");
    expect(blocks[0]).toEqual(paragraph("The pier & 2 < 3"));
    expect(blocks).toHaveLength(400_001);
    expect(readHtml("<p>x</p>", site).wordsOnly).toBeUndefined();
  });
});
