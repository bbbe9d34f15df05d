import { useQueryClient } from "@tanstack/react-query";
import { Component, type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { digitsOf } from "#domain/newsroom.ts";
import { headlineOf } from "#edition/headline.ts";
import type { ToolWords } from "#words/tools/english.ts";
import { loadToolWords } from "#words/tools/load-tool-words.ts";
import { loadWayWords } from "#words/ways/load-way-words.ts";
import { showPictures } from "../hold-pictures.ts";
import { Listening } from "../listen/listening.tsx";
import { keepStory } from "../offline/keep-story.ts";
import { OfflineNotes } from "../offline/offline-notes.tsx";
import { articleQuery } from "../queries.ts";
import type { Reading } from "../reading.ts";
import { ContinueOffer } from "./continue-offer.tsx";
import { isSaved, loadSaved, removeStory, saveStories } from "./saved-stories.ts";
import type { SheetProps } from "./sheet.tsx";
import { useCommands } from "./use-commands.ts";
import { slugAt, useReadingRecord } from "./use-reading-record.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const sheets = {
  settings: async () => (await import("./settings-sheet.tsx")).SettingsSheet,
  share: async () => (await import("./share-sheet.tsx")).ShareSheet,
  shortcuts: async () => (await import("./shortcuts-sheet.tsx")).ShortcutsSheet,
} as const satisfies Readonly<Record<string, () => Promise<ComponentType<SheetProps>>>>;

/** The tools that stand over the pages of an edition, in its language. */
export async function openTools(reading: Reading): Promise<ReactNode> {
  const { edition, manifest } = reading;
  const { newsroom } = manifest;
  const { language } = newsroom;
  const digits = digitsOf(newsroom);
  const [words, wayWords] = await Promise.all([loadToolWords(language, digits), loadWayWords(language, digits)]);
  return (
    <>
      <WithoutHarm>
        <Listening reading={reading} words={wayWords} />
      </WithoutHarm>
      <WithoutHarm>
        <ReadingTools edition={edition} words={words} />
      </WithoutHarm>
      <WithoutHarm>
        <OfflineNotes words={wayWords} />
      </WithoutHarm>
    </>
  );
}

/** Whatever goes wrong with a tool, the page stays. */
class WithoutHarm extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}

type Props = Pick<Reading, "edition"> & { readonly words: ToolWords };

function ReadingTools({ edition, words }: Props) {
  const [said, setSaid] = useState("");
  const [Sheet, setSheet] = useState<ComponentType<SheetProps>>();
  const openPicture = useOpenPicture();
  const save = useSave(edition, words, setSaid);
  const place = useReadingRecord();
  useEffect(() => void loadSaved(edition.base), [edition]);
  const openSheet = (name: keyof typeof sheets) =>
    sheets[name]().then(
      (opened) => setSheet(() => opened),
      () => setSaid(words.plain.toolMissing),
    );
  useTools({
    picture: openPicture,
    save: ({ dataset }) => save(dataset["story"] ?? ""),
    settings: () => openSheet("settings"),
    share: () => openSheet("share"),
  });
  useShortcuts(useCommands(edition, { save, help: () => void openSheet("shortcuts") }));
  const viewed = useViewedPicture();
  const isViewing = viewed !== undefined;
  const [Viewer, setViewer] = useState<typeof import("./picture-viewer.tsx").PictureViewer>();
  // Fetched with the first picture that is to be shown.
  useEffect(() => {
    if (!isViewing) return;
    import("./picture-viewer.tsx").then(
      ({ PictureViewer }) => setViewer(() => PictureViewer),
      () => setSaid(words.plain.toolMissing),
    );
  }, [isViewing, words]);
  useWantedTool();
  return (
    <>
      {Sheet && <Sheet words={words} onClose={() => setSheet(undefined)} />}
      {Viewer && viewed && <Viewer edition={edition} words={words} {...viewed} />}
      {place && <ContinueOffer key={place.text} place={place} words={words} />}
      <output className="tools-note no-print" {...words.attributes}>
        {said}
      </output>
    </>
  );
}

type UseTool = (element: HTMLElement, event: MouseEvent) => unknown;

/** Listens for taps on whatever offers a tool, by its name. */
function useTools(tools: Readonly<Record<string, UseTool>>): void {
  useEffect(() => {
    const use = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tool]") : null;
      if (element) tools[element.dataset["tool"] ?? ""]?.(element, event);
    };
    document.addEventListener("click", use);
    return () => document.removeEventListener("click", use);
  });
}

/** Uses what was reached for before the tools were there. */
function useWantedTool(): void {
  useEffect(() => {
    document.documentElement.dataset["tools"] = "here";
    const wanted = document.querySelector<HTMLElement>("[data-wanted]");
    delete wanted?.dataset["wanted"];
    wanted?.click();
  }, []);
}

/** A tap on a picture shows it large; on one that is held back, where it stands. Other clicks follow the link to its file. */
function useOpenPicture(): UseTool {
  const navigate = useNavigate();
  return (link, event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const figure = link.closest("figure");
    if (!figure?.id) return;
    event.preventDefault();
    if (figure.querySelector("[data-src]")) showPictures(figure);
    else void navigate({ hash: `#${figure.id}` }, { preventScrollReset: true, state: { isOpenedHere: true } });
  };
}

/** Saves a story, or lets it go, and says so. */
function useSave(edition: Reading["edition"], { plain }: ToolWords, say: (said: string) => void) {
  const client = useQueryClient();
  return async (slug: string) => {
    if (slug === "" || edition.opened) return undefined;
    if (isSaved(slug)) {
      await removeStory(slug);
      return say(plain.storyRemoved);
    }
    try {
      const document = await client.fetchQuery(articleQuery(edition, slug));
      const isKept = await saveStories([{ story: headlineOf(document.article), saved: Date.now() }]);
      // To be there without a network too. Where that cannot be, it is saved all the same.
      keepStory(edition, document).catch(() => undefined);
      say(isKept ? plain.storySaved : plain.notStored);
    } catch {
      say(plain.saveFailed);
    }
  };
}

/** The picture that the page's address names. */
function useViewedPicture(): { readonly slug: string; readonly number: number } | undefined {
  const { pathname, hash } = useLocation();
  const slug = slugAt(pathname);
  const [, number] = /^#figure-(\d+)$/u.exec(hash) ?? [];
  return slug && number ? { slug, number: Number(number) } : undefined;
}
