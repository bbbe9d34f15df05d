import { type Article, picturesOf } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { isShareable, type Picture, sharePictureSize } from "#domain/picture.ts";
import { rfc3339, siteAddress } from "./headline-list.ts";
import type { PageHead } from "./page-head.ts";

/** What networks and messengers are told of a page, by Open Graph and beside it: [name, content] in order. */
export type ShareProperties = readonly (readonly [string, string])[];

/** Of a front, list or other page. */
export function pageProperties(newsroom: Newsroom, { subject, description, canonical }: PageHead): ShareProperties {
  return [["og:type", "website"], ...about(newsroom, subject, description, canonical)];
}

export function articleProperties(newsroom: Newsroom, article: Article, head: PageHead): ShareProperties {
  const { headline, language, published, updated, section, topics } = article;
  return [
    ["og:type", "article"],
    ...about(newsroom, headline, head.description, head.canonical),
    ["og:locale", language.replace("-", "_")],
    ["article:published_time", rfc3339(published)],
    ...(updated ? [["article:modified_time", rfc3339(updated)] as const] : []),
    ["article:section", section.name],
    ...topics.map(({ name }) => ["article:tag", name] as const),
    ...sharedImage(newsroom, article),
  ];
}

function about(newsroom: Newsroom, title: string, description: string, canonical: string | undefined): ShareProperties {
  return [
    ["og:title", title],
    ["og:description", description],
    ["og:site_name", newsroom.name],
    ...(canonical ? [["og:url", canonical] as const] : []),
  ];
}

/**
 * The picture that a network shows beside a link: the first photograph, else the one that was drawn for it. Networks want whole
 * addresses. The credit travels with the picture here too.
 */
function sharedImage(newsroom: Newsroom, article: Article): ShareProperties {
  const picture = picturesOf(article).find(isShareable);
  const image = (path: string, alt: string, size: Pick<Picture, "width" | "height">): ShareProperties => {
    const address = siteAddress(newsroom, path);
    if (!/^https?:/u.test(address)) return [];
    const { width, height } = size;
    return [
      ["og:image", address],
      ...(width && height
        ? ([
            ["og:image:width", `${width}`],
            ["og:image:height", `${height}`],
          ] as const)
        : []),
      ["og:image:alt", alt],
      ["twitter:card", "summary_large_image"],
    ];
  };
  if (picture) {
    const { url, alt, caption = "", credit } = picture;
    return image(url, [alt || caption, credit && `(${credit})`].filter(Boolean).join(" "), picture);
  }
  const { sharePicture, headline } = article;
  return sharePicture === undefined ? [] : image(sharePicture, headline, sharePictureSize);
}
