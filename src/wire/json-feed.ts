import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { fieldReader, sayFound } from "#domain/field-reader.ts";
import { line } from "./dateline-extension.ts";
import { type Feed, language, readAddress, readBylines, readItem } from "./json-feed-item.ts";
import type { Desk, Reading } from "./reading.ts";

/**
 * Reads a JSON Feed of version 1.0 or 1.1 (jsonfeed.org), strict in nothing but an item's id, content and date:
 * an item without an id or any content, with an id that came before, or with a date of publication that is none, is spiked.
 * Addresses are resolved against `base`, and stay relative without one.
 */
export function readJsonFeed(
  document: Readonly<Record<string, unknown>>,
  file: string,
  base: string | undefined,
  desk: Desk,
): Reading {
  const notes: CopyProblem[] = [];
  const spiked: CopyProblem[] = [];
  const articles: Article[] = [];
  const fields = fieldReader(document, file, "", notes);
  const feed: Feed = {
    file,
    base,
    language: fields.read("language", language, "a language such as en"),
    bylines: readBylines(fields, base),
  };
  const title = fields.read("title", line, "a text");
  const nextUrl = readAddress(fields, "next_url", base);
  const items = document["items"];
  if (!Array.isArray(items)) {
    spiked.push({
      file,
      field: "items",
      found: sayFound(items),
      expected: "a list of items",
      mend: "Write the articles as a list under “items”.",
    });
    return { articles, spiked, notes };
  }
  const seen = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    const result = readItem(item, `items[${at}]`, feed, desk, notes);
    if (!result.ok) {
      spiked.push(result.problem);
      continue;
    }
    const first = seen.get(result.value.id);
    if (first !== undefined) {
      spiked.push({
        file,
        field: `items[${at}].id`,
        found: `${sayFound(result.value.id)}, as in items[${first}]`,
        expected: "an id of its own",
        mend: "Give each article its own id; the first one with this id was kept.",
      });
      continue;
    }
    seen.set(result.value.id, at);
    articles.push(result.value);
  }
  return { articles, spiked, notes, ...(nextUrl && { nextUrl }), ...(title && { title }) };
}
