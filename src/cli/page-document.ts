import { escapedHtml, scriptSafe } from "#domain/markup.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { offlineWorkerFile } from "#edition/offline.ts";
import { editionPaths } from "#edition/paths.ts";
import { printedPage, type RenderedPage } from "#edition/rendered-page.ts";
import { pageProperties } from "#edition/share-properties.ts";
import tokens from "#ui/design-tokens.json" with { type: "json" };
import { clockOf, presentWords } from "#ui/print-time.ts";
import type { Words } from "#words/words.ts";
import { criticalStyles } from "./critical-styles.ts";
import type { App } from "./open-app.ts";
import { fontsOf, hasStandIns, lettersApart } from "./page-fonts.ts";
import { type Page, pageFile } from "./page-list.ts";
import { policyHash } from "./policy-hash.ts";
import { remembering } from "./remembering.ts";

/** Puts what is drawn into a whole HTML document. Without anything drawn, the app fills the page as it starts. */
export type PrintPage = (page: Page, drawn?: RenderedPage) => EditionFile;

/**
 * Prints the documents of a site. `basePath` is where the site lies on its host: "/" or "/news/". What of the styles a page needs
 * and the start script stand in it, so that it is drawn with its first bytes; its policy names them by their hashes.
 */
export function pagePrinter(app: App, newsroom: Newsroom, basePath: string, { plain }: Words): PrintPage {
  const root = escapedHtml(basePath);
  const takeStyles = criticalStyles(app.styles.replaceAll("url(assets/", `url(${basePath}assets/`));
  const speculation = speculationRules(basePath);
  const clock = clockOf(newsroom, undefined);
  const [ages, agesAndDay] = [false, true].map((saysDay) => escapedHtml(JSON.stringify(presentWords(clock, saysDay))));
  const policyFor = contentSecurityPolicy(newsroom, [app.settingsScript, app.startScript, speculation]);
  return (page, drawn) => {
    const { language, direction } = page.head;
    const { preloads, html } = apart(drawn?.html ?? "");
    const styles = takeStyles(`<html lang="${language}"><div>${html}`);
    const { letters, others } = lettersApart(styles);
    const scripts = app
      .scriptsOf(page.parts ?? [])
      .map((path) => basePath + path)
      .join(" ");
    const start = page.isForApp || !drawn ? ' data-start="now"' : "";
    const fonts = fontsOf(app.fonts, language, html).map((font) => basePath + font);
    const canWait = hasStandIns(language);
    // What is read comes first: fonts and scripts that were asked for before it would come in its stead on a slow connection. Where
    // its letters have stand-ins, the settings script says whether the page is set in them.
    const content = `<!doctype html>
<html lang="${escapedHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="content-security-policy" content="${policyFor(styles)}">
${headHtml(page, newsroom, root)}
<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${tokens.color.light.paper}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${tokens.color.dark.paper}" media="(prefers-color-scheme: dark)">
<style>${others}</style>
<style media="(scripting: none)" data-letters="${canWait ? escapedHtml(fonts.join(" ")) : ""}">${letters}</style>
<script>${app.settingsScript}</script>
${preloads}</head>
<body>
<div id="${printedPage.appId}" data-page="${escapedHtml(page.path)}" data-scripts="${escapedHtml(scripts)}" data-styles="${root}${app.styleSheet}" data-faces="${root}${app.faceSheet}" data-rest="${root}${app.restScript}" data-worker="${root}${offlineWorkerFile}" data-present="${html.includes("data-today") ? agesAndDay : ages}"${start}>${html}</div>
${drawn ? "" : `<noscript><p>${escapedHtml(plain.needsScripts)}</p></noscript>\n`}${canWait ? "" : fontPreloads(fonts)}<script type="module">${app.startScript}</script>
<script type="application/speculationrules+json" data-speculation>${speculation}</script>
${page.data ? `<script type="application/ld+json">${scriptSafe(JSON.stringify(page.data))}</script>\n` : ""}${drawn ? filesHtml(drawn) : ""}</body>
</html>
`;
    return { path: pageFile(page.path), content };
  };
}

function headHtml({ head, feeds, languages, oembed, properties }: Page, newsroom: Newsroom, root: string): string {
  const { title, description, canonical } = head;
  return [
    `<title>${escapedHtml(title)}</title>`,
    `<meta name="description" content="${escapedHtml(description)}">`,
    ...(canonical ? [`<link rel="canonical" href="${escapedHtml(canonical)}">`] : []),
    ...languageLinks(newsroom, languages),
    ...(oembed
      ? [
          `<link rel="alternate" type="application/json+oembed" title="${escapedHtml(head.subject)}" href="${escapedHtml(oembed)}">`,
        ]
      : []),
    `<link rel="manifest" href="${root}${editionPaths.appManifest}">`,
    ...feedLinks(newsroom, feeds, root),
    ...(properties ?? pageProperties(newsroom, head)).map(([name, value]) => {
      const attribute = name.startsWith("twitter:") ? "name" : "property";
      return `<meta ${attribute}="${escapedHtml(name)}" content="${escapedHtml(value)}">`;
    }),
  ].join("\n");
}

/** Search engines want whole addresses, which a newsroom has that says where it lives. */
function languageLinks(newsroom: Newsroom, languages: Page["languages"] = []): string[] {
  if (newsroom.url === undefined) return [];
  return languages.map(({ language, path }) => {
    return `<link rel="alternate" hreflang="${escapedHtml(language)}" href="${escapedHtml(siteAddress(newsroom, path))}">`;
  });
}

/** Feeds of everything, and of the page's own list when there are any. RSS and Atom are there when the newsroom says where it lives. */
function feedLinks(newsroom: Newsroom, feeds: Page["feeds"], root: string): string[] {
  const link = (type: string, title: string, path: string) =>
    `<link rel="alternate" type="application/${type}+xml" title="${escapedHtml(title)}" href="${root}${path}">`;
  return [
    `<link rel="alternate" type="application/feed+json" title="${escapedHtml(newsroom.name)}" href="${root}${editionPaths.feed}">`,
    ...(newsroom.url === undefined
      ? []
      : [
          ...(feeds ? [link("rss", feeds.title, feeds.rss), link("atom", feeds.title, feeds.atom)] : []),
          link("rss", newsroom.name, editionPaths.rss()),
          link("atom", newsroom.name, editionPaths.atom()),
        ]),
  ];
}

/** React draws the links that a page wants early in front of it; their place is the head. */
function apart(drawn: string): { readonly preloads: string; readonly html: string } {
  const preloads = /^(?:<link rel="preload"[^>]*>)*/u.exec(drawn)?.[0] ?? "";
  return { preloads, html: drawn.slice(preloads.length) };
}

/**
 * Pages that a reader seems about to open are fetched ahead, once the start script has put the rules in force; browsers leave that
 * out where data is saved.
 */
function speculationRules(basePath: string): string {
  const within = { and: [{ href_matches: `${basePath}*` }, { not: { href_matches: `${basePath}*.*` } }] };
  return JSON.stringify({ prefetch: [{ where: within, eagerness: "moderate" }] });
}

function fontPreloads(fonts: readonly string[]): string {
  return fonts
    .map((font) => `<link rel="preload" href="${escapedHtml(font)}" as="font" type="font/woff2" crossorigin>\n`)
    .join("");
}

function filesHtml({ files }: RenderedPage): string {
  const json = scriptSafe(JSON.stringify([...files]));
  return `<script type="application/json" id="${printedPage.filesId}">${json}</script>\n`;
}

/**
 * What the page may do: its own scripts and styles, pictures and recordings from anywhere, its own files, and the feed that it
 * reads live. Attributes of style are allowed, since the place of a picture's focal point is one.
 */
function contentSecurityPolicy({ live }: Newsroom, scripts: readonly string[]): (styles: string) => string {
  const feed = live !== undefined && /^https?:/iu.test(live) ? ` ${new URL(live).origin}` : "";
  const scriptHashes = scripts.map(policyHash).join(" ");
  const directives = (styles: readonly string[]) => [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes}`,
    `style-src 'self' ${styles.map(policyHash).join(" ")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    "font-src 'self'",
    `connect-src 'self'${feed}`,
    // The page that makes embeds shows them.
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types dateline",
  ];
  return remembering((styles) => {
    const { letters, others } = lettersApart(styles);
    return escapedHtml(directives([others, letters]).join("; "));
  });
}
