import { type Clause, type FacetName, facetNames, type TextRange } from "./protocol.ts";
import { fold, isUnspaced, wordsOf } from "./words.ts";

/** Of a query, in UTF-16 units and in clauses: what is longer was pasted by mistake, and its end is not looked at. */
export const longestQuery = 1_000;
const mostClauses = 32;

const mostWords = 16;

export type ParsedClause = Clause & {
  /** The folded words that it asks for. */
  readonly words: readonly string[];
  /** The last of them is still being typed. */
  readonly isPrefix: boolean;
  /** They stand side by side: in a phrase, and in scripts that write without spaces. */
  readonly isTogether: boolean;
};

/** A minus, a field, and then a quoted phrase or anything up to a blank; quotes of any kind close any other. */
const part = /(-?)(?:([\p{L}]+):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+))/gu;

/**
 * Takes a query apart: words, "phrases", -excluded, and field:value with a facet, headline, before, after or on. What does not
 * parse is searched as words, so that no text is an error.
 */
export function parseQuery(typed: string): ParsedClause[] {
  const text = typed.slice(0, longestQuery);
  const clauses: ParsedClause[] = [];
  for (const match of text.matchAll(part)) {
    if (clauses.length === mostClauses) break;
    const [whole, minus = "", name, quoted, bare] = match;
    const range = { from: match.index, to: match.index + whole.length };
    // A minus inside a word ("F-16") is none, and neither is one that stands alone.
    const isExcluded = minus !== "" && !/\S$/u.test(text.slice(0, match.index));
    const clause =
      (name !== undefined && fieldClause(name, quoted ?? bare ?? "", quoted !== undefined, range, isExcluded)) ||
      textClause(name === undefined ? (quoted ?? bare ?? "") : whole.slice(minus.length), quoted !== undefined, {
        range,
        isExcluded,
        isHeadline: false,
        isPrefix: isOpen(text, range.to, quoted),
      });
    if (clause) clauses.push(clause);
  }
  return clauses;
}

/** The text without a part of it, and without the blank that stood beside it. */
export function withoutRange(text: string, { from, to }: TextRange): string {
  return [text.slice(0, from).trimEnd(), text.slice(to).trimStart()].filter(Boolean).join(" ");
}

/** The text with a filter added before it, so that the word that is being typed stays the last. */
export function withFilter(text: string, name: FacetName | "before" | "after" | "on", value: string): string {
  const written = /[\s"“”„«»]/u.test(value) ? `"${value.replace(/["“”„«»]/gu, " ")}"` : value;
  return [`${name}:${written}`, text.trimStart()].filter(Boolean).join(" ");
}

function fieldClause(
  name: string,
  value: string,
  isQuoted: boolean,
  range: TextRange,
  isExcluded: boolean,
): ParsedClause | undefined {
  const field = name.toLowerCase();
  const shared = { range, isExcluded, words: [], isPrefix: false, isTogether: false };
  if (value.trim() === "") return undefined;
  if (field === "headline") return textClause(value, isQuoted, { ...shared, isHeadline: true });
  if (field === "before" || field === "after" || field === "on") {
    const days = daysOf(value);
    if (!days) return undefined;
    const bounds =
      field === "before"
        ? { last: dayBefore(days.first) }
        : field === "after"
          ? { first: days.first }
          : { first: days.first, last: days.last };
    return { ...shared, kind: "date", field, text: value, ...bounds };
  }
  const facet = facetNames.find((one) => one === field);
  return facet && { ...shared, kind: "facet", facet, text: value, values: [] };
}

function textClause(
  text: string,
  isQuoted: boolean,
  rest: Pick<ParsedClause, "range" | "isExcluded" | "isPrefix"> & { readonly isHeadline: boolean },
): ParsedClause | undefined {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map(({ folded }) => folded);
  if (words.length === 0) return undefined;
  if (isQuoted) return { ...rest, kind: "phrase", text, words, isTogether: true };
  const isTogether = words.length > 1 && isUnspaced(text);
  return { ...rest, kind: "word", text, words, isTogether, isPrefix: rest.isPrefix && !isTogether };
}

/** While "F-" or "U." is typed, the word goes on. */
function isOpen(text: string, end: number, quoted: string | undefined): boolean {
  return quoted === undefined && end === text.length && /[\p{L}\p{N}\p{M}][-.&'’ʼ]?$/u.test(text);
}

/** The days of "2025", "2025-05" or "2025-05-28", in digits of any script. */
function daysOf(value: string): { readonly first: string; readonly last: string } | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(
    Array.from(value.trim(), (sign) => (/\p{Nd}/u.test(sign) ? fold(sign) : sign)).join(""),
  );
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  const first = `${year}-${(month ?? "1").padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`;
  const time = Date.parse(`${first}T00:00:00Z`);
  // "2025-02-30" would slip into March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(first)) return undefined;
  if (day) return { first, last: first };
  const next = new Date(time);
  if (month) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { first, last: dayBefore(next.toISOString().slice(0, 10)) };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
