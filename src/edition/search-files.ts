import { decodeDocument } from "./decode.ts";
import { editionVersion } from "./json-feed.ts";

/** The names of the files of a search index. */
export function encodeSearchFiles(names: readonly string[]): string {
  return `${JSON.stringify({ _dateline: { version: editionVersion, names } })}\n`;
}

export function decodeSearchFiles(text: string, path: string): readonly string[] {
  return (decodeDocument(text, path)._dateline as { readonly names: readonly string[] }).names;
}
