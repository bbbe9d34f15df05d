import type { Element } from "hast";
import { type Block, type Inline, inlineText } from "#domain/block.ts";
import { plain } from "./figure-html.ts";
import { descendants, isElement, readInline, textOf } from "./inline-html.ts";

type Table = Extract<Block, { kind: "table" }>;

/** A table's head (the row in <thead>, or a first row of <th> only), rows and caption; undefined for a table without words. */
export function readTable(element: Element, base: string | undefined): Table | undefined {
  const rows = descendants(element, ["tr"]).map((row) =>
    row.children.filter(isElement).filter(({ tagName }) => /^t[dh]$/u.test(tagName)),
  );
  const inHead = descendants(element, ["thead"]).some((head) => descendants(head, ["tr"]).length > 0);
  const [first = []] = rows;
  const hasHead = inHead || (rows.length > 1 && first.length > 0 && first.every(({ tagName }) => tagName === "th"));
  const read = (cells: readonly Element[]): Inline[][] => cells.map((cell) => readInline(cell.children, base));
  const head = hasHead ? read(first) : [];
  const body = (hasHead ? rows.slice(1) : rows).map(read).filter((cells) => cells.length > 0);
  if (![head, ...body].flat().some((cell) => inlineText(cell) !== "")) return undefined;
  const captionElement = descendants(element, ["caption"])[0];
  const caption = captionElement && plain(textOf(captionElement));
  return { kind: "table", head, rows: body, ...(caption && { caption }) };
}
