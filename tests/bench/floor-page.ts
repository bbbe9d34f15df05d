import { type Article, readingMinutes } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Picture } from "#domain/picture.ts";
import type { ArticleDocument, Reason } from "#edition/article-document.ts";
import type { Front } from "#edition/front.ts";
import type { Headline } from "#edition/headline.ts";
import type { Manifest } from "#edition/manifest.ts";
import { renderBlocks } from "#press/block-html.ts";
import { type PicturePlace, sourcesOf } from "#ui/picture-places.ts";

/**
 * The pages that somebody would write by hand who has the same words, the same pictures in the same renditions, the same two fonts
 * and care for speed, and no application: what ours are measured against. `head` is what the page tells machines of itself: title,
 * description, Open Graph and structured data.
 */
export type FloorPages = {
  readonly front: (front: Front, head: string) => string;
  readonly article: (document: ArticleDocument, head: string) => string;
};

/** The paths of the text face and the interface face, which a page asks for before it knows that it needs them. */
export type FloorFonts = { readonly text: string; readonly ui: string };

export function floorPages(manifest: Manifest, fonts: FloorFonts): FloorPages {
  const { newsroom } = manifest;
  const page = (head: string, body: string) => `<!doctype html>
<html lang="${newsroom.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${[fonts.ui, fonts.text].map(fontPreload).join("")}<style>${styles(fonts)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
${body}
<footer class="foot">
<div><b>${text(newsroom.name)}</b><p class="meta">${manifest.articles} articles${manifest.newest ? ` · Latest ${time(manifest.newest, moment(manifest.newest))}` : ""}</p></div>
<nav aria-label="More"><a href="/archive">Archive</a><a href="/topics">Topics</a><a href="/places">Places</a><a href="/authors">Authors</a><a href="/credits">Picture credits</a><a href="/search">Search</a><a href="/saved">Saved</a><a href="/settings">Reading settings</a><a href="/catch-up">Catch up</a><a href="/offline">Offline reading</a><a href="/open">Open a file</a><a href="/feed.json">Feed</a><a href="/notices.txt">Licences</a></nav>
</footer>
</body>
</html>
`;
  const sections = manifest.sections.map(({ slug, name }) => `<a href="/sections/${slug}">${text(name)}</a>`).join("");
  return {
    front: ({ lead, underLead, secondaries, latest, slabs }, head) =>
      page(
        head,
        `<header><div class="name">${text(newsroom.name)}</div><p class="meta">${manifest.newest ? time(manifest.newest, day(manifest.newest)) : ""} ${text(newsroom.tagline ?? "")}</p>
<nav class="bar" aria-label="Sections">${sections}</nav>
<form action="/search" role="search"><input type="search" name="q" aria-label="Search for" placeholder="Search"><button>Search</button></form></header>
<main id="main"><h1 class="unseen">${text(newsroom.name)}</h1>
<div class="top"><div>${lead ? leadStory(lead) : ""}<div class="two">${underLead.map(brief).join("")}</div></div>
<div>${secondaries.map((story, at) => (at === 0 ? pictured(story, "secondary") : brief(story))).join("")}</div>
<section><h2>Latest</h2>${latest.map(line).join("")}</section></div>
${slabs.map(({ section, headlines: [first, ...rest] }) => `<section class="slab"><h2><a href="/sections/${section.slug}">${text(section.name)}</a></h2><div class="two">${first ? pictured(first, "slab") : ""}<div>${rest.map(line).join("")}</div></div></section>`).join("\n")}
</main>`,
      ),
    article: (document, head) =>
      page(
        head,
        `<header class="row"><a class="name" href="/">${text(newsroom.name)}</a><nav class="bar" aria-label="Sections">${sections}</nav><details><summary>Sections</summary></details><a href="/search">Search</a></header>
${articleMain(document)}`,
      ),
  };
}

function fontPreload(path: string): string {
  return `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>\n`;
}

function articleMain({ article, related, neighbours }: ArticleDocument): string {
  const { headline, standfirst, section, kicker, pictures, body, published, updated, bylines, dateline } = article;
  const aside = body.length < 9 ? undefined : related[0];
  const panel = aside ? related.slice(1) : related;
  const minutes = readingMinutes(body);
  const middle = Math.ceil(body.length * 0.4);
  const names = bylines.map(({ name, slug }) => `<a href="/authors/${slug}">${text(name)}</a>`).join(", ");
  return `<main id="main"><article>
<p class="kicker"><a href="/sections/${section.slug}">${text(section.name)}</a> ${text(kicker ?? "")}</p>
<h1>${text(headline)}</h1>
${standfirst ? `<p class="standfirst">${text(standfirst)}</p>` : ""}
<p class="byline">${names ? `By ${names}` : ""}</p>
<p class="meta">${dateline ? `Filed from ${text(dateline.printed)} ` : ""}Published ${time(published, moment(published))}${updated ? ` Updated ${time(updated, moment(updated))}` : ""} ${minutes === 1 ? "1 minute’s read" : `${minutes} minutes’ read`} <a href="/embed?id=${article.slug}">Embed</a></p>
<p class="bar"><button>Save</button><button>Text and colours</button><button>Listen</button><button>Share</button></p>
${pictures.map((picture, at) => figure(picture, "articleLead", at === 0, true)).join("")}
<div class="text">${blocks(body.slice(0, middle))}
${aside ? `<aside><a href="#after">Go on reading</a><p class="kicker">${text(why(aside.reason))}</p><p class="h3"><a href="/articles/${aside.headline.slug}">${text(aside.headline.headline)}</a></p></aside>` : ""}
${blocks(body.slice(middle))}</div>
${footLinks(article)}
</article>
<section class="slab"><h2>Related</h2><div class="four">${panel.map(({ headline: story, reason }) => `<div class="related"><div>${heading(story)}<p class="kicker">${text(why(reason))}</p>${meta(story)}</div>${story.picture ? small(story.picture, "related") : ""}</div>`).join("")}</div></section>
<nav class="two slab" aria-label="More in ${text(section.name)}">${neighbour(neighbours.previous, "Earlier", "prev")}${neighbour(neighbours.next, "Later", "next")}</nav>
</main>`;
}

function why(reason: Reason): string {
  switch (reason.kind) {
    case "place":
      return `Also in ${reason.name}`;
    case "topic":
      return `Also about ${reason.name}`;
    case "author":
      return `Also by ${reason.name}`;
    case "words":
      return `Both mention ${reason.words.join(", ")}`;
  }
}

function footLinks({ topics, places, sources }: Article): string {
  const links = (title: string, kind: string, names: Article["topics"]) =>
    names.length === 0
      ? ""
      : `<h2 class="meta">${title}</h2><p class="bar">${names.map(({ slug, name }) => `<a href="/${kind}/${slug}">${text(name)}</a>`).join("")}</p>`;
  const rest = sources.map(({ title, url }) => `<p><a href="${text(url)}">${text(title)}</a></p>`).join("");
  return `${links("Topics", "topics", topics)}${links("Places", "places", places)}${rest ? `<h2 class="meta">Sources</h2>${rest}` : ""}`;
}

function neighbour(story: Headline | undefined, label: string, rel: string): string {
  if (!story) return "";
  return `<a rel="${rel}" href="/articles/${story.slug}"><span class="kicker">${label}</span> <span class="h3">${text(story.headline)}</span></a>`;
}

/** The house's own figures, since a picture of the body has renditions too; everything else as feeds have it. */
function blocks(body: readonly Block[]): string {
  return body
    .map((block) =>
      block.kind === "figure" ? figure(block.picture, "body", false, false) : renderBlocks([block], (url) => url),
    )
    .join("\n");
}

function leadStory(story: Headline): string {
  return `<article><h2 class="splash"><a href="/articles/${story.slug}">${text(story.headline)}</a></h2>${story.picture ? small(story.picture, "frontLead", true) : ""}<p class="standfirst">${text(story.summary)}</p>${meta(story)}</article>`;
}

function pictured(story: Headline, place: PicturePlace): string {
  return `<article class="pictured">${story.picture ? small(story.picture, place) : ""}<div>${heading(story)}<p>${text(story.summary)}</p>${meta(story)}</div></article>`;
}

function brief(story: Headline): string {
  return `<article>${heading(story)}<p>${text(story.summary)}</p>${meta(story)}</article>`;
}

function line(story: Headline): string {
  return `<article>${heading(story)}${meta(story)}</article>`;
}

function heading({ slug, headline }: Headline): string {
  return `<h3><a href="/articles/${slug}">${text(headline)}</a></h3>`;
}

function meta({ kicker, section, published, updated }: Headline): string {
  const instant = updated ?? published;
  return `<p class="meta"><b>${text(kicker ?? section.name)}</b> ${time(instant, day(instant))}</p>`;
}

function small(picture: Picture, place: PicturePlace, isFirst = false): string {
  return `<div class="picture">${image(picture, place, isFirst, "", { width: 1200, height: 800 })}${picture.credit ? `<p class="micro"><span class="unseen">Image source: </span>${text(picture.credit)}</p>` : ""}</div>`;
}

function figure(picture: Picture, place: PicturePlace, isFirst: boolean, isLinked: boolean): string {
  const { url, caption, credit, width, height, alt } = picture;
  const slug = credit?.toLowerCase().replace(/[^a-z0-9]+/gu, "-") ?? "";
  const shownCredit = credit && isLinked ? `<a href="/credits/${slug}">${text(credit)}</a>` : text(credit ?? "");
  const shown = url ? image(picture, place, isFirst, alt, { width, height }) : "";
  return `<figure>${shown}<figcaption class="meta">${caption ? `<span class="unseen">Image caption: </span>${text(caption)}` : ""}${credit ? `<span class="micro"><span class="unseen">Image source: </span>${shownCredit}</span>` : ""}</figcaption></figure>`;
}

type Size = { readonly width: number | undefined; readonly height: number | undefined };

function image(picture: Picture, place: PicturePlace, isFirst: boolean, alt: string, { width, height }: Size): string {
  const sources = sourcesOf(picture, place).map(
    ({ type, srcSet, sizes }) => `<source type="${type}" srcset="${rooted(srcSet)}" sizes="${sizes}">`,
  );
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  const loading = isFirst ? ' fetchpriority="high"' : ' loading="lazy"';
  const drawn = picture.drawn ? ' class="drawn"' : "";
  const img = `<img${drawn} src="${rooted(picture.url ?? "")}" alt="${text(alt)}"${size}${loading} decoding="async">`;
  return sources.length > 0 ? `<picture>${sources.join("")}${img}</picture>` : img;
}

/** The edition's addresses are relative to the site's root. */
function rooted(addresses: string): string {
  return addresses.replace(/(?<=^|, )(?=pictures\/)/gu, "/");
}

function time(instant: string, printed: string): string {
  return `<time datetime="${instant}">${printed}</time>`;
}

const whole = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const dayFormat = new Intl.DateTimeFormat("en-GB", whole);
const momentFormat = new Intl.DateTimeFormat("en-GB", { ...whole, hour: "2-digit", minute: "2-digit" });

function day(instant: string): string {
  return dayFormat.format(new Date(instant));
}

function moment(instant: string): string {
  return instant.includes("T") ? momentFormat.format(new Date(instant)) : day(instant);
}

function text(plain: string): string {
  return plain.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/"/gu, "&quot;");
}

/** The look of the house in as few rules as it takes, with stand-ins of the same metrics for the fonts. */
function styles({ text: textFace, ui }: FloorFonts): string {
  return `@font-face{font-family:T;font-weight:200 900;font-display:swap;src:url(${textFace})}
@font-face{font-family:U;font-weight:100 900;font-display:swap;src:url(${ui})}
@font-face{font-family:TF;src:local(Georgia);size-adjust:107.45%;ascent-override:96.42%;descent-override:31.18%;line-gap-override:0%}
@font-face{font-family:TG;src:local(Times New Roman),local(Liberation Serif);size-adjust:117.91%;ascent-override:87.87%;descent-override:28.41%;line-gap-override:0%}
@font-face{font-family:UF;src:local(Arial),local(Liberation Sans);size-adjust:104.31%;ascent-override:92.61%;descent-override:23.58%;line-gap-override:0%}
:root{color-scheme:light dark;--paper:#fbfaf8;--ink:#17191c;--ink2:#4a4e55;--rule:#d9d6d0;--accent:#09545f}
@media(prefers-color-scheme:dark){:root{--paper:#131518;--ink:#e9e7e3;--ink2:#b4b7bd;--rule:#33373d;--accent:#7cc7d2}}
*{box-sizing:border-box;margin:0;padding:0}
body{font:1rem/1.5 U,UF,Arial,sans-serif;color:var(--ink);background:var(--paper);max-width:80rem;margin:auto;padding:0 1rem;overflow-wrap:break-word;-webkit-text-size-adjust:100%}
a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}
.skip,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip:focus{position:static;width:auto;height:auto;clip-path:none}
header{border-bottom:3px double}header,main{padding:1.25rem 0}.row{display:flex;align-items:center;gap:1.25rem;padding:.75rem 0}
.name{font:750 clamp(2.5rem,1.6rem + 4.4vw,4.75rem)/1 T,TF,TG,serif}.row .name{font-size:1.375rem;margin-right:auto}
.bar{display:flex;flex-wrap:wrap;column-gap:1.25rem;font-weight:500}.bar a,.foot nav a{padding:.625rem 0}.row .bar{display:none}
input,button{font:inherit;padding:.625rem;border:1px solid}input{width:70%}
h1,h2,h3,.h3,.standfirst{font-family:T,TF,TG,serif;line-height:1.2;text-wrap:balance}h1,.splash{font-size:clamp(1.875rem,1.4rem + 2vw,3rem);font-weight:600}h3,.h3{font-size:1.1875rem;font-weight:600;display:block}
.standfirst{font-size:1.25rem;line-height:1.4;color:var(--ink2)}.kicker{font-size:.875rem;font-weight:600;color:var(--accent)}.meta{font-size:.875rem;color:var(--ink2);font-weight:400;font-family:inherit}.meta b{color:var(--accent);font-weight:600}.micro{display:block;font-size:.75rem;color:var(--ink2)}.byline{font-weight:600}
main article{display:grid;gap:.5rem;padding:.875rem 0}main article+article{border-top:1px solid var(--rule)}
img{display:block;width:100%;height:auto}.picture img{aspect-ratio:3/2;object-fit:cover;object-position:50% 40%}img.drawn{object-fit:contain}
.slab{margin-top:3rem;border-top:3px solid}section h2{font:700 1.125rem/1.4 U,UF,Arial,sans-serif;padding:.625rem 0}
.text{font:1.1875rem/1.6 T,TF,TG,serif;max-width:40rem}.text>*+*{margin-top:1em}.text h2,.text h3{line-height:1.25}.text figure{font-family:U,UF,Arial,sans-serif}aside{padding:.75rem 0;border:solid var(--rule);border-width:1px 0}
.related{display:flex;gap:.75rem;justify-content:space-between;padding:.75rem 0}.related .picture{width:7rem;flex:none}
.foot{border-top:3px solid;padding:1.25rem 0 3rem}.foot nav{display:flex;flex-wrap:wrap;column-gap:1.5rem}
@media(min-width:45em){.two,.top{display:grid;grid-template-columns:1fr 1fr;gap:2rem}}
@media(min-width:60em){body{padding:0 2rem}.row .bar{display:flex}.top{grid-template-columns:6fr 3fr 3fr}.four{display:grid;grid-template-columns:repeat(4,1fr);gap:2rem}.related{flex-direction:column}.related .picture{width:auto}}`.replace(
    /\n/gu,
    "",
  );
}
