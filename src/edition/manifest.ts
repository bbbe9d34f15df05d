import type { Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeDocument } from "./decode.ts";
import { editionVersion } from "./json-feed.ts";

/** SHA-256 over the paths, lengths and contents of a group of files, in the order in which they are printed; hex. */
export type FilesHash = { readonly hash: string; readonly files: number; readonly bytes: number };

/** What every page of an edition shows of it. It is known before any file is printed. */
export type ManifestHead = {
  readonly newsroom: Newsroom;
  readonly articles: number;
  readonly newest?: Instant;
  readonly sections: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
};

/**
 * What an edition is, and the only file of it that is asked for again.
 * The hashes are by folder, so that the manifest stays small however many articles there are.
 */
export type Manifest = ManifestHead & {
  /** SHA-256 over all hashes: two editions with the same one are the same, byte for byte. */
  readonly edition: string;
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

/** The manifest as it stands in pages: they stay the same where only what they do not show has changed. */
export function encodeManifestHead(head: ManifestHead): string {
  return JSON.stringify({ _dateline: { version: editionVersion, ...head } });
}

export function decodeManifest(text: string, path: string): Manifest {
  return decodeDocument(text, path)._dateline as Manifest;
}
