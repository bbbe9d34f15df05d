import type { Newsroom } from "#domain/newsroom.ts";
import { type PageHead, pageHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import type { EmbedWords } from "#words/embeds/english.ts";

/** Of the page that makes embeds. */
export function embedHead(newsroom: Newsroom, { plain }: EmbedWords): PageHead {
  return pageHead(newsroom, { title: plain.title, description: plain.purpose, path: addresses.embed });
}

/** Of the page that tells partners how to embed. */
export function guideHead(newsroom: Newsroom, { plain }: EmbedWords, purpose: string): PageHead {
  return pageHead(newsroom, { title: plain.guide, description: purpose, path: addresses.embedGuide });
}
