import { summaryOf } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, decodeArticleDocument } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { decodeFront } from "#edition/front.ts";
import { type Headline, headlineOf } from "#edition/headline.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { overviewTitle } from "#edition/list-titles.ts";
import { articleHead, filedHead, frontHead, listHead, type PageHead, pageHead } from "#edition/page-head.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";

/** A page of the site before the app starts: its head, and what it says where scripts do not run. */
export type Shell = {
  readonly path: string;
  readonly head: PageHead;
  readonly words: readonly string[];
  readonly links: readonly Headline[];
};

/** Makes HTML pages out of the built app's index.html. `basePath` is where the site lies on its host: "/" or "/news/". */
export function shellPrinter(template: string, newsroom: Newsroom, basePath: string): (shell: Shell) => EditionFile {
  const root = escaped(basePath);
  const rooted = template.replace(/\b(src|href)="\.\//gu, (_whole, name: string) => `${name}="${root}`);
  return ({ path, head, words, links }) => {
    const noscript = [
      ...words.map((text) => `<p>${escaped(text)}</p>`),
      "<p>This page needs scripts to show everything.</p>",
      ...(links.length > 0
        ? [
            `<ul>${links.map(({ slug, headline }) => `<li><a href="${root}${addresses.article(slug)}">${escaped(headline)}</a></li>`).join("")}</ul>`,
          ]
        : []),
      `<p><a href="${root}">${escaped(newsroom.name)}</a></p>`,
    ].join("");
    const content = rooted
      .replace(/<html[^>]*>/u, () => `<html lang="${escaped(head.language)}" dir="${head.direction}">`)
      .replace(/<title>[^<]*<\/title>/u, () => headHtml(head, root, newsroom))
      .replace(/<noscript>[\s\S]*?<\/noscript>/u, () => `<noscript>${noscript}</noscript>`);
    return { path: path === "404.html" ? path : `${path}${path === "" ? "" : "/"}index.html`, content };
  };
}

/** The pages that a file of the edition makes: an article's, a list's, the front's. Most files make none. */
export function shellsFor({ path, content }: EditionFile, newsroom: Newsroom): readonly Shell[] {
  if (typeof content !== "string") return [];
  if (path === editionPaths.front) {
    const { lead, underLead, secondaries, latest } = decodeFront(content, path);
    const links = [...(lead ? [lead] : []), ...secondaries, ...underLead, ...latest];
    return [{ path: "", head: frontHead(newsroom), words: [newsroom.tagline ?? newsroom.name], links }];
  }
  if (path.startsWith("articles/")) {
    const document = decodeArticleDocument(content, path);
    return document ? articleShells(document, newsroom) : [];
  }
  if (/^lists\/.+\/(?:latest|\d+)\.json$/u.test(path)) {
    const list = decodeHeadlineList(content, path);
    const head = listHead(newsroom, list);
    return [{ path: decodeURIComponent(head.path), head, words: [head.title], links: list.headlines }];
  }
  return [];
}

/** An article's page, and the one with its copy as filed when there is one. */
function articleShells({ article, related }: ArticleDocument, newsroom: Newsroom): readonly Shell[] {
  const shell = (head: PageHead, words: readonly string[], links: readonly Headline[]): Shell => ({
    path: decodeURIComponent(head.path),
    head,
    words,
    links,
  });
  const links = related.map(({ headline }) => headline);
  const page = shell(articleHead(newsroom, article), [article.headline, summaryOf(article)], links);
  if (article.provenance.kind !== "wire-text") return [page];
  return [page, shell(filedHead(newsroom, article), [article.headline], [headlineOf(article)])];
}

/** Pages that every site has. */
export function standingShells(newsroom: Newsroom): readonly Shell[] {
  const page = (path: string, title: string, description: string): Shell => ({
    path,
    head: pageHead(newsroom, { title, description, path }),
    words: [title],
    links: [],
  });
  return [
    page(addresses.search, "Search", `Search ${newsroom.name}.`),
    page(addresses.open, "Open a file", "Read a JSON Feed or a wire story as a newsroom, without uploading it."),
    ...listKinds.map((kind) =>
      page(addresses.overview(kind), overviewTitle(kind), `${overviewTitle(kind)} in ${newsroom.name}.`),
    ),
    notFoundShell(newsroom),
  ];
}

/** The pages of a site whose articles are only known in the reader's browser. */
export function liveShells(newsroom: Newsroom): readonly Shell[] {
  const front = { path: "", head: frontHead(newsroom), words: [newsroom.tagline ?? newsroom.name], links: [] };
  return [front, ...standingShells(newsroom)];
}

/** Stands for every address that names nothing, so that it has no address of its own. */
function notFoundShell({ url: _url, ...newsroom }: Newsroom): Shell {
  const title = "Page not found";
  const head = pageHead(newsroom, { title, description: "There is no page at this address.", path: "404.html" });
  return { path: "404.html", head, words: [title], links: [] };
}

function headHtml({ title, description, canonical, properties }: PageHead, root: string, newsroom: Newsroom): string {
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    ...(canonical ? [`<link rel="canonical" href="${escaped(canonical)}">`] : []),
    `<link rel="alternate" type="application/feed+json" title="${escaped(newsroom.name)}" href="${root}feed.json">`,
    ...properties.map(([name, value]) => `<meta property="${escaped(name)}" content="${escaped(value)}">`),
  ].join("\n    ");
}

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => references[sign] ?? sign);
}
