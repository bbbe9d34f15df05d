import type { Fetched } from "#wire/follow-feed.ts";

/** What asking for a feed gave. A server that is overloaded may say for how many milliseconds it wants to be left alone. */
export type Answer = Fetched & { readonly retryAfter?: number };

/** The world outside the worker, handed in. */
export type Outside = {
  /** Asks for a feed; with what the last answer said of its version, so that an unchanged one is not sent again. */
  readonly fetchCopy: (url: string, known?: Version) => Promise<Answer>;
  /** The bytes at an address, or undefined when nothing is there. */
  readonly fetchBytes: (url: string, freshness: Freshness) => Promise<Uint8Array | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** "default" when what lies under an address never changes; "reload" when what was stored of that was not whole. */
export type Freshness = "default" | "no-cache" | "reload";

export type Version = { readonly etag?: string };
