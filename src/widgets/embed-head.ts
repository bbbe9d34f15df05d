import type { Newsroom } from "#domain/newsroom.ts";
import { type PageHead, pageHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import type { EmbedWords } from "#words/embeds/load-embed-words.ts";

/** Of the page that makes embeds. */
export function embedHead(newsroom: Newsroom, { plain }: EmbedWords): PageHead {
  return pageHead(newsroom, { title: plain.title, description: plain.purpose, path: addresses.embed });
}
