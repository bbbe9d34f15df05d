import type { Block, Inline } from "#domain/block.ts";
import { hasWords, readInline } from "./inline-html.ts";
import { attribute, descendants, type HtmlElement, isElement, linesBelow } from "./parse-html.ts";
import { plain } from "./plain.ts";

type Table = Extract<Block, { kind: "table" }>;

/** A table's head (the row in <thead>, or a first row of <th> only), rows and caption; undefined for a table without words. */
export function readTable(element: HtmlElement, base: string | undefined): Table | undefined {
  const rows = rowsOf(element);
  const inHead = descendants(element, "thead").some((head) => descendants(head, "tr").length > 0);
  const [first = []] = rows;
  const hasHead = inHead || (rows.length > 1 && first.length > 0 && first.every(({ tagName }) => tagName === "th"));
  const read = (cells: readonly HtmlElement[]): Inline[][] => cells.map((cell) => readInline(cell.childNodes, base));
  const head = hasHead ? read(first) : [];
  const body = (hasHead ? rows.slice(1) : rows).map(read).filter((cells) => cells.length > 0);
  if (![head, ...body].flat().some(hasWords)) return undefined;
  const caption = plain(linesBelow(descendants(element, "caption")));
  return { kind: "table", head, rows: body, ...(caption && { caption }) };
}

/** A table that only puts things in their places: its cells hold what no cell of a true table holds. */
export function isLayoutTable(element: HtmlElement): boolean {
  if (/^(?:presentation|none)$/u.test(attribute(element, "role") ?? "")) return true;
  const isColumn = rowsOf(element).every((cells) => cells.length <= 1);
  if (isColumn && descendants(element, "p", "div", "ul", "ol", "img").length > 0) return true;
  return (
    descendants(element, "table", "h1", "h2", "h3", "h4", "figure", "iframe", "video", "audio", "blockquote").length > 0
  );
}

function rowsOf(element: HtmlElement): HtmlElement[][] {
  return descendants(element, "tr").map((row) =>
    row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/u.test(tagName)),
  );
}
