import { type Article, picturesOf } from "#domain/article.ts";
import { escapedHtml } from "#domain/markup.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { isShareable } from "#domain/picture.ts";
import type { ArticleDocument } from "#edition/article-document.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { addresses } from "#edition/paths.ts";
import { reservedHeight } from "./reserved-height.ts";
import { frame, sandbox } from "./snippets.ts";

/** A newsroom that says where it lives: oEmbed knows whole addresses only. */
export type LocatedNewsroom = Newsroom & { readonly url: string };

/** WordPress shows nothing lower or higher. */
const heights = { least: 200, most: 1_000 };
const width = 640;
/** A day, in seconds: how long others may keep it. */
const cacheAge = 86_400;

/**
 * What others make of an article's address that is pasted there (oEmbed 1.0, type "rich"). WordPress takes the quotation for
 * its own, hides the frame until that speaks, and shows the quotation otherwise.
 */
export function oembedOf(document: ArticleDocument, newsroom: LocatedNewsroom): object {
  const { article } = document;
  const { headline, language, direction, slug, bylines } = article;
  const embedded = { kind: "card", slug } as const;
  const needed = reservedHeight({ kind: "card", document });
  const height = Math.min(heights.most, Math.max(heights.least, needed));
  const path = addresses.article(slug);
  const framed = frame(
    {
      site: newsroom.url,
      embedded,
      title: headline,
      newsroomName: newsroom.name,
      language,
      direction,
      path,
      theme: "auto",
      height,
      isLive: false,
    },
    sandbox,
  );
  const link = `<a href="${escapedHtml(siteAddress(newsroom, path))}">${escapedHtml(headline)}</a>`;
  const [author] = bylines;
  return {
    version: "1.0",
    type: "rich",
    provider_name: newsroom.name,
    provider_url: newsroom.url,
    title: headline,
    ...(author && {
      author_name: bylines.map(({ name }) => name).join(", "),
      author_url: siteAddress(newsroom, addresses.list("authors", author.slug)),
    }),
    cache_age: cacheAge,
    width,
    height,
    html: `<blockquote>${link}</blockquote>${framed}`,
    ...thumbnail(article, newsroom),
  };
}

/** A picture whose size is known, which the standard asks for. */
function thumbnail(article: Article, newsroom: LocatedNewsroom): object {
  const picture = picturesOf(article).find(isShareable);
  if (!picture?.width || !picture.height) return {};
  return {
    thumbnail_url: siteAddress(newsroom, picture.url),
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
    // The standard has no place for it, and lets others be added.
    ...(picture.credit && { thumbnail_credit: picture.credit }),
  };
}
