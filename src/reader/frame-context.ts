import { createContext, use } from "react";
import type { Language } from "#domain/language.ts";
import type { Clock } from "#ui/print-time.ts";
import { english } from "#words/english.ts";
import { type Words, wordsOf } from "#words/words.ts";

/** What the smallest parts of a page need to know, of which a page holds hundreds. */
export type Frame = {
  /** Where the pages of the edition lie on their host: "/", "/news/", "/news/opened/". */
  readonly root: string;
  /** Whether it was made here of opened files, of which nothing is kept. */
  readonly isOpened: boolean;
  /** The interface's words in the language of the edition. */
  readonly words: Words;
  /** How the edition prints its dates. */
  readonly clock: Clock;
};

const language = "en" as Language;

/** English ones at the host's root, for a page that could not even open its edition. */
export const FrameContext = createContext<Frame>({
  root: "/",
  isOpened: false,
  words: wordsOf(english, language, "latn"),
  clock: { language, direction: "ltr", timeZone: "UTC", digits: "latn", hourCycle: "h23", now: undefined },
});

export function useFrame(): Frame {
  return use(FrameContext);
}

export function useWords(): Words {
  return use(FrameContext).words;
}
