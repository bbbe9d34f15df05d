import type { Comment, Element, ElementContent, Text } from "hast";
import type { Inline } from "#domain/block.ts";
import { parseLanguage } from "#domain/language.ts";
import { safeAddress } from "#domain/web-address.ts";

/** What stands inside an element, and at the top of a fragment. */
export type FlowNode = Element | Text | Comment | { readonly type: "doctype" };

type Mark = "emphasis" | "strong" | "code" | "mark" | "small" | "sub" | "sup" | "strike";

const marks: Readonly<Record<string, Mark>> = {
  em: "emphasis",
  i: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  cite: "emphasis",
  strong: "strong",
  b: "strong",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  mark: "mark",
  small: "small",
  sub: "sub",
  sup: "sup",
  del: "strike",
  s: "strike",
  strike: "strike",
};

/** Elements whose content is never shown to a reader. */
export const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "math",
  "form",
  "button",
  "input",
  "select",
  "textarea",
  "canvas",
  "head",
  "title",
  "meta",
  "link",
  "base",
  "map",
  "area",
  "dialog",
  "param",
  "track",
  "frame",
  "frameset",
  "noframes",
]);

const deepestMarks = 40;

/** The inline content of nodes, blanks collapsed and trimmed, marks without text left out. */
export function readInline(nodes: readonly FlowNode[], base: string | undefined): Inline[] {
  return trimmed(collected(nodes, base, 0));
}

function collected(nodes: readonly FlowNode[], base: string | undefined, depth: number): Inline[] {
  const content: Inline[] = [];
  for (const node of nodes) {
    if (isText(node)) append(content, node.value.replace(/[ \t\n\r\f]+/gu, " "));
    else if (isElement(node) && !silent.has(node.tagName)) {
      if (depth >= deepestMarks) append(content, textOf(node));
      else for (const run of readElement(node, base, depth)) append(content, run);
    }
  }
  return content;
}

function readElement(element: Element, base: string | undefined, depth: number): Inline[] {
  if (element.tagName === "br") return [{ kind: "break" }];
  const content = collected(element.children, base, depth + 1);
  if (element.tagName === "q") return ["“", ...content, "”"];
  if (content.every((run) => run === "")) return [];
  if (element.tagName === "a") {
    const url = safeAddress(attribute(element, "href") ?? "", "link", base);
    return url ? [{ kind: "link", url, content }] : content;
  }
  const mark = marks[element.tagName];
  if (mark) return content.every((run) => run === " ") ? content : [{ kind: mark, content }];
  const language = parseLanguage(attribute(element, "lang") ?? "");
  return language ? [{ kind: "foreign", language, content }] : content;
}

/** Adds a run, joining texts that meet and keeping a single blank between them. */
function append(content: Inline[], run: Inline): void {
  const last = content.at(-1);
  if (typeof run !== "string") content.push(run);
  else if (typeof last === "string") content[content.length - 1] = (last + run).replace(/ {2,}/gu, " ");
  else if (run !== "") content.push(run);
}

function trimmed(content: readonly Inline[]): Inline[] {
  return trimmedEnd(trimmedStart(content));
}

function trimmedStart(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first === undefined) return [];
  if (typeof first === "string") {
    const text = first.replace(/^ +/u, "");
    return text === "" ? trimmedStart(rest) : [text, ...rest];
  }
  if (first.kind === "break") return trimmedStart(rest);
  const inner = trimmedStart(first.content);
  return inner.length === 0 ? trimmedStart(rest) : [{ ...first, content: inner }, ...rest];
}

function trimmedEnd(content: readonly Inline[]): Inline[] {
  const last = content.at(-1);
  const rest = content.slice(0, -1);
  if (last === undefined) return [];
  if (typeof last === "string") {
    const text = last.replace(/ +$/u, "");
    return text === "" ? trimmedEnd(rest) : [...rest, text];
  }
  if (last.kind === "break") return trimmedEnd(rest);
  const inner = trimmedEnd(last.content);
  return inner.length === 0 ? trimmedEnd(rest) : [...rest, { ...last, content: inner }];
}

export function isElement(node: FlowNode): node is Element {
  return node.type === "element";
}

export function isText(node: FlowNode): node is Text {
  return node.type === "text";
}

/** An attribute as text, by its name in HTML ("data-credit"), or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const property = name.replace(/-([a-z])/gu, (_whole, letter: string) => letter.toUpperCase());
  const value = element.properties[property === "class" ? "className" : property];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : value === true ? "" : String(value);
}

/** All text inside an element as it stands, whatever its depth. */
export function textOf(element: Element): string {
  let text = "";
  const waiting: ElementContent[] = [...element.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "text") text += node.value;
    else if (node.type === "element" && node.tagName === "br") text += "\n";
    else if (node.type === "element" && !silent.has(node.tagName)) waiting.push(...[...node.children].reverse());
  }
  return text;
}

/** The first descendants with one of these names, in document order; the search does not go below a match. */
export function descendants(element: Element, names: readonly string[]): Element[] {
  const matches: Element[] = [];
  const waiting: ElementContent[] = [...element.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== "element" || silent.has(node.tagName)) continue;
    if (names.includes(node.tagName)) matches.push(node);
    else waiting.push(...[...node.children].reverse());
  }
  return matches;
}
