import { type Block, blockTexts, type Inline, inlineText } from "#domain/block.ts";
import { safeAddress } from "#domain/web-address.ts";
import { embed, hostOf, recording } from "./embed-html.ts";
import { captioned, pictureBlock, readFigcaption, readImage } from "./figure-html.ts";
import { hasWords, isBreak, markedBy, readInline, trimmed } from "./inline-html.ts";
import {
  attribute,
  descendants,
  flowHolders,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isFlowing,
  isText,
  linesBelow,
  parseHtml,
  preformattedText,
  takeOut,
} from "./parse-html.ts";
import { plain } from "./plain.ts";
import { attributionOf, isPullQuote, pulled, sourceIn } from "./quote-html.ts";
import { isLayoutTable, readTable } from "./table-html.ts";
import { wordsOfHtml } from "./words-of-html.ts";

const longestBody = 4_000_000;
const deepestNesting = 80;
/** Pixels: as wide as the flags and other signs in the cells of tables. */
const smallPicture = 64;

/** The place in the HTML that is being read. */
type Place = {
  readonly base: string | undefined;
  /** The elements that have a flowing one below them. */
  readonly holders: ReadonlySet<HtmlElement>;
  readonly depth: number;
  /** Puts the link and the marks around the text that stand around its paragraph in the HTML. */
  readonly around: (content: readonly Inline[]) => readonly Inline[];
};

/**
 * Turns foreign HTML into Blocks. The only way in: what is not on this allow-list leaves its text behind, or nothing
 * (scripts, styles, forms). Addresses are resolved against base and checked. Never throws.
 */
export function readBodyHtml(html: string, base?: string): readonly Block[] {
  return readHtml(html, base).blocks;
}

/** As readBodyHtml, and why only the words could be read, when the HTML was too much to read as it stands. */
export function readHtml(
  html: string,
  base: string | undefined,
): { readonly blocks: readonly Block[]; readonly wordsOnly?: string } {
  const wellFormed = html.replace(/\p{Cs}/gu, "\uFFFD");
  const long = html.length > longestBody;
  const nodes = long ? undefined : parseHtml(wellFormed);
  if (nodes === undefined) {
    return {
      blocks: textBlocks(wordsOfHtml(wellFormed)),
      wordsOnly: long ? `${html.length} characters long` : "nested too deep, or of too many elements",
    };
  }
  const place: Place = {
    base,
    holders: flowHolders(nodes),
    depth: 0,
    around: (content) => content,
  };
  return { blocks: flow(nodes, place) };
}

/** A title or name that may hold character references or marks, as plain text. */
export function plainOfHtml(html: string): string {
  if (!/[<&]/u.test(html)) return plain(html);
  // "How to use <div>" and "R&D" are text, not HTML: only known marks and whole references are read.
  const marked = html
    .replace(/&(?!#\d+;|#x[\da-f]+;|[a-z][a-z\d]*;)/giu, "&amp;")
    .replace(
      /<(?!\/?(?:a|abbr|b|bdi|br|cite|code|em|i|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>)/giu,
      "&lt;",
    );
  return plain(
    readBodyHtml(marked)
      .map((block) => [...blockTexts(block)].join(" "))
      .join(" "),
  );
}

/** Plain text as paragraphs: a blank line ends one, a single line end is a line break. */
export function textBlocks(text: string): readonly Block[] {
  const paragraphs: string[][] = [];
  let lines: string[] | undefined;
  for (const raw of text.replace(/\p{Cs}/gu, "\uFFFD").split(/\r\n|\r|\n/u)) {
    const line = raw.trim();
    if (line === "") lines = undefined;
    else if (lines) lines.push(line);
    else paragraphs.push((lines = [line]));
  }
  return paragraphs.map((paragraph) => ({
    kind: "paragraph",
    content: paragraph.flatMap((line, at): Inline[] => (at === 0 ? [line] : [{ kind: "break" }, line])),
  }));
}

function flow(nodes: readonly HtmlNode[], place: Place): Block[] {
  const blocks: Block[] = [];
  let run: HtmlNode[] = [];
  const flush = () => {
    if (run.length === 0) return;
    for (const content of linesOfRun(readInline(run, place.base))) blocks.push(embedOrParagraph(content, run, place));
    run = [];
  };
  for (const node of nodes) {
    if (isText(node)) run.push(node);
    else if (isElement(node)) {
      if (!isFlowing(node) && !place.holders.has(node)) run.push(node);
      else {
        flush();
        const inner = blocksOf(node, { ...place, depth: place.depth + 1 });
        for (const block of inner) blocks.push(block);
      }
    }
  }
  flush();
  return blocks;
}

/** Two line breaks in a row end a paragraph. */
function linesOfRun(content: readonly Inline[]): readonly Inline[][] {
  const paragraphs: Inline[][] = [];
  let current: Inline[] = [];
  for (const [at, run] of content.entries()) {
    if (isBreak(run) && isBreak(content[at + 1])) {
      paragraphs.push(current);
      current = [];
    } else current.push(run);
  }
  return [...paragraphs, current].filter(hasWords).map(trimmed);
}

function embedOrParagraph(content: readonly Inline[], run: readonly HtmlNode[], place: Place): Block {
  const [only] = content;
  const isEmbed = run.some((node) => isElement(node) && attribute(node, "data-embed") !== undefined);
  if (isEmbed && content.length === 1 && typeof only === "object" && only.kind === "link") {
    return { kind: "embed-link", url: only.url, title: plain(inlineText(only.content)) };
  }
  return { kind: "paragraph", content: place.around(content) };
}

function blocksOf(element: HtmlElement, place: Place): readonly Block[] {
  const { base } = place;
  if (place.depth > deepestNesting) return linesAsBlocks(linesBelow([element]));
  const inner = () => flow(element.childNodes, place);
  switch (element.tagName) {
    case "h1":
    case "h2":
      return crosshead(element, 2, place);
    case "h3":
      return crosshead(element, 3, place);
    case "h4":
    case "h5":
    case "h6":
      return crosshead(element, 4, place);
    case "ul":
    case "ol":
      return list(element, place);
    case "blockquote":
      return quote(element, place);
    case "figure":
      return figure(element, place);
    case "img":
      return pictureBlock(readImage(element, base));
    case "table":
      return table(element, place);
    case "pre":
      return code(element);
    case "hr":
      return [{ kind: "rule" }];
    case "video":
    case "audio":
      return recording(element, element.tagName, base);
    case "iframe":
    case "embed":
    case "object": {
      const embedded = embed(element, base);
      return embedded.length > 0 ? embedded : inner();
    }
    case "a":
      return linked(element, place);
    default:
      if (isPullQuote(element)) return pullQuote(element, place);
      return isFlowing(element) ? inner() : flow(element.childNodes, within(element, place));
  }
}

/** Text without its structure, a paragraph for each line that stood by itself. */
function linesAsBlocks(text: string): readonly Block[] {
  return textBlocks(text.replace(/\n/gu, "\n\n"));
}

/** The place inside a link or mark that has whole paragraphs in it. */
function within(element: HtmlElement, place: Place): Place {
  const mark = markedBy(element, place.base);
  return { ...place, around: (content) => place.around(mark(content)) };
}

/** A link around a picture leads to a larger one, which is not worth a line, or elsewhere, which is. */
function linked(element: HtmlElement, place: Place): readonly Block[] {
  const blocks = flow(element.childNodes, within(element, place));
  const url = safeAddress(attribute(element, "href") ?? "", "document", place.base);
  const pictures = blocks.flatMap((block) => (block.kind === "figure" ? [block.picture] : []));
  const [first] = pictures;
  if (!url || !first || pictures.length < blocks.length || /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/iu.test(url))
    return blocks;
  const title = plain(attribute(element, "title") ?? "") || first.alt || hostOf(url);
  return [...blocks, { kind: "embed-link", url, title }];
}

function crosshead(element: HtmlElement, level: 2 | 3 | 4, place: Place): readonly Block[] {
  const content = place.around(readInline(element.childNodes, place.base));
  return [
    ...(content.length > 0 ? [{ kind: "crosshead", level, content } as const] : []),
    ...picturesIn(element, place),
  ];
}

/** Pictures in a place where only text may stand: they come after it. */
function picturesIn(element: HtmlElement, { base }: Place): readonly Block[] {
  return descendants(element, "img")
    .filter(isFlowing)
    .flatMap((image) => pictureBlock(readImage(image, base)));
}

function list(element: HtmlElement, place: Place): readonly Block[] {
  const entries = element.childNodes
    .map((child) => flow(isElement(child) && child.tagName === "li" ? child.childNodes : [child], place))
    .filter((blocks) => blocks.length > 0);
  return entries.length > 0 ? [{ kind: "list", ordered: element.tagName === "ol", entries }] : [];
}

function quote(element: HtmlElement, place: Place): readonly Block[] {
  const source = sourceIn(element);
  const attribution = source && attributionOf(source);
  const blocks = flow(
    element.childNodes.filter((child) => child !== source),
    place,
  );
  if (blocks.length > 0) return [{ kind: "quote", blocks, ...(attribution && { attribution }) }];
  return attribution ? [{ kind: "quote", blocks: textBlocks(attribution) }] : [];
}

function pullQuote(element: HtmlElement, place: Place): readonly Block[] {
  const [source] = descendants(element, "footer", "cite").slice(-1);
  if (source) takeOut(source);
  return pulled(flow(element.childNodes, place), source && attributionOf(source));
}

function figure(element: HtmlElement, place: Place): readonly Block[] {
  const [captionElement] = descendants(element, "figcaption", "figure").filter(
    ({ tagName }) => tagName === "figcaption",
  );
  if (captionElement) takeOut(captionElement);
  const words = captionElement ? readFigcaption(captionElement) : {};
  const alt = plain(attribute(element, "data-alt") ?? "");
  const isGallery = attribute(element, "data-gallery") !== undefined;
  return captioned(flow(element.childNodes, place), words, alt, isGallery);
}

function table(element: HtmlElement, place: Place): readonly Block[] {
  if (isLayoutTable(element)) {
    return descendants(element, "caption", "td", "th").flatMap(({ childNodes }) => flow(childNodes, place));
  }
  const read = readTable(element, place.base);
  if (!read) return descendants(element, "caption").flatMap(({ childNodes }) => flow(childNodes, place));
  const pictures = picturesIn(element, place).filter(
    (block) => block.kind === "figure" && (block.picture.width ?? Infinity) > smallPicture,
  );
  return [read, ...pictures];
}

function code(element: HtmlElement): readonly Block[] {
  const classes = [element, ...descendants(element, "code")].map((one) => attribute(one, "class") ?? "");
  const language = /\blanguage-([\w+#-]+)/u.exec(classes.join(" "))?.[1];
  const text = preformattedText(element)
    .replace(/^(?:[ \t]*\n)+/u, "")
    .trimEnd();
  return text === "" ? [] : [{ kind: "code", text, ...(language && { language }) }];
}
