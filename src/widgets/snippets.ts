import { escapedHtml } from "#domain/markup.ts";
import { addressOf, type Embedded, type EmbedTheme, embedPaths } from "./embed-address.ts";

/** An embed as somebody wants it on their page. */
export type Placed = {
  /** Where the newsroom's site lies, ending in "/". */
  readonly site: string;
  readonly embedded: Embedded;
  /** What is embedded is called: a headline, a list's name. */
  readonly title: string;
  readonly newsroomName: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The page of the site that shows the same, relative to its root. */
  readonly path: string;
  readonly theme: EmbedTheme;
  /** Six hexadecimal digits. */
  readonly accent?: string;
  /** CSS pixels. */
  readonly height: number;
  /** Without a press there is one page for all embeds, which reads the feed by itself. */
  readonly isLive: boolean;
};

/**
 * A frame without `allow-same-origin` is nobody's: it has no cookies and no storage, and whoever embeds it can see that in the
 * code. One that the script talks to must be the newsroom's own, so that nobody else hears it.
 */
export const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms";

/** The address of an embed's page. */
export function embedAddress({ site, embedded, theme, accent, isLive }: Placed): string {
  const query = new URLSearchParams({
    ...(isLive && { kind: embedded.kind, ...(embedded.kind !== "search" && { id: embedded.slug }) }),
    theme,
    ...(accent !== undefined && { accent }),
  });
  return `${site}${addressOf(isLive ? embedPaths.live : embedPaths.page(embedded))}?${query}`;
}

/**
 * The frame with its height reserved twice: a strict policy of the host drops the style, a host's own style sheet the
 * attribute. The link below it stays when the frame does not.
 */
export function frameSnippet(placed: Placed): string {
  return `${frame(placed, sandbox)}\n${linkLine(placed)}`;
}

/** The same with the optional script; `integrity` pins one version of it. */
export function scriptSnippet(placed: Placed, script: { readonly path: string; readonly integrity?: string }): string {
  const pinned = script.integrity === undefined ? "" : ` integrity="${script.integrity}" crossorigin="anonymous"`;
  return [
    `<dateline-embed theme="${placed.theme}">`,
    frame(placed, `${sandbox} allow-same-origin`),
    linkLine(placed),
    "</dateline-embed>",
    `<script async src="${escapedHtml(placed.site + script.path)}"${pinned}></script>`,
  ].join("\n");
}

/** For mail, where no frames and scripts are. */
export function letterSnippet(placed: Placed): string {
  return `<blockquote ${spokenBy(placed)}>\n${linkLine(placed)}\n</blockquote>`;
}

/** The frame alone, allowed so much. */
export function frame(placed: Placed, allowed: string): string {
  const { title, newsroomName, height } = placed;
  return (
    `<iframe src="${escapedHtml(embedAddress(placed))}" title="${escapedHtml(`${title} – ${newsroomName}`)}" ` +
    `width="100%" height="${height}" style="width:100%;height:${height}px!important;border:0" frameborder="0" ` +
    `loading="lazy" sandbox="${allowed}"></iframe>`
  );
}

function linkLine(placed: Placed): string {
  const { site, path, title, newsroomName } = placed;
  return `<p ${spokenBy(placed)}><a href="${escapedHtml(site + path)}">${escapedHtml(title)}</a> – ${escapedHtml(newsroomName)}</p>`;
}

function spokenBy({ language, direction }: Placed): string {
  return `lang="${escapedHtml(language)}" dir="${direction}"`;
}
