import { type Article, summaryOf } from "#domain/article.ts";
import type { ArticleDocument } from "#edition/article-document.ts";
import type { Headline } from "#edition/headline.ts";
import type { HeadlineList } from "#edition/headline-list.ts";
import { type EmbeddedList, listedHeadlines, type StoryKind } from "./embed-address.ts";
import { shownPicture } from "./widget-picture.ts";

/** What an embed of each kind shows. */
export type Shown =
  | { readonly kind: StoryKind; readonly document: ArticleDocument }
  | { readonly kind: EmbeddedList; readonly list: HeadlineList }
  | { readonly kind: "search" };

/** CSS pixels of the places that an embed must fit into without scrolling. Narrower ones may scroll. */
const widths = [320, 412, 640, 1280];
const least = 120;
const most = 640;
const readerHeight = 520;
const searchHeight = 140;
/** Rule, space above and foot. */
const frame = 3 + 12 + 42;
const title = 38;

/**
 * CSS pixels to reserve for an embed, so that nothing moves when it comes: what its texts need at the usual size of text in the
 * narrowest of usual places, in steps of ten. An estimate from the number of letters, on the safe side: what does not fit scrolls.
 */
export function reservedHeight(shown: Shown): number {
  switch (shown.kind) {
    case "search":
      return searchHeight;
    case "article":
      return readerHeight;
    case "card":
      return stepped(frame + highest((width) => cardHeight(shown.document.article, width)));
    case "related":
      return stepped(frame + title + stripHeight(shown.document));
    case "timeline":
      return stepped(frame + title + highest((width) => timelineHeight(shown.document, width)));
    case "sections":
    case "topics":
    case "places":
    case "authors":
      return stepped(frame + title + highest((width) => listHeight(shown.list, width)));
  }
}

function cardHeight(article: Article, width: number): number {
  const { headline, corrections } = article;
  const picture = shownPicture(article);
  const isWide = width >= 640;
  const beside = picture && width >= 352 ? (isWide ? 240 + 24 : 128 + 16) : 0;
  const column = width - 32 - beside;
  const size = width >= 960 ? 28 : isWide ? 22 : 18;
  const correction = corrections.at(-1);
  const text =
    20 +
    4 +
    lines(headline, column, size) * size * leading(headline, 1.25) +
    4 +
    Math.min(width < 352 ? 2 : 3, lines(summaryOf(article), column, 16)) * 16 * leading(headline, 1.4) +
    (correction ? 4 + lines(`${correction.text} Correction 28 September 2025`, column - 13, 14) * 20 : 0);
  const figure = beside === 0 ? 0 : (beside - 16) / 1.5 + 4 + lines(picture?.credit ?? "", isWide ? 240 : 128, 12) * 15;
  return Math.max(text, figure) + 8;
}

function listHeight({ headlines }: HeadlineList, width: number): number {
  const columns = width >= 640 ? 2 : 1;
  const column = (width - 32 - 24 * (columns - 1)) / columns;
  const heights = headlines.slice(0, listedHeadlines).map((headline) => {
    const summary = columns === 2 ? Math.min(3, lines(headline.summary, column, 15)) * 21 : 0;
    return entryHeight(headline, column) + summary;
  });
  let height = 0;
  for (let row = 0; row < heights.length; row += columns) height += Math.max(...heights.slice(row, row + columns));
  return height;
}

/** Side by side, as narrow as they may be. */
function stripHeight({ article, related }: ArticleDocument): number {
  const headlines = related.length > 0 ? related.map(({ headline }) => headline) : [article];
  return Math.max(...headlines.map((headline) => entryHeight(headline, 208)));
}

function timelineHeight({ article, related }: ArticleDocument, width: number): number {
  const column = width - 34 - (width >= 512 ? 176 : 0);
  let height = 0;
  for (const headline of [article, ...related.map((one) => one.headline)])
    height += entryHeight(headline, column) - 4 - (width >= 512 ? 18 : 0);
  return height;
}

function entryHeight({ headline }: Pick<Headline, "headline">, column: number): number {
  return 17 + lines(headline, column, 16) * 16 * leading(headline, 1.3) + 18;
}

function highest(heightAt: (width: number) => number): number {
  return Math.max(...widths.map(heightAt));
}

/** How many lines a text takes. Signs of scripts without blanks are as wide as they are tall. */
function lines(text: string, width: number, size: number): number {
  const wide = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.max(1, Math.ceil((size * (wide + (text.length - wide) * 0.63)) / width));
}

/** Scripts that hang below their line and rise above it need more of it. */
function leading(text: string, usual: number): number {
  if (/[\p{Script=Arabic}]/u.test(text)) return 1.9;
  return /[\p{Script=Bengali}]/u.test(text) ? 1.45 : usual;
}

function stepped(height: number): number {
  return Math.min(most, Math.max(least, Math.ceil(height / 10) * 10));
}
