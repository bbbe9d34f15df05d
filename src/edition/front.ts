import type { Named } from "#domain/article.ts";
import { decodeDocument } from "./decode.ts";
import type { Headline } from "./headline.ts";
import { editionVersion } from "./json-feed.ts";

/** The front page as the press laid it out. An article stands in it once. */
export type Front = {
  /** Absent only in an edition without articles. */
  readonly lead?: Headline;
  /** Text-only stories beneath the lead. */
  readonly underLead: readonly Headline[];
  /** The next in rank; only the first is shown with its picture. */
  readonly secondaries: readonly Headline[];
  /** Newest first. */
  readonly latest: readonly Headline[];
  readonly slabs: readonly { readonly section: Named; readonly headlines: readonly Headline[] }[];
};

export function encodeFront(front: Front): string {
  return `${JSON.stringify({ _dateline: { version: editionVersion, ...front } })}\n`;
}

export function decodeFront(text: string, path: string): Front {
  return decodeDocument(text, path)._dateline as Front;
}
