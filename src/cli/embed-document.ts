import { escapedHtml, scriptSafe } from "#domain/markup.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { addressOf, embedPaths } from "#widgets/embed-address.ts";
import { type LiveSetting, livePage } from "#widgets/live-page.ts";
import { renderMarkup } from "#widgets/markup.ts";
import { grounds, themeStyles } from "#widgets/theme-styles.ts";
import type { Widget } from "#widgets/widget-setting.ts";
import { criticalStyles } from "./critical-styles.ts";
import type { App } from "./open-app.ts";
import { policyHash } from "./policy-hash.ts";
import { remembering } from "./remembering.ts";

/** Puts a widget into a whole HTML document, which lies at this path. */
export type PrintEmbed = (path: string, widget: Widget) => EditionFile;

/**
 * Prints the documents of embeds: each is one file with its styles and its script in it, so that a page that embeds asks for it
 * and at most a picture. They may be shown in any page, so they can do less than the pages of a site: no requests, no frames.
 */
export function embedPrinter({ widgets }: Pick<App, "widgets">, newsroom: Newsroom): PrintEmbed {
  const takeStyles = criticalStyles(widgets.styles, themeStyles);
  const scriptHash = policyHash(widgets.script);
  const policyFor = remembering((styles) => policyOf(`script-src ${scriptHash}`, `style-src ${policyHash(styles)}`));
  return (path, widget) => {
    const html = renderMarkup(widget.content);
    const styles = takeStyles(`<html lang="${widget.language}">${html}`);
    const policy = policyFor(styles);
    return { path, content: documentHtml(widget, html, newsroom, { styles, script: widgets.script, policy }) };
  };
}

/** Prints the page that shows any embed of a site without a press. Its script reads the feed and draws; until then it shows this. */
export function livePagePrinter(
  { widgets }: Pick<App, "widgets">,
  setting: LiveSetting,
): (waiting: Widget) => EditionFile {
  const { newsroom, base } = setting;
  const styles = themeStyles + widgets.styles;
  const { live = "" } = newsroom;
  const feed = /^https?:/iu.test(live) ? ` ${new URL(live).origin}` : "";
  const policy = policyOf(
    `script-src ${policyHash(widgets.script)} 'self'`,
    `style-src ${policyHash(styles)}`,
    `connect-src 'self'${feed}`,
  );
  const json = scriptSafe(JSON.stringify(setting));
  const tail = `<script type="application/json" id="${livePage.settingId}">${json}</script>
<script async src="${escapedHtml(base + addressOf(embedPaths.liveScript))}"></script>
`;
  return (waiting) => {
    const html = renderMarkup(waiting.content);
    const parts = { styles, script: widgets.script, policy, tail };
    return { path: embedPaths.live, content: documentHtml(waiting, html, newsroom, parts) };
  };
}

type Parts = {
  readonly styles: string;
  readonly script: string;
  readonly policy: string;
  /** What ends the head. */
  readonly tail?: string;
};

function documentHtml(
  { title, language, direction, canonical, state }: Omit<Widget, "content">,
  html: string,
  newsroom: Newsroom,
  { styles, script, policy, tail = "" }: Parts,
): string {
  const address = canonicalAddress(canonical, newsroom);
  return `<!doctype html>
<html lang="${escapedHtml(language)}" dir="${direction}" data-state="${state}" data-grounds="${grounds}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${escapedHtml(policy)}">
<title>${escapedHtml(title)} – ${escapedHtml(newsroom.name)}</title>
<meta name="robots" content="noindex">
${address === undefined ? "" : `<link rel="canonical" href="${escapedHtml(address)}">\n`}<base target="_blank">
<style>${styles}</style>
<script>${script}</script>
${tail}</head>
<body>${html}</body>
</html>
`;
}

/** Only whole addresses say where something lives. */
function canonicalAddress(canonical: string, { url }: Newsroom): string | undefined {
  if (/^https?:/iu.test(canonical)) return canonical;
  return url === undefined ? undefined : new URL(canonical, url).href;
}

function policyOf(...own: readonly string[]): string {
  return [
    "default-src 'none'",
    ...own,
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
