import { escapedHtml } from "#domain/markup.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { renderMarkup } from "#widgets/markup.ts";
import { grounds, themeStyles } from "#widgets/theme-styles.ts";
import type { Widget } from "#widgets/widget-setting.ts";
import type { App } from "./build-app.ts";
import { criticalStyles } from "./critical-styles.ts";
import { policyHash } from "./policy-hash.ts";

/** Puts a widget into a whole HTML document, which lies at this path. */
export type PrintEmbed = (path: string, widget: Widget) => EditionFile;

/**
 * Prints the documents of embeds: each is one file with its styles and its script in it, so that a page that embeds asks for it
 * and at most a picture. They may be shown in any page, so they can do less than the pages of a site: no requests, no frames.
 */
export function embedPrinter({ widgets }: Pick<App, "widgets">, newsroom: Newsroom): PrintEmbed {
  const takeStyles = criticalStyles(widgets.styles);
  const scriptHash = policyHash(widgets.script);
  const hashes = new Map<string, string>();
  const hashOf = (styles: string) => {
    const known = hashes.get(styles) ?? policyHash(styles);
    hashes.set(styles, known);
    return known;
  };
  return (path, { title, language, direction, canonical, state, content }) => {
    const html = renderMarkup(content);
    const styles = themeStyles + takeStyles(html);
    const address = canonicalAddress(canonical, newsroom);
    return {
      path,
      content: `<!doctype html>
<html lang="${escapedHtml(language)}" dir="${direction}" data-state="${state}" data-grounds="${grounds}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policyOf(scriptHash, hashOf(styles))}">
<title>${escapedHtml(title)} – ${escapedHtml(newsroom.name)}</title>
<meta name="robots" content="noindex">
${address === undefined ? "" : `<link rel="canonical" href="${escapedHtml(address)}">\n`}<base target="_blank">
<style>${styles}</style>
<script>${widgets.script}</script>
</head>
<body>${html}</body>
</html>
`,
    };
  };
}

/** Only whole addresses say where something lives. */
function canonicalAddress(canonical: string, { url }: Newsroom): string | undefined {
  if (/^https?:/iu.test(canonical)) return canonical;
  return url === undefined ? undefined : new URL(canonical, url).href;
}

function policyOf(script: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${styles}`,
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
