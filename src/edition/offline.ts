import type { Headline } from "./headline.ts";

/** The offline worker's script, at the site's root: it can only look after pages beside and below it. */
export const offlineWorkerFile = "service-worker.js";

/** What the offline worker is told of the app that it keeps, by the line that stands before its script. */
export type AppFiles = {
  /** Tells one build of the app from another. */
  readonly version: string;
  /** Paths under the site's root; their names tell what is in them. */
  readonly files: readonly string[];
  /** Files of the edition that most pages need. One that is not there is done without. */
  readonly first: readonly string[];
  /** Files that the site is known not to have. */
  readonly absent: readonly string[];
};

/** A story that is stored on the device, and since when, in milliseconds since 1970. */
export type StoredStory = {
  readonly headline: Headline;
  readonly at: number;
  /** Whether the reader asked for it to be there, so that nothing newer takes its place. */
  readonly isKept: boolean;
};

/** What pages ask of the offline worker. Addresses are absolute. */
export type OfflineRequest =
  /** To hold these files until the reader clears them. */
  | { readonly kind: "keep"; readonly files: readonly string[] }
  /** To hold what the page has that came before the worker did, as if it had been read through it. */
  | { readonly kind: "remember"; readonly files: readonly string[] }
  | { readonly kind: "stored" }
  | { readonly kind: "clear" }
  /** Since when the page that asks has been stored, if it came out of the store. */
  | { readonly kind: "served" }
  /** Whether a script is of the app that the worker is for. */
  | { readonly kind: "knows"; readonly file: string }
  /** To take over from an older worker, for the reader has agreed. */
  | { readonly kind: "take-over" };

export type OfflineAnswer =
  /** How much is held of them now, and how many did not come. */
  | { readonly kind: "kept"; readonly bytes: number; readonly missing: number }
  | { readonly kind: "stored"; readonly stories: readonly StoredStory[]; readonly bytes: number }
  | { readonly kind: "served"; readonly at?: number }
  | { readonly kind: "knows"; readonly isKnown: boolean }
  | { readonly kind: "done" };

/** What the offline worker tells a page whose file came out of the store, unasked. */
export type OfflineTelling = { readonly kind: "from-store"; readonly path: string; readonly at: number };

/** Names with a hash of the content: what lies under them never changes. `path` is relative to the site's root. */
export function isContentNamed(path: string): boolean {
  return (
    /^assets\/.+-[\w-]{8,}\.\w+$/u.test(path) ||
    /^search\/[0-9a-f]{16}-/u.test(path) ||
    /^pictures\/.+-[0-9a-f]{10,}(?:-\d+)?\.\w+$/u.test(path)
  );
}
