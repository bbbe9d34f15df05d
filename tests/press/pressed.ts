import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { press } from "#press/press.ts";
import { courier } from "../articles.ts";

export const now = Date.parse("2025-12-01T12:00:00Z");

/** The files of an edition, in the order in which they are printed. */
export function printed(
  copy: readonly Article[],
  newsroom: Newsroom = courier,
  at: number = now,
): Map<string, string | Uint8Array> {
  return new Map([...press(copy, newsroom, at).files].map(({ path, content }) => [path, content]));
}

export function textOf(files: ReadonlyMap<string, string | Uint8Array>, path: string): string {
  const content = files.get(path);
  if (typeof content !== "string") throw new Error(`${path} was not printed as text.`);
  return content;
}
