import type { Instant } from "#domain/instant.ts";
import { decodeDocument } from "./decode.ts";
import { editionVersion } from "./json-feed.ts";
import type { ListKind } from "./paths.ts";

/** All sections, or all topics, and so on, with how much each holds. */
export type ListIndex = {
  readonly kind: ListKind;
  /** Months newest first, sections in the newsroom's order, everything else by name. */
  readonly lists: readonly {
    readonly slug: string;
    readonly name: string;
    readonly count: number;
    readonly newest: Instant;
  }[];
};

export function encodeListIndex(index: ListIndex): string {
  return `${JSON.stringify({ _dateline: { version: editionVersion, ...index } })}\n`;
}

export function decodeListIndex(text: string, path: string): ListIndex {
  return decodeDocument(text, path)._dateline as ListIndex;
}
