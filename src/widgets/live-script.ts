/*
 * For sites without a press: reads the newsroom's feed in the frame, presses it there, and shows what the address asks for
 * (`?kind=card&id=slug`) as a printed embed would. A classic script, since a frame without an origin runs no modules.
 */
import { digitsOf } from "#domain/newsroom.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { decodeHeadlineList } from "#edition/headline-list.ts";
import { editionPaths } from "#edition/paths.ts";
import { clockOf } from "#ui/print-time.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import { fetchCopy } from "#workers/fetch-copy.ts";
import { readLive } from "#workers/live-copy.ts";
import { missingCard } from "./article-card.ts";
import { embeddedLists, storyKinds } from "./embed-address.ts";
import { headlineListWidget } from "./headline-widgets.ts";
import { type LiveSetting, livePage } from "./live-page.ts";
import { markupNode } from "./markup-nodes.ts";
import { searchBox } from "./search-box.ts";
import { storyWidget } from "./story-widget.ts";
import type { Widget, WidgetSetting } from "./widget-setting.ts";

async function settingOf({ newsroom, base }: LiveSetting): Promise<WidgetSetting> {
  const { language } = newsroom;
  const digits = digitsOf(newsroom);
  return {
    newsroom,
    words: await loadWords(language, digits),
    embedWords: await loadEmbedWords(language, digits),
    clock: clockOf(newsroom, undefined),
    base,
  };
}

async function widgetFor(kind: string, id: string, setting: WidgetSetting): Promise<Widget> {
  if (kind === "search") return searchBox(setting);
  const { newsroom, base } = setting;
  const outside = { fetchCopy, fetchBytes: async () => undefined, now: () => Date.now() };
  const address = new URL(`${base}newsroom.json`, location.href).href;
  const { edition } = await readLive(JSON.stringify(newsroom), address, outside);
  if (!edition) return missingCard("unreachable", setting);
  const textAt = (path: string) => {
    const content = edition.files.get(path);
    return typeof content === "string" ? content : undefined;
  };
  const list = embeddedLists.find((one) => one === kind);
  if (list) {
    const path = editionPaths.list(list, id, "latest");
    const text = textAt(path);
    return text === undefined
      ? missingCard("missing", setting)
      : headlineListWidget(decodeHeadlineList(text, path), setting);
  }
  const path = editionPaths.article(id);
  const text = textAt(path);
  const document = text === undefined ? undefined : decodeArticleDocument(text, path);
  const story = storyKinds.find((one) => one === kind) ?? "card";
  return document ? storyWidget(story, document, setting) : missingCard("missing", setting);
}

function show({ title, language, direction, state, content }: Widget, { newsroom }: WidgetSetting): void {
  const root = document.documentElement;
  document.title = `${title} – ${newsroom.name}`;
  root.lang = language;
  root.dir = direction;
  root.dataset["state"] = state;
  document.body.replaceChildren(markupNode(content));
  dispatchEvent(new Event(livePage.drawn));
}

async function run(): Promise<void> {
  const text = document.getElementById(livePage.settingId)?.textContent ?? "{}";
  const setting = await settingOf(JSON.parse(text) as LiveSetting);
  const asked = new URLSearchParams(location.search);
  const widget = await widgetFor(asked.get("kind") ?? "card", asked.get("id") ?? "", setting).catch(() =>
    missingCard("unreachable", setting),
  );
  show(widget, setting);
}

void run();
