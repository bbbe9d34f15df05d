import { isText, parseHtml } from "./parse-html.ts";

const inlineTag =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)\b/iu;

/**
 * The words of HTML that is too much to parse, in one pass over it: a blank line for each tag that is not inline,
 * nothing of scripts, styles and comments.
 */
export function wordsOfHtml(html: string): string {
  const words: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    words.push(html.slice(at, open < 0 ? html.length : open).replace(/\s+/gu, " "));
    if (open < 0) break;
    const tag = html.slice(open, open + 12);
    if (/^<[/!?a-z]/iu.test(tag)) {
      const end = endOfTag(html, open, tag);
      words.push(inlineTag.test(tag) ? "" : "\n\n");
      at = end < 0 ? html.length : end;
    } else {
      words.push("&lt;");
      at = open + 1;
    }
  }
  // Without a tag in it, parsing only reads the character references.
  return (parseHtml(words.join("")) ?? []).map((node) => (isText(node) ? node.value : "")).join("");
}

const closing: Readonly<Record<string, RegExp>> = { script: /<\/script\b/giu, style: /<\/style\b/giu };

/** Where what begins with "<" is over, its content too when no reader sees that; -1 when it never is. */
function endOfTag(html: string, open: number, tag: string): number {
  if (tag.startsWith("<!--")) return after(html, "-->", open + 4);
  const close = closing[/^<(script|style)\b/iu.exec(tag)?.[1]?.toLowerCase() ?? ""];
  if (!close) return after(html, ">", open);
  close.lastIndex = open;
  return close.test(html) ? after(html, ">", close.lastIndex) : -1;
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}
