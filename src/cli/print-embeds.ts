import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import type { ArticleDocument } from "#edition/article-document.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { clockOf } from "#ui/print-time.ts";
import { missingCard, waitingCard } from "#widgets/article-card.ts";
import { type EmbeddedList, embeddedLists, embedPaths, storyKinds } from "#widgets/embed-address.ts";
import { headlineListWidget } from "#widgets/headline-widgets.ts";
import { type LocatedNewsroom, oembedOf } from "#widgets/oembed.ts";
import { searchBox } from "#widgets/search-box.ts";
import { storyWidget } from "#widgets/story-widget.ts";
import type { WidgetSetting } from "#widgets/widget-setting.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import { embedPrinter, livePagePrinter, type PrintEmbed } from "./embed-document.ts";
import type { App } from "./open-app.ts";
import type { PageSource } from "./page-list.ts";

/** What is printed for other people's pages. */
export type Embeds = {
  /** Those that every site has. */
  readonly standing: readonly EditionFile[];
  /** Those of an article, or of a list with its newest headlines. */
  readonly of: (source: PageSource) => readonly EditionFile[];
};

/** `basePath` is where the site lies on its host: "/" or "/news/". */
export async function openEmbeds(app: Pick<App, "widgets">, newsroom: Newsroom, basePath: string): Promise<Embeds> {
  const setting = await settingOf(newsroom, basePath);
  const print = embedPrinter(app, newsroom);
  return {
    standing: [
      print(embedPaths.page({ kind: "search" }), searchBox(setting)),
      print(embedPaths.missing, missingCard("missing", setting)),
    ],
    of: (source) => {
      if (source.kind === "article" && source.document) {
        const { document } = source;
        return [...storyEmbeds(document, setting, print), ...oembedFiles(document, newsroom)];
      }
      if (source.kind !== "list" || source.list.page !== "latest") return [];
      const { kind, slug } = source.list;
      return isEmbedded(kind) ? [print(embedPaths.page({ kind, slug }), headlineListWidget(source.list, setting))] : [];
    },
  };
}

/** What a site has whose stories are only known in the reader's browser: a page for all embeds, and the script that fills it. */
export async function liveEmbeds(app: Pick<App, "widgets">, newsroom: Newsroom, base: string): Promise<EditionFile[]> {
  const print = livePagePrinter(app, { newsroom, base });
  return [
    print(waitingCard(await settingOf(newsroom, base))),
    { path: embedPaths.liveScript, content: app.widgets.liveScript },
  ];
}

async function settingOf(newsroom: Newsroom, base: string): Promise<WidgetSetting> {
  const digits = digitsOf(newsroom);
  return {
    newsroom,
    words: await loadWords(newsroom.language, digits),
    embedWords: await loadEmbedWords(newsroom.language, digits),
    clock: clockOf(newsroom, undefined),
    base,
  };
}

function isEmbedded(kind: string): kind is EmbeddedList {
  return embeddedLists.some((one) => one === kind);
}

function storyEmbeds(document: ArticleDocument, setting: WidgetSetting, print: PrintEmbed): readonly EditionFile[] {
  const { slug } = document.article;
  return storyKinds.map((kind) => print(embedPaths.page({ kind, slug }), storyWidget(kind, document, setting)));
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
