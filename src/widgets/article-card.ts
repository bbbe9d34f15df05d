import { type Article, summaryOf } from "#domain/article.ts";
import { addresses } from "#edition/paths.ts";
import { correctionLine } from "./correction-line.ts";
import { element } from "./markup.ts";
import { widgetFrame } from "./widget-frame.ts";
import { printedDate, said, storyLink } from "./widget-parts.ts";
import { picturePlaces, shownPicture, widgetFigure } from "./widget-picture.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

/** One story as a link to it: headline, what it says, picture, whose it is and of when. */
export function articleCard(article: Article, setting: WidgetSetting): Widget {
  const { headline, language, direction, slug, section, published, kicker } = article;
  const picture = shownPicture(article);
  const { newsroom } = setting;
  return {
    title: headline,
    language,
    direction,
    canonical: article.canonicalUrl ?? addresses.article(slug),
    state: "ok",
    content: widgetFrame({
      name: picture ? "card card-pictured" : "card",
      label: headline,
      body: element(
        "article",
        { class: "story" },
        element(
          "div",
          { class: "story-text" },
          element("p", { class: "kicker" }, kicker ?? element("span", setting.words.attributes, section.name)),
          element("h1", { class: "headline" }, storyLink(slug, headline, setting)),
          correctionLine(article, setting),
          element("p", { class: "standfirst" }, summaryOf(article)),
        ),
        picture && widgetFigure({ ...picture, alt: "" }, picturePlaces.card, undefined, setting),
      ),
      foot: element(
        "p",
        { class: "foot meta" },
        element("span", { class: "source", ...setting.words.attributes }, newsroom.name),
        element("span", { class: "when" }, printedDate(published, setting)),
      ),
    }),
  };
}

/** What is left of an article that was withdrawn: that it was, why, and where to look instead. */
export function withdrawnCard(article: Article, reason: string, setting: WidgetSetting): Widget {
  const { headline, language, direction, slug } = article;
  const { words, newsroom } = setting;
  return {
    title: headline,
    language,
    direction,
    canonical: addresses.article(slug),
    state: "gone",
    content: widgetFrame({
      name: "notice",
      label: headline,
      body: element(
        "article",
        {},
        element("h1", { class: "headline" }, storyLink(slug, headline, setting)),
        element("p", {}, element("strong", {}, said(words.plain.withdrawn, setting)), " ", reason),
      ),
      foot: element("p", { class: "foot meta" }, element("span", words.attributes, newsroom.name)),
    }),
  };
}

/** For an address that names no story, or one that could not be reached just now. */
export function missingCard(reason: "missing" | "unreachable", setting: WidgetSetting): Widget {
  const { newsroom, clock, embedWords, words, base } = setting;
  const { storyMissing, storyMissingAdvice, feedUnreachable } = embedWords.plain;
  const title = reason === "missing" ? storyMissing : feedUnreachable;
  return {
    title,
    language: clock.language,
    direction: clock.direction,
    canonical: addresses.front,
    state: "error",
    content: widgetFrame({
      name: "notice",
      label: title,
      body: element(
        "div",
        words.attributes,
        element("h1", { class: "headline" }, title),
        reason === "missing" ? element("p", {}, storyMissingAdvice) : undefined,
      ),
      foot: element("p", { class: "foot" }, element("a", { href: base, rel: "noopener" }, newsroom.name)),
    }),
  };
}

/** What stands in the frame of a live embed until the feed has come, and what it says when there are no scripts to fetch it. */
export function waitingCard(setting: WidgetSetting): Widget {
  const { newsroom, clock, words, base } = setting;
  return {
    title: words.plain.loading,
    language: clock.language,
    direction: clock.direction,
    canonical: addresses.front,
    state: "loading",
    content: widgetFrame({
      name: "notice",
      label: words.plain.loading,
      body: element(
        "div",
        words.attributes,
        element("h1", { class: "title" }, words.plain.loading),
        element("p", { class: "without-scripts" }, words.plain.needsScripts),
      ),
      foot: element("p", { class: "foot" }, element("a", { href: base, rel: "noopener" }, newsroom.name)),
    }),
  };
}
