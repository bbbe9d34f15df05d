import type { Inline } from "#domain/block.ts";
import { parseLanguage } from "#domain/language.ts";
import { safeAddress } from "#domain/web-address.ts";
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isEmoji,
  isFlowing,
  isReplaced,
  isText,
  linesBelow,
} from "./parse-html.ts";

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

const deepestMarks = 40;

/** The inline content of nodes, blanks collapsed and trimmed, marks without text left out. */
export function readInline(nodes: readonly HtmlNode[], base: string | undefined): Inline[] {
  return trimmed(collected(nodes, base, 0));
}

function collected(nodes: readonly HtmlNode[], base: string | undefined, depth: number): Inline[] {
  const content: Inline[] = [];
  let texts: string[] = [];
  let last: string | undefined;
  // What stands by itself, in a place where only text may be, begins and ends a line.
  let wantsBreak = false;
  const endText = () => {
    if (texts.length > 0) content.push(texts.join(""));
    texts = [];
  };
  /** Adds a run, joining texts that meet, with a single blank between them and none beside a line break. */
  const add = (run: Inline) => {
    if (wantsBreak && run !== "" && run !== " ") {
      wantsBreak = false;
      if (last !== undefined && last !== "\n" && !isBreak(run)) add({ kind: "break" });
    }
    if (typeof run === "string") {
      const text = last === " " || last === "\n" ? run.replace(/^ /u, "") : run;
      if (text === "") return;
      texts.push(text);
      last = text.at(-1);
    } else {
      if (run.kind === "break" && last === " ") texts.push(texts.pop()?.slice(0, -1) ?? "");
      endText();
      content.push(run);
      last = run.kind === "break" ? "\n" : "";
    }
  };
  for (const node of nodes) {
    if (isText(node)) add(collapsed(node.value));
    else if (isElement(node) && !isReplaced(node)) {
      wantsBreak ||= isFlowing(node);
      if (depth >= deepestMarks) add(collapsed(linesBelow([node])));
      else for (const run of readElement(node, base, depth)) add(run);
      wantsBreak ||= isFlowing(node);
    }
  }
  endText();
  return content.filter((run) => run !== "");
}

function readElement(element: HtmlElement, base: string | undefined, depth: number): readonly Inline[] {
  if (element.tagName === "br") return [{ kind: "break" }];
  if (isEmoji(element)) return [collapsed(attribute(element, "alt") ?? "")];
  const content = collected(element.childNodes, base, depth + 1);
  if (element.tagName === "q") return ["“", ...content, "”"];
  return markedBy(element, base)(content);
}

/** What an element adds to the content inside it: a link, a mark, a language, or nothing. */
export function markedBy(
  element: HtmlElement,
  base: string | undefined,
): (content: readonly Inline[]) => readonly Inline[] {
  const around = (run: (content: readonly Inline[]) => Inline) => (content: readonly Inline[]) =>
    hasWords(content) ? [run(content)] : content;
  if (element.tagName === "a") {
    const url = safeAddress(attribute(element, "href") ?? "", "link", base);
    if (url === undefined) return (content) => content;
    const link = around((content) => ({ kind: "link", url, content }));
    return (content) => (holdsLink(content) ? content : link(content));
  }
  const kind = marks[element.tagName];
  if (kind) return around((content) => ({ kind, content }));
  const language = parseLanguage(attribute(element, "lang") ?? "");
  return language && !isFlowing(element)
    ? around((content) => ({ kind: "foreign", language, content }))
    : (content) => content;
}

/** Whether there is anything to read in it. */
export function hasWords(content: readonly Inline[]): boolean {
  return content.some((run) => {
    if (typeof run === "string") return run.trim() !== "";
    return run.kind !== "break" && hasWords(run.content);
  });
}

/** A link in a link is not HTML; browsers and feed readers would take the two apart. */
function holdsLink(content: readonly Inline[]): boolean {
  return content.some((run) => {
    if (typeof run === "string" || run.kind === "break") return false;
    return run.kind === "link" || holdsLink(run.content);
  });
}

/** Without blanks and line breaks at either end, however deep in marks they stand. */
export function trimmed(content: readonly Inline[]): Inline[] {
  return trimmedEnd(trimmedStart(content));
}

function trimmedStart(content: readonly Inline[]): Inline[] {
  for (const [at, run] of content.entries()) {
    const kept = trimmedRun(run, /^ +/u, trimmedStart);
    if (kept !== undefined) return [kept, ...content.slice(at + 1)];
  }
  return [];
}

function trimmedEnd(content: readonly Inline[]): Inline[] {
  for (let at = content.length - 1; at >= 0; at -= 1) {
    const kept = trimmedRun(content[at] ?? "", / +$/u, trimmedEnd);
    if (kept !== undefined) return [...content.slice(0, at), kept];
  }
  return [];
}

/** Undefined when nothing of the run is left. */
function trimmedRun(run: Inline, blanks: RegExp, trim: (content: readonly Inline[]) => Inline[]): Inline | undefined {
  if (typeof run === "string") return run.replace(blanks, "") || undefined;
  if (run.kind === "break") return undefined;
  const content = trim(run.content);
  return content.length > 0 ? { ...run, content } : undefined;
}

export function isBreak(run: Inline | undefined): boolean {
  return typeof run === "object" && run.kind === "break";
}

function collapsed(text: string): string {
  return text.replace(/[ \t\n\r\f]+/gu, " ");
}
