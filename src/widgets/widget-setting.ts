import type { Direction, Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Clock } from "#ui/print-time.ts";
import type { EmbedWords } from "#words/embeds/english.ts";
import type { Words } from "#words/words.ts";
import type { Markup } from "./markup.ts";

/** What every widget of a newsroom is drawn with. */
export type WidgetSetting = {
  readonly newsroom: Newsroom;
  readonly words: Words;
  readonly embedWords: EmbedWords;
  readonly clock: Clock;
  /** Where the site lies, ending in "/": a path on its host, or a whole address. */
  readonly base: string;
};

/** What the page of an embed shows, and what its head says. */
export type Widget = {
  readonly title: string;
  readonly language: Language;
  readonly direction: Direction;
  /** The page of the site that shows the same, relative to its root; a whole address for an article that lives elsewhere. */
  readonly canonical: string;
  /**
   * Whether it is there, or only a note that it was, could not be had, or is being fetched. None is called old: a frame keeps
   * nothing, so it shows what was printed last or says that it could not be reached.
   */
  readonly state: "ok" | "gone" | "error" | "loading";
  readonly content: Markup;
};
