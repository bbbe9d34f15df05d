import { type Article, type Named, summaryOf } from "#domain/article.ts";
import { rfc3339, siteAddress } from "#edition/headline-list.ts";
import { addresses } from "#edition/paths.ts";
import { type Channel, contentOf, type LocatedNewsroom, lastChangeOf } from "./channel.ts";
import { type Medium, mediaContent, mediaNamespace, mediaOf } from "./media-rss.ts";
import { element, type Xml, xmlFile } from "./xml.ts";

/** Atom 1.0 (RFC 4287) with Media RSS. An entry without authors has the newsroom for its author, as the feed has. */
export function encodeAtom(channel: Channel, newsroom: LocatedNewsroom): string {
  const page = siteAddress(newsroom, channel.page);
  const self = siteAddress(newsroom, channel.path);
  const changed = lastChangeOf(channel.articles);
  return xmlFile(
    element(
      "feed",
      [
        element("id", self),
        element("title", channel.title),
        element("subtitle", channel.description),
        // An empty feed has to say when it changed as well: never, as far as anybody knows.
        element("updated", changed ? rfc3339(changed) : "1970-01-01T00:00:00Z"),
        element("link", [], { rel: "self", type: "application/atom+xml", href: self }),
        element("link", [], { rel: "alternate", type: "text/html", hreflang: newsroom.language, href: page }),
        element("author", [element("name", newsroom.name), element("uri", newsroom.url)]),
        ...(newsroom.licence ? [element("rights", newsroom.licence)] : []),
        element("generator", "Dateline"),
        ...channel.articles.map((article) => entryOf(article, newsroom)),
      ],
      { xmlns: "http://www.w3.org/2005/Atom", "xmlns:media": mediaNamespace, "xml:lang": newsroom.language },
    ),
  );
}

function entryOf(article: Article, newsroom: LocatedNewsroom): Xml {
  const { language, bylines, published, updated = published, licence = newsroom.licence } = article;
  const media = mediaOf(article, newsroom);
  const category = (kind: "sections" | "topics", { name, slug }: Named) =>
    element("category", [], { term: slug, scheme: siteAddress(newsroom, addresses.overview(kind)), label: name });
  const page = siteAddress(newsroom, addresses.article(article.slug));
  return element(
    "entry",
    [
      element("id", entryId(article.id, newsroom)),
      element("title", article.headline),
      element("link", [], { rel: "alternate", type: "text/html", hreflang: language, href: page }),
      element("published", rfc3339(published)),
      element("updated", rfc3339(updated)),
      ...bylines.map(({ name, url }) =>
        element("author", [element("name", name), ...(url ? [element("uri", siteAddress(newsroom, url))] : [])]),
      ),
      category("sections", article.section),
      ...article.topics.map((topic) => category("topics", topic)),
      ...(licence ? [element("rights", licence)] : []),
      element("summary", summaryOf(article)),
      element("content", contentOf(article, newsroom), { type: "html" }),
      ...article.sources.map(({ title, url }) =>
        element("link", [], { rel: "via", href: siteAddress(newsroom, url), title }),
      ),
      ...media.map(enclosure),
      ...media.map(mediaContent),
    ],
    { "xml:lang": language },
  );
}

function enclosure({ url, mime, title, picture }: Medium): Xml {
  const words = picture && [picture.caption, picture.credit].filter(Boolean).join(" ");
  return element("link", [], { rel: "enclosure", type: mime, href: url, title: words || title });
}

/** Has to be an absolute IRI: the article's own id when it is one, else that id below the site's address. Never changes. */
function entryId(id: string, newsroom: LocatedNewsroom): string {
  const isIri = /^[a-z][a-z0-9+.-]*:(?:%[0-9a-f]{2}|[^\s%<>"{}|\\^`])+$/iu.test(id);
  return isIri ? id : `${newsroom.url}#${encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\ufffd"))}`;
}
