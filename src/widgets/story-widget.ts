import type { ArticleDocument } from "#edition/article-document.ts";
import { articleCard, withdrawnCard } from "./article-card.ts";
import type { StoryKind } from "./embed-address.ts";
import { relatedStrip, timelineWidget } from "./headline-widgets.ts";
import { readerBox } from "./reader-box.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

/** What is shown of a story. One that was withdrawn keeps its addresses: what stands there says so to all who embedded it. */
export function storyWidget(kind: StoryKind, document: ArticleDocument, setting: WidgetSetting): Widget {
  const { article } = document;
  if (article.release.kind === "withdrawn") return withdrawnCard(article, article.release.reason, setting);
  switch (kind) {
    case "card":
      return articleCard(article, setting);
    case "article":
      return readerBox(article, setting);
    case "related":
      return relatedStrip(document, setting);
    case "timeline":
      return timelineWidget(document, setting);
  }
}
