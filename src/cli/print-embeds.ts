import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { type ArticleDocument, decodeArticleDocument } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { clockOf } from "#ui/print-time.ts";
import { articleCard, missingCard, withdrawnCard } from "#widgets/article-card.ts";
import { type EmbeddedList, embeddedLists, embedPaths, type StoryKind, storyKinds } from "#widgets/embed-address.ts";
import { headlineListWidget, relatedStrip, timelineWidget } from "#widgets/headline-widgets.ts";
import { type LocatedNewsroom, oembedOf } from "#widgets/oembed.ts";
import { readerBox } from "#widgets/reader-box.ts";
import { searchBox } from "#widgets/search-box.ts";
import type { Widget, WidgetSetting } from "#widgets/widget-setting.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import type { App } from "./build-app.ts";
import { embedPrinter, type PrintEmbed } from "./embed-document.ts";

/** What is printed for other people's pages. */
export type Embeds = {
  /** Those that every site has. */
  readonly standing: readonly EditionFile[];
  /** Those of an article or a list, from the edition's file of it; none of any other file. */
  readonly of: (file: EditionFile & { readonly content: string }) => readonly EditionFile[];
};

/** `basePath` is where the site lies on its host: "/" or "/news/". */
export async function openEmbeds(app: Pick<App, "widgets">, newsroom: Newsroom, basePath: string): Promise<Embeds> {
  const digits = digitsOf(newsroom);
  const setting: WidgetSetting = {
    newsroom,
    words: await loadWords(newsroom.language, digits),
    embedWords: await loadEmbedWords(newsroom.language, digits),
    clock: clockOf(newsroom, undefined),
    base: basePath,
  };
  const print = embedPrinter(app, newsroom);
  return {
    standing: [
      print(embedPaths.page({ kind: "search" }), searchBox(setting)),
      print(embedPaths.missing, missingCard("missing", setting)),
    ],
    of: ({ path, content }) => {
      if (path.startsWith("articles/")) {
        const document = decodeArticleDocument(content, path);
        return document ? [...storyEmbeds(document, setting, print), ...oembedFiles(document, newsroom)] : [];
      }
      const [, kind, slug] = /^lists\/([^/]+)\/([^/]+)\/latest\.json$/u.exec(path) ?? [];
      if (slug === undefined || !isEmbedded(kind)) return [];
      return [print(embedPaths.page({ kind, slug }), headlineListWidget(decodeHeadlineList(content, path), setting))];
    },
  };
}

function isEmbedded(kind: string | undefined): kind is EmbeddedList {
  return embeddedLists.some((one) => one === kind);
}

/** A story that was withdrawn keeps its addresses: what stands there says so to all who embedded it. */
function storyEmbeds(document: ArticleDocument, setting: WidgetSetting, print: PrintEmbed): readonly EditionFile[] {
  const { slug, release } = document.article;
  return storyKinds.map((kind) => {
    const widget =
      release.kind === "withdrawn"
        ? withdrawnCard(document.article, release.reason, setting)
        : storyWidget(kind, document, setting);
    return print(embedPaths.page({ kind, slug }), widget);
  });
}

/** None of a story that was withdrawn: nobody should embed it anew. */
function oembedFiles(document: ArticleDocument, newsroom: Newsroom): readonly EditionFile[] {
  const { slug, release } = document.article;
  if (!isLocated(newsroom) || release.kind === "withdrawn") return [];
  return [{ path: embedPaths.oembed(slug), content: `${JSON.stringify(oembedOf(document, newsroom))}\n` }];
}

function isLocated(newsroom: Newsroom): newsroom is LocatedNewsroom {
  return newsroom.url !== undefined;
}

function storyWidget(kind: StoryKind, document: ArticleDocument, setting: WidgetSetting): Widget {
  switch (kind) {
    case "card":
      return articleCard(document.article, setting);
    case "article":
      return readerBox(document.article, setting);
    case "related":
      return relatedStrip(document, setting);
    case "timeline":
      return timelineWidget(document, setting);
  }
}
