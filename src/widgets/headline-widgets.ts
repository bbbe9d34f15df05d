import { epochOf } from "#domain/instant.ts";
import { directionOf } from "#domain/language.ts";
import type { ArticleDocument } from "#edition/article-document.ts";
import { type Headline, headlineOf } from "#edition/headline.ts";
import type { HeadlineList } from "#edition/headline-list.ts";
import { listTitle } from "#edition/list-titles.ts";
import { addresses } from "#edition/paths.ts";
import { listedHeadlines } from "./embed-address.ts";
import { element, type Markup } from "./markup.ts";
import { widgetFrame } from "./widget-frame.ts";
import { headlineEntry, onwardLink, printedDate, storyLink } from "./widget-parts.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

/** The newest headlines of a section, topic, place or author. */
export function headlineListWidget(list: HeadlineList, setting: WidgetSetting): Widget {
  const { newsroom, embedWords, base } = setting;
  const title = listTitle(list, newsroom);
  const path = addresses.list(list.kind, list.slug);
  return {
    title,
    language: newsroom.language,
    direction: directionOf(newsroom.language),
    canonical: path,
    state: "ok",
    content: widgetFrame({
      name: "list",
      label: title,
      head: element("h1", { class: "title" }, element("a", { href: base + path, rel: "noopener" }, title)),
      body: entries(list.headlines.slice(0, listedHeadlines), setting),
      foot: onwardLink(path, embedWords.fill("moreOn", { newsroom: newsroom.name }), setting),
    }),
  };
}

/** What is related to a story, side by side. */
export function relatedStrip({ article, related }: ArticleDocument, setting: WidgetSetting): Widget {
  const { newsroom, embedWords, words } = setting;
  const path = addresses.article(article.slug);
  return {
    title: embedWords.fill("relatedTo", { headline: article.headline }),
    language: article.language,
    direction: article.direction,
    canonical: path,
    state: "ok",
    content: widgetFrame({
      name: "strip",
      label: words.plain.related,
      head: element("h1", { class: "title", ...words.attributes }, words.plain.related),
      body:
        related.length > 0
          ? entries(
              related.map(({ headline }) => headline),
              setting,
            )
          : lonely(article, setting),
      foot: onwardLink(path, embedWords.fill("moreOn", { newsroom: newsroom.name }), setting),
    }),
  };
}

/** A story without related ones stands for itself. */
function lonely(article: ArticleDocument["article"], setting: WidgetSetting): Markup {
  return entries([headlineOf(article)], setting);
}

function entries(headlines: readonly Headline[], setting: WidgetSetting): Markup {
  return element("ul", { class: "entries" }, ...headlines.map((headline) => headlineEntry(headline, setting)));
}

/** A story among those that are related to it, oldest first. */
export function timelineWidget({ article, related }: ArticleDocument, setting: WidgetSetting): Widget {
  const { newsroom, embedWords, words } = setting;
  const path = addresses.article(article.slug);
  const all: readonly Moment[] = [article, ...related.map(({ headline }) => headline)].toSorted(
    (one, other) => epochOf(one.published) - epochOf(other.published),
  );
  const title = embedWords.fill("timelineOf", { headline: article.headline });
  return {
    title,
    language: article.language,
    direction: article.direction,
    canonical: path,
    state: "ok",
    content: widgetFrame({
      name: "timeline",
      label: title,
      head: element("h1", { class: "title", ...words.attributes }, embedWords.plain.timelineTitle),
      body: element(
        "ol",
        { class: "moments" },
        ...all.map((headline) => moment(headline, headline === article, setting)),
      ),
      foot: onwardLink(path, embedWords.fill("readOn", { newsroom: newsroom.name }), setting),
    }),
  };
}

type Moment = Pick<Headline, "slug" | "headline" | "published" | "language" | "direction">;

function moment(headline: Moment, isOwn: boolean, setting: WidgetSetting): Markup {
  const { slug, published, language, direction } = headline;
  return element(
    "li",
    { class: "moment", ...(isOwn && { "aria-current": "true" }) },
    element(
      "p",
      { class: "meta" },
      printedDate(published, setting),
      ...(isOwn ? [" · ", element("strong", setting.words.attributes, setting.embedWords.plain.thisStory)] : []),
    ),
    element(
      "p",
      { class: "entry-headline", lang: language, dir: direction },
      storyLink(slug, headline.headline, setting),
    ),
  );
}
