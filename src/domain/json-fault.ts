import { beginningOf } from "./shorten.ts";

/** Where a text stops being JSON, in words for the person who wrote it. */
export type JsonFault = {
  /** Counted from 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
};

type Place = { readonly at: number; readonly expected: string; readonly found?: string };

const quotation = `a text in straight quotation marks (")`;

/**
 * Finds the first fault in a text that JSON.parse refused; undefined when it is JSON. The engines say it in words of
 * their own, some without a place, so this goes through the text itself. Nesting costs it no stack.
 */
export function faultInJson(text: string): JsonFault | undefined {
  const end = text.trimEnd().length;
  const place = placeOfFault(text, text.length - text.trimStart().length, end);
  if (!place) return undefined;
  const { at, expected, found } = place;
  return {
    line: (text.slice(0, at).match(/\r\n|\n|\r/gu)?.length ?? 0) + 1,
    found:
      at >= end
        ? `cut off after ${quoted(text.slice(Math.max(0, end - 30), end))}`
        : (found ?? quoted(text.slice(at, at + 200))),
    expected,
  };
}

function placeOfFault(text: string, start: number, end: number): Place | undefined {
  const open: ("}" | "]")[] = [];
  let next: "value" | "first value" | "name" | "first name" | "colon" | "comma" = "value";
  for (let at = start; ; ) {
    while (at < end && /[ \t\n\r]/u.test(text.charAt(at))) at += 1;
    const sign = at < end ? text.charAt(at) : "";
    const closing = open.at(-1);
    if (next === "comma" && closing === undefined)
      return at < end ? { at, expected: "nothing after the end" } : undefined;
    if (sign !== "" && sign === closing && (next === "comma" || next.startsWith("first"))) {
      open.pop();
      at += 1;
      next = "comma";
    } else if (next === "comma") {
      if (sign !== ",") return { at, expected: `a comma or the closing ${closing} before it` };
      at += 1;
      next = closing === "}" ? "name" : "value";
    } else if (next === "colon") {
      if (sign !== ":") return { at, expected: "a colon before it" };
      at += 1;
      next = "value";
    } else if (sign === '"') {
      const after = endOfText(text, at, end);
      if (typeof after !== "number") return after;
      at = after;
      next = next.endsWith("name") ? "colon" : "comma";
    } else if (next.endsWith("name")) return { at, expected: `a name: ${quotation}` };
    else if (sign === "{" || sign === "[") {
      open.push(sign === "{" ? "}" : "]");
      at += 1;
      next = sign === "{" ? "first name" : "first value";
    } else {
      const word = wordOrNumber.exec(text.slice(at, Math.min(end, at + 400)))?.[0];
      if (word === undefined) return { at, expected: `a value: ${quotation}, a number, true, false, null, { or [` };
      at += word.length;
      next = "comma";
    }
  }
}

const wordOrNumber = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/u;

/** Where the text that begins here is over, or what is wrong in it. */
function endOfText(text: string, start: number, end: number): number | Place {
  for (let at = start + 1; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign < " ") {
      const found = `${/[\n\r]/u.test(sign) ? "a line end" : "a control character"} inside ${quoted(text.slice(start, at))}`;
      return { at, found, expected: "the closing quotation mark, or \\n for a line end" };
    }
    if (sign !== "\\") continue;
    if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4}|(?:u[\da-fA-F]{0,3})?$)/u.test(text.slice(at + 1, Math.min(at + 6, end))))
      return { at, expected: "\\\\ for a backslash" };
    at += 1;
  }
  return { at: end, expected: "the closing quotation mark" };
}

/** The first words of a line, fit to stand in a message. */
function quoted(text: string): string {
  const line = (text.split(/[\r\n]/u)[0] ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
  const start = beginningOf(line, 40);
  return `“${start}${start.length < line.length ? "…" : ""}”`;
}
