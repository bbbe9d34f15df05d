import { EditionProblem } from "./edition-problem.ts";
import { editionVersion } from "./json-feed.ts";

/**
 * Parses a file of an edition and makes sure that it is one: JSON (not the page that some hosts send instead),
 * with our extension, of a version that this reader knows. What the press wrote inside is then believed.
 */
export function decodeDocument(text: string, path: string): Record<string, unknown> & { readonly _dateline: unknown } {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    const found = /^\s*</u.test(text)
      ? "a web page"
      : text.trim() === ""
        ? "an empty file"
        : "text that is cut off or is not JSON";
    throw new EditionProblem("unreadable", path, `${path} is ${found}, not a file of an edition.`);
  }
  if (typeof document !== "object" || document === null || !("_dateline" in document)) {
    throw new EditionProblem("unreadable", path, `${path} is JSON, but not a file of an edition.`);
  }
  const extension = document._dateline;
  if (typeof extension !== "object" || extension === null || !("version" in extension)) {
    throw new EditionProblem("unreadable", path, `${path} does not say which version of the edition it is.`);
  }
  if (typeof extension.version !== "number" || extension.version > editionVersion) {
    throw new EditionProblem("too-new", path, `${path} was pressed by a newer Dateline than this reader.`);
  }
  return document as Record<string, unknown> & { readonly _dateline: unknown };
}
