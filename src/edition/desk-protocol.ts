import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Newsroom } from "#domain/newsroom.ts";

/** What the desk worker is asked, in a page that has no printed edition of its own. Each request is answered once, by its number. */
export type DeskRequest = { readonly number: number } & (
  | { readonly kind: "read-feed"; readonly url: string; readonly newsroom: Newsroom }
  | {
      readonly kind: "read-files";
      readonly files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[];
      readonly newsroom: Newsroom;
    }
  /** Asks the feed again, politely. What it brings is kept aside until "turn-over". */
  | { readonly kind: "poll" }
  /** Puts what the last poll brought in place of the edition being read. */
  | { readonly kind: "turn-over" }
  | { readonly kind: "load"; readonly path: string }
  | { readonly kind: "load-bytes"; readonly path: string }
);

export type DeskAnswer = { readonly number: number } & (
  | {
      readonly kind: "pressed";
      readonly articles: number;
      readonly spiked: readonly CopyProblem[];
      readonly title?: string;
    }
  | {
      readonly kind: "polled";
      readonly fresh: number /** Milliseconds to wait before asking again. */;
      readonly wait: number;
      readonly gone: boolean;
    }
  | { readonly kind: "loaded"; readonly text: string | undefined }
  | { readonly kind: "loaded-bytes"; readonly bytes: ArrayBuffer | undefined }
  | { readonly kind: "problem"; readonly problem: CopyProblem }
);
