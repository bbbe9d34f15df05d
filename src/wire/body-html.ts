import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Block, Inline } from "#domain/block.ts";
import { blockTexts, inlineText } from "#domain/block.ts";
import type { Picture } from "#domain/picture.ts";
import { safeAddress } from "#domain/web-address.ts";
import { plain, readFigcaption, readImage } from "./figure-html.ts";
import { attribute, descendants, type FlowNode, isElement, isText, readInline, silent, textOf } from "./inline-html.ts";
import { readTable } from "./table-html.ts";

const longestBody = 4_000_000;
const deepestNesting = 80;

/** Elements that stand by themselves; everything else runs with the text. */
const flowing = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "footer",
  "aside",
  "nav",
  "address",
  "center",
  "hgroup",
  "details",
  "summary",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "li",
  "blockquote",
  "figure",
  "figcaption",
  "picture",
  "img",
  "table",
  "pre",
  "hr",
  "video",
  "audio",
  "iframe",
  "embed",
  "object",
  "body",
  "html",
]);

/**
 * Turns foreign HTML into Blocks. The only way in: what is not on this allow-list leaves its text behind, or nothing
 * (scripts, styles, forms). Addresses are resolved against base and checked. Never throws.
 */
export function readBodyHtml(html: string, base?: string): readonly Block[] {
  try {
    const { children } = fromHtml(html.slice(0, longestBody), { fragment: true });
    return flow(children, base, 0);
  } catch (problem) {
    // Nesting so deep that the parser runs out of stack: the words are saved, the structure is not.
    if (!(problem instanceof RangeError)) throw problem;
    return textBlocks(html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, "").replace(/<[^>]*>/gu, "\n"));
  }
}

/** A title or name that may hold character references or marks, as plain text. */
export function plainOfHtml(html: string): string {
  if (!/[<&]/u.test(html)) return plain(html);
  return plain(
    readBodyHtml(html)
      .map((block) => [...blockTexts(block)].join(" "))
      .join(" "),
  );
}

/** Plain text as paragraphs: a blank line ends one, a single line end is a line break. */
export function textBlocks(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph): Block => {
      const lines = paragraph.split(/\s*\n\s*/u);
      return {
        kind: "paragraph",
        content: lines.flatMap((line, at): Inline[] => (at === 0 ? [line] : [{ kind: "break" }, line])),
      };
    });
}

function flow(nodes: readonly FlowNode[], base: string | undefined, depth: number): Block[] {
  const blocks: Block[] = [];
  let run: FlowNode[] = [];
  const flush = () => {
    for (const content of linesOfRun(readInline(run, base))) blocks.push(embedOrParagraph(content, run));
    run = [];
  };
  for (const node of nodes) {
    if (isText(node)) run.push(node);
    else if (isElement(node) && !silent.has(node.tagName)) {
      if (!flowing.has(node.tagName) && !holdsFlow(node)) run.push(node);
      else {
        flush();
        blocks.push(...(depth > deepestNesting ? textBlocks(textOf(node)) : blocksOf(node, base, depth + 1)));
      }
    }
  }
  flush();
  return blocks;
}

function holdsFlow(element: Element): boolean {
  return descendants(element, [...flowing]).length > 0;
}

/** Two line breaks in a row end a paragraph. */
function linesOfRun(content: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]];
  for (const [at, run] of content.entries()) {
    const current = paragraphs.at(-1);
    const next = content[at + 1];
    if (isBreak(run) && (isBreak(next) || current?.length === 0)) {
      if (current && current.length > 0) paragraphs.push([]);
    } else if (!(typeof run === "string" && run.trim() === "" && current?.length === 0)) current?.push(run);
  }
  return paragraphs.filter((paragraph) => inlineText(paragraph).trim() !== "");
}

function isBreak(run: Inline | undefined): boolean {
  return typeof run === "object" && run.kind === "break";
}

function embedOrParagraph(content: readonly Inline[], run: readonly FlowNode[]): Block {
  const [only] = content;
  const anchor = run.find((node): node is Element => isElement(node) && attribute(node, "data-embed") !== undefined);
  if (anchor && content.length === 1 && typeof only === "object" && only.kind === "link") {
    return { kind: "embed-link", url: only.url, title: inlineText(only.content) };
  }
  return { kind: "paragraph", content };
}

function blocksOf(element: Element, base: string | undefined, depth: number): Block[] {
  const inner = () => flow(element.children, base, depth);
  switch (element.tagName) {
    case "h1":
    case "h2":
      return crosshead(element, 2, base);
    case "h3":
      return crosshead(element, 3, base);
    case "h4":
    case "h5":
    case "h6":
      return crosshead(element, 4, base);
    case "ul":
    case "ol":
      return list(element, base, depth);
    case "blockquote":
      return quote(element, base, depth);
    case "aside":
      return isPullQuote(element) ? pullQuote(element, base) : inner();
    case "figure":
      return figure(element, base, depth);
    case "picture":
      return descendants(element, ["img"]).flatMap((image) => pictureBlock(readImage(image, base)));
    case "img":
      return pictureBlock(readImage(element, base));
    case "table": {
      const table = readTable(element, base);
      return table ? [table] : [];
    }
    case "pre":
      return code(element);
    case "hr":
      return [{ kind: "rule" }];
    case "video":
    case "audio":
      return recording(element, element.tagName, base);
    case "iframe":
    case "embed":
    case "object":
      return embed(element, base);
    default:
      return isPullQuote(element) ? pullQuote(element, base) : inner();
  }
}

function crosshead(element: Element, level: 2 | 3 | 4, base: string | undefined): Block[] {
  const content = readInline(element.children, base);
  return content.length > 0 ? [{ kind: "crosshead", level, content }] : [];
}

function list(element: Element, base: string | undefined, depth: number): Block[] {
  const entries = element.children
    .filter((child): child is Element => isElement(child) && !silent.has(child.tagName))
    .map((child) => flow(child.tagName === "li" ? child.children : [child], base, depth))
    .filter((blocks) => blocks.length > 0);
  return entries.length > 0 ? [{ kind: "list", ordered: element.tagName === "ol", entries }] : [];
}

function quote(element: Element, base: string | undefined, depth: number): Block[] {
  const source = element.children
    .filter(isElement)
    .findLast(({ tagName }) => tagName === "footer" || tagName === "cite");
  const attribution = source && plain(textOf(source)).replace(/^[—–-]+\s*/u, "");
  const blocks = flow(
    element.children.filter((child) => child !== source),
    base,
    depth,
  );
  return blocks.length > 0 ? [{ kind: "quote", blocks, ...(attribution && { attribution }) }] : [];
}

function isPullQuote(element: Element): boolean {
  return /\bpull-?quote\b/iu.test(attribute(element, "class") ?? "");
}

function pullQuote(element: Element, base: string | undefined): Block[] {
  const source = descendants(element, ["footer", "cite"]).at(-1);
  const attribution = source && plain(textOf(source)).replace(/^[—–-]+\s*/u, "");
  const words = descendants(element, ["p"])[0] ?? element;
  const content = readInline(
    words.children.filter((child) => child !== source),
    base,
  );
  return content.length > 0 ? [{ kind: "pull-quote", content, ...(attribution && { attribution }) }] : [];
}

function figure(element: Element, base: string | undefined, depth: number): Block[] {
  const captionElement = element.children.filter(isElement).find(({ tagName }) => tagName === "figcaption");
  const rest = element.children.filter((child): child is ElementContent => child !== captionElement);
  const words = captionElement ? readFigcaption(captionElement, base) : {};
  const inside = flow(rest, base, depth);
  const pictures = inside.flatMap((block) => (block.kind === "figure" ? [block.picture] : []));
  const [only] = pictures;
  if (attribute(element, "data-gallery") !== undefined || pictures.length > 1) {
    return pictures.length > 0 ? [{ kind: "gallery", pictures, ...(words.caption && { caption: words.caption }) }] : [];
  }
  if (only) return [...pictureBlock({ ...only, ...words }), ...inside.filter(({ kind }) => kind !== "figure")];
  const caption = [words.caption, words.credit].filter(Boolean).join(" – ");
  const [first, ...others] = inside;
  if (!first)
    return pictureBlock(
      words.caption || words.credit ? { alt: attribute(element, "data-alt") ?? "", ...words } : undefined,
    );
  if (!caption) return inside;
  if (first.kind === "table" && !first.caption) return [{ ...first, caption }, ...others];
  if (first.kind === "quote" && !first.attribution) return [{ ...first, attribution: caption }, ...others];
  if ((first.kind === "video" || first.kind === "audio") && !first.title)
    return [{ ...first, title: caption }, ...others];
  return [...inside, { kind: "paragraph", content: [caption] }];
}

function pictureBlock(picture: Picture | undefined): Block[] {
  return picture ? [{ kind: "figure", picture }] : [];
}

function code(element: Element): Block[] {
  const inner = descendants(element, ["code"])[0];
  const language = /\blanguage-([\w+#-]+)/u.exec(
    `${attribute(inner ?? element, "class") ?? ""} ${attribute(element, "class") ?? ""}`,
  )?.[1];
  const text = textOf(element).replace(/^\n|\s+$/gu, "");
  return text === "" ? [] : [{ kind: "code", text, ...(language && { language }) }];
}

function recording(element: Element, kind: "video" | "audio", base: string | undefined): Block[] {
  const source = descendants(element, ["source"])[0];
  const url = safeAddress(attribute(element, "src") ?? (source && attribute(source, "src")) ?? "", "media", base);
  if (!url) return [];
  const mime = source && attribute(source, "type");
  const title = plain(attribute(element, "title") ?? attribute(element, "aria-label") ?? "");
  const poster = safeAddress(attribute(element, "poster") ?? "", "media", base);
  return [
    { kind, url, ...(mime && { mime }), ...(title && { title }), ...(poster && { poster: { url: poster, alt: "" } }) },
  ];
}

function embed(element: Element, base: string | undefined): Block[] {
  const url = safeAddress(attribute(element, "src") ?? attribute(element, "data") ?? "", "document", base);
  if (!url) return [];
  const title = plain(attribute(element, "title") ?? "") || url.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/u, "$1");
  return [{ kind: "embed-link", url, title }];
}
