import type { Fetched } from "#wire/follow-feed.ts";

/** The world outside the worker, handed in. */
export type Outside = {
  /** Asks for a feed; with what the last answer said of its version, so that an unchanged one is not sent again. */
  readonly fetchCopy: (url: string, known?: Version) => Promise<Fetched>;
  /** The bytes at an address, or undefined when nothing is there. */
  readonly fetchBytes: (url: string) => Promise<Uint8Array | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export type Version = { readonly etag?: string; readonly lastModified?: string };
