import type { Article } from "#domain/article.ts";
import { type Block, blockTexts } from "#domain/block.ts";
import { addresses } from "#edition/paths.ts";
import { blockMarkup } from "./block-markup.ts";
import { correctionLine } from "./correction-line.ts";
import { element } from "./markup.ts";
import { widgetFrame } from "./widget-frame.ts";
import { onwardLink, printedDate, said, storyLink } from "./widget-parts.ts";
import { picturePlaces, widgetFigure } from "./widget-picture.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

/** UTF-16 units of text: what is longer is read on at the newsroom, so that the page stays small. */
const longestText = 12_000;

/** A whole story in a box that scrolls, with the way to its page always in sight. */
export function readerBox(article: Article, setting: WidgetSetting): Widget {
  const { headline, language, direction, slug, standfirst, pictures, published, bylines } = article;
  const { newsroom, words, embedWords } = setting;
  const path = addresses.article(slug);
  return {
    title: headline,
    language,
    direction,
    canonical: article.canonicalUrl ?? path,
    state: "ok",
    content: widgetFrame({
      name: "reader",
      label: headline,
      body: element(
        "article",
        {},
        element("h1", { class: "headline" }, storyLink(slug, headline, setting)),
        standfirst ? element("p", { class: "standfirst" }, standfirst) : undefined,
        element(
          "p",
          { class: "meta" },
          ...(bylines.length > 0
            ? [said(words.plain.by, setting), ` ${bylines.map(({ name }) => name).join(", ")} · `]
            : []),
          printedDate(published, setting, "time"),
        ),
        correctionLine(article, setting),
        ...pictures.map((picture) => widgetFigure(picture, picturePlaces.article, picture.caption, setting)),
        ...beginningOfBody(article.body).map((block) => blockMarkup(block, setting)),
      ),
      foot: onwardLink(path, embedWords.fill("continueOn", { newsroom: newsroom.name }), setting),
    }),
  };
}

function beginningOfBody(body: readonly Block[]): readonly Block[] {
  let length = 0;
  const end = body.findIndex((block) => {
    for (const text of blockTexts(block)) length += text.length;
    return length > longestText;
  });
  return end < 0 ? body : body.slice(0, end);
}
