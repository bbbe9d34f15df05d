import type { Block } from "#domain/block.ts";
import { safeAddress } from "#domain/web-address.ts";
import { attribute, descendants, type HtmlElement } from "./parse-html.ts";
import { plain } from "./plain.ts";

/** A <video> or <audio>, by the first of its sources that is a safe address. */
export function recording(element: HtmlElement, kind: "video" | "audio", base: string | undefined): readonly Block[] {
  for (const source of [element, ...descendants(element, "source")]) {
    const url = safeAddress(attribute(source, "src") ?? "", "media", base);
    if (url === undefined) continue;
    const mime = /^[\w.+-]+\/[\w.+-]+/u.exec(attribute(source, "type") ?? "")?.[0];
    const title = plain(attribute(element, "title") ?? attribute(element, "aria-label") ?? "");
    const poster = safeAddress(attribute(element, "poster") ?? "", "media", base);
    return [
      {
        kind,
        url,
        ...(mime && { mime }),
        ...(title && { title }),
        ...(poster && { poster: { url: poster, alt: "" } }),
      },
    ];
  }
  return [];
}

/** What a page shows of another page is a link to it: an edition embeds nothing that it does not know. */
export function embed(element: HtmlElement, base: string | undefined): readonly Block[] {
  const address = ["src", "data-src", "data"]
    .map((name) => attribute(element, name))
    .find((value) => value !== undefined && value !== "about:blank");
  const url = safeAddress(address ?? "", "document", base);
  if (!url) return [];
  return [{ kind: "embed-link", url, title: plain(attribute(element, "title") ?? "") || hostOf(url) }];
}

export function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/u, "$1");
}
