import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A real article had 46,000 nodes. HTML with more elements than this, or nested deeper, was made to do harm. */
const mostElements = 400_000;
const deepestNesting = 2_000;

const tooTangled = Symbol("too tangled");

/**
 * Parses HTML as a browser would, scripts off; undefined when it has more than 400,000 elements or nests them deeper
 * than 2,000. A few kilobytes of mis-nested tags can ask for millions, so they are counted while they are made.
 */
export function parseHtml(html: string): readonly HtmlNode[] | undefined {
  let elements = 0;
  let open = 0;
  const count = (most: number, counted: number) => {
    if (counted > most) throw tooTangled;
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...parts) => {
      count(mostElements, (elements += 1));
      return defaultTreeAdapter.createElement(...parts);
    },
    onItemPush: () => count(deepestNesting, (open += 1)),
    onItemPop: () => {
      open -= 1;
    },
  };
  try {
    return parseFragment(html, { treeAdapter, scriptingEnabled: false }).childNodes;
  } catch (problem) {
    if (problem === tooTangled) return undefined;
    throw problem;
  }
}

/** Elements whose content is never shown to a reader. */
const silent = new Set(
  (
    "script style template noscript svg math form button input select textarea canvas head title meta link base " +
    "map area dialog param track frame frameset noframes"
  ).split(" "),
);

/** Elements that stand by themselves; everything else runs with the text. */
const flowing = new Set(
  (
    "p div section article main header footer aside nav address center hgroup details summary h1 h2 h3 h4 h5 h6 " +
    "ul ol dl dt dd li blockquote figure figcaption picture img table caption tr td th pre hr video audio iframe " +
    "embed object body html"
  ).split(" "),
);

/** An element that a reader sees. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node && !silent.has(node.tagName);
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

/** What stands inside these is for browsers that cannot show them. */
export function isReplaced({ tagName }: HtmlElement): boolean {
  return tagName === "video" || tagName === "audio" || tagName === "iframe";
}

/** Whether an element stands by itself. Pictures that some systems put in the place of emoji run with the text. */
export function isFlowing(element: HtmlElement): boolean {
  return flowing.has(element.tagName) && !isEmoji(element);
}

export function isEmoji(element: HtmlElement): boolean {
  return element.tagName === "img" && /\b(?:emoji|wp-smiley)\b/u.test(attribute(element, "class") ?? "");
}

/** An attribute by its name in HTML, in small letters, or undefined. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Takes an element that is read by itself out of its surroundings. */
export function takeOut(element: HtmlElement): void {
  defaultTreeAdapter.detachNode(element);
}

/** The first descendants with one of these names, in document order; the search does not go below a match. */
export function descendants(element: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  const matches: HtmlElement[] = [];
  const waiting = backwards(element.childNodes);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (names.includes(node.tagName)) matches.push(node);
    else if (!isReplaced(node)) for (const child of backwards(node.childNodes)) waiting.push(child);
  }
  return matches;
}

/** Every element that has a flowing one below it, found in one walk. */
export function flowHolders(nodes: readonly HtmlNode[]): ReadonlySet<HtmlElement> {
  const holders = new Set<HtmlElement>();
  const waiting = backwards(nodes);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (isFlowing(node)) {
      for (let above = node.parentNode; above && "tagName" in above && !holders.has(above); above = above.parentNode)
        holders.add(above);
    }
    for (const child of backwards(node.childNodes)) waiting.push(child);
  }
  return holders;
}

/** All text below these nodes on lines, blanks collapsed: flowing elements and line breaks end a line. */
export function linesBelow(nodes: readonly HtmlNode[], except?: HtmlElement): string {
  return textBelow(nodes, (text) => text.replace(/[ \t\n\r\f]+/gu, " "), except);
}

/** All text below an element as it stands, blanks and line ends too. */
export function preformattedText(element: HtmlElement): string {
  return textBelow(element.childNodes, (text) => text.replace(/\r\n?/gu, "\n"));
}

/** Ends a line, unless the text stands at the beginning of one. */
const lineEnd = Symbol("line end");
type Sign = string | typeof lineEnd;

/** Walks on a stack of its own, because copy may nest deeper than calls may. */
function textBelow(nodes: readonly HtmlNode[], read: (text: string) => string, except?: HtmlElement): string {
  const parts: string[] = [];
  const add = (text: string) => {
    if (text !== "") parts.push(text);
  };
  const waiting: (HtmlNode | Sign)[] = backwards(nodes);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === "string") add(node);
    else if (node === lineEnd) {
      if (parts.at(-1)?.endsWith("\n") === false) parts.push("\n");
    } else if (isText(node)) add(read(node.value));
    else if (!isElement(node) || isReplaced(node) || node === except) continue;
    else if (node.tagName === "br") add("\n");
    else if (isEmoji(node)) add(attribute(node, "alt") ?? "");
    else {
      const [start, end] = signsAround(node);
      waiting.push(end);
      for (const child of backwards(node.childNodes)) waiting.push(child);
      waiting.push(start);
    }
  }
  return parts.join("");
}

function signsAround(element: HtmlElement): readonly [start: Sign, end: Sign] {
  if (element.tagName === "q") return ["“", "”"];
  return isFlowing(element) ? [lineEnd, lineEnd] : ["", ""];
}

function backwards(nodes: readonly HtmlNode[]): HtmlNode[] {
  return [...nodes].reverse();
}
