import { type Article, picturesOf } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { element, type Xml } from "./xml.ts";

export const mediaNamespace = "http://search.yahoo.com/mrss/";

/** A picture or recording of an article that has a file, with its whole address. */
export type Medium = {
  readonly url: string;
  readonly medium: "image" | "video" | "audio";
  readonly mime?: string;
  /** What is seen, or what a recording is called. */
  readonly title?: string;
  readonly picture?: Picture;
};

/** The pictures in reading order, then the recordings. */
export function mediaOf(article: Article, newsroom: Newsroom): readonly Medium[] {
  const pictures = picturesOf(article).flatMap((picture): Medium[] => {
    if (picture.url === undefined) return [];
    const mime = mimeOf(picture.url);
    return [
      {
        url: siteAddress(newsroom, picture.url),
        medium: "image",
        ...(mime && { mime }),
        ...(picture.alt && { title: picture.alt }),
        picture,
      },
    ];
  });
  const recordings = article.body.flatMap(recordingsIn).map(
    ({ kind, url, mime = mimeOf(url), title }): Medium => ({
      url: siteAddress(newsroom, url),
      medium: kind,
      ...(mime && { mime }),
      ...(title && { title }),
    }),
  );
  return [...pictures, ...recordings];
}

/** Media RSS 1.5.1 (rssboard.org/media-rss), in which a picture's caption is its description. */
export function mediaContent({ url, medium, mime, title, picture }: Medium): Xml {
  const { width, height, caption, credit, drawn } = picture ?? {};
  return element(
    "media:content",
    [
      ...(title ? [element("media:title", title, { type: "plain" })] : []),
      ...(caption ? [element("media:description", caption, { type: "plain" })] : []),
      ...(credit ? [element("media:credit", credit, { role: drawn ? "illustrator" : "photographer" })] : []),
    ],
    { url, medium, type: mime, width, height },
  );
}

type Recording = Extract<Block, { kind: "video" | "audio" }>;

function recordingsIn(block: Block): readonly Recording[] {
  switch (block.kind) {
    case "video":
    case "audio":
      return [block];
    case "quote":
      return block.blocks.flatMap(recordingsIn);
    case "list":
      return block.entries.flatMap((entry) => entry.flatMap(recordingsIn));
    case "paragraph":
    case "crosshead":
    case "pull-quote":
    case "figure":
    case "gallery":
    case "table":
    case "code":
    case "embed-link":
    case "rule":
      return [];
  }
}

const mimes: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  svg: "image/svg+xml",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  mp4: "video/mp4",
  webm: "video/webm",
};

/** As far as the name of a file tells. */
function mimeOf(url: string): string | undefined {
  return mimes[/\.(\w+)(?:[?#]|$)/u.exec(url)?.[1]?.toLowerCase() ?? ""];
}
