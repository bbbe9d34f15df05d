import { type Article, picturesOf, summaryOf } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Picture } from "#domain/picture.ts";
import { rfc3339, siteAddress } from "./headline-list.ts";
import { addresses } from "./paths.ts";

type Thing = Readonly<Record<string, unknown>>;

/** An article as schema.org's NewsArticle, for search engines: absolute addresses where the newsroom says where it lives. */
export function newsArticle(article: Article, newsroom: Newsroom): Thing {
  const url = siteAddress(newsroom, addresses.article(article.slug));
  const images = picturesOf(article).flatMap((picture) => imageObject(picture, newsroom));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.headline,
    description: summaryOf(article),
    url,
    mainEntityOfPage: article.canonicalUrl ?? url,
    inLanguage: article.language,
    datePublished: rfc3339(article.published),
    dateModified: rfc3339(article.updated ?? article.published),
    articleSection: article.section.name,
    ...(article.topics.length > 0 && { keywords: article.topics.map(({ name }) => name) }),
    ...(article.dateline && {
      dateline: article.dateline.printed,
      locationCreated: {
        "@type": "Place",
        name: [article.dateline.place, article.dateline.region].filter(Boolean).join(", "),
      },
    }),
    ...(article.places.length > 0 && {
      contentLocation: article.places.map(({ name }) => ({ "@type": "Place", name })),
    }),
    ...(article.bylines.length > 0 && {
      author: article.bylines.map(({ name, slug }) => ({
        "@type": "Person",
        name,
        url: siteAddress(newsroom, addresses.list("authors", slug)),
      })),
    }),
    ...(images.length > 0 && { image: images }),
    ...(article.sources.length > 0 && { citation: article.sources.map(({ url: source }) => source) }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ at, text }) => ({
        "@type": "CorrectionComment",
        datePublished: rfc3339(at),
        text,
      })),
    }),
    ...(article.licence && { license: article.licence }),
    publisher: publisher(newsroom),
    isAccessibleForFree: true,
  };
}

/** The front page as schema.org's WebSite, with its search. */
export function webSite(newsroom: Newsroom): Thing {
  const url = newsroom.url ?? "";
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: newsroom.name,
    ...(newsroom.tagline && { description: newsroom.tagline }),
    inLanguage: newsroom.language,
    publisher: publisher(newsroom),
    ...(url && {
      url,
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${url}${addresses.search}?q={search_term_string}` },
        "query-input": "required name=search_term_string",
      },
    }),
  };
}

function publisher({ name, url }: Newsroom): Thing {
  return { "@type": "NewsMediaOrganization", name, ...(url && { url }) };
}

function imageObject({ url, caption, credit, width, height }: Picture, newsroom: Newsroom): Thing[] {
  if (url === undefined) return [];
  return [
    {
      "@type": "ImageObject",
      url: siteAddress(newsroom, url),
      ...(width && height && { width, height }),
      ...(caption && { caption }),
      ...(credit && { creditText: credit }),
    },
  ];
}
