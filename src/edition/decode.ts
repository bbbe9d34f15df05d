import { EditionProblem } from "./edition-problem.ts";
import { editionVersion, type JsonFeed } from "./json-feed.ts";

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
  if (
    typeof extension !== "object" ||
    extension === null ||
    !("version" in extension) ||
    typeof extension.version !== "number"
  ) {
    throw new EditionProblem("unreadable", path, `${path} does not say which version of the edition it is.`);
  }
  if (extension.version > editionVersion) {
    throw new EditionProblem("too-new", path, `${path} was pressed by a newer Dateline than this reader.`);
  }
  return document as Record<string, unknown> & { readonly _dateline: unknown };
}

/** As decodeDocument, for a file of an edition that is a JSON Feed. */
export function decodeFeed<Extension, ItemExtension>(text: string, path: string): JsonFeed<Extension, ItemExtension> {
  const document = decodeDocument(text, path);
  if (!Array.isArray(document["items"])) {
    throw new EditionProblem(
      "unreadable",
      path,
      `${path} is a file of an edition, but not the one that belongs there.`,
    );
  }
  return document as unknown as JsonFeed<Extension, ItemExtension>;
}
