import type { Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeDocument } from "./decode.ts";
import { editionVersion } from "./json-feed.ts";

/** SHA-256 over the paths, lengths and contents of a group of files, in the order in which they are printed; hex. */
export type FilesHash = { readonly hash: string; readonly files: number; readonly bytes: number };

/**
 * What an edition is, and the only file of it that is asked for again.
 * The hashes are by folder, so that the manifest stays small however many articles there are.
 */
export type Manifest = {
  /** SHA-256 over all hashes: two editions with the same one are the same, byte for byte. */
  readonly edition: string;
  readonly newsroom: Newsroom;
  readonly articles: number;
  readonly newest?: Instant;
  readonly sections: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly files: {
    readonly front: FilesHash;
    readonly feed: FilesHash;
    readonly feeds: FilesHash;
    readonly lists: FilesHash;
    readonly articles: FilesHash;
    readonly search: FilesHash;
    /** Everything else: RSS, Atom, sitemaps, robots.txt and the web app manifest. */
    readonly machines: FilesHash;
  };
};

export function encodeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ _dateline: { version: editionVersion, ...manifest } }, undefined, 1)}\n`;
}

export function decodeManifest(text: string, path: string): Manifest {
  return decodeDocument(text, path)._dateline as Manifest;
}
