import type { Block, Inline } from "#domain/block.ts";
import { withoutDash } from "./figure-html.ts";
import { attribute, type HtmlElement, isElement, isText, linesBelow } from "./parse-html.ts";
import { plain } from "./plain.ts";

/** Who is quoted: in a <footer>, or in a <cite> after all that is quoted. */
export function sourceIn(element: HtmlElement): HtmlElement | undefined {
  const children = element.childNodes.filter(
    (child): child is HtmlElement => isElement(child) || (isText(child) && child.value.trim() !== ""),
  );
  const last = children.at(-1);
  return last?.tagName === "cite" ? last : children.findLast(({ tagName }) => tagName === "footer");
}

export function attributionOf(source: HtmlElement): string {
  return withoutDash(plain(linesBelow(source.childNodes)));
}

export function isPullQuote(element: HtmlElement): boolean {
  return /\bpull-?quote\b/iu.test(attribute(element, "class") ?? "");
}

/** A pull quote is a paragraph or a few; with anything else in it, it is only what stands in it. */
export function pulled(blocks: readonly Block[], named: string | undefined): readonly Block[] {
  const [only] = blocks;
  const inner = blocks.length === 1 && only?.kind === "quote" && !(named && only.attribution) ? only : undefined;
  const quoted = inner?.blocks ?? blocks;
  const paragraphs = quoted.flatMap((block) => (block.kind === "paragraph" ? [block.content] : []));
  if (paragraphs.length === 0 || paragraphs.length < quoted.length) {
    return named ? [...blocks, { kind: "paragraph", content: [named] }] : blocks;
  }
  const content = paragraphs.flatMap((paragraph, at): readonly Inline[] =>
    at === 0 ? paragraph : [{ kind: "break" }, ...paragraph],
  );
  const attribution = named || inner?.attribution;
  return [{ kind: "pull-quote", content, ...(attribution && { attribution }) }];
}
