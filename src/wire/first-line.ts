import { type Instant, parseInstant } from "#domain/instant.ts";
import { readCredit } from "./credit.ts";
import { filedDates, parseFiledDate } from "./dateline.ts";

/** What the line above a story says. `from` and `to` are indexes into it. */
export type FirstLine = {
  readonly date: { readonly from: number; readonly to: number };
  /** Undefined when what stands there is no date, or no day can be told from it. */
  readonly published: Instant | undefined;
  /** Where a picture's caption begins, which goes to the end; undefined when there is none. */
  readonly caption: number | undefined;
  /** Whether more stands there that is neither. */
  readonly hasMore: boolean;
};

const weekday = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{L}*\\.?,?\\s+|\\p{L}+,\\s+)?";

const forms: readonly { readonly pattern: RegExp; readonly parse: (text: string) => Instant | undefined }[] = [
  {
    pattern:
      /^(?:date:?\s+)?(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?)(?=\s|$)/diu,
    parse: parseInstant,
  },
  { pattern: new RegExp(`^[Dd][Aa][Tt][Ee]:?\\s+${weekday}(${filedDates})(?=[\\s,]|$)`, "du"), parse: parseFiledDate },
  { pattern: /^(?:date|[Dd][Aa][Tt][Ee]:)\s+(\S*\d\S*)(?=\s|$)/du, parse: () => undefined },
];

/** Reads a line that begins with a date: "date 2025-05-28 The pier. —ISPR", "Date: 28 May 2025". Undefined for any other line. */
export function readFirstLine(text: string): FirstLine | undefined {
  for (const { pattern, parse } of forms) {
    const match = pattern.exec(text);
    const [from, to] = match?.indices?.[1] ?? [];
    if (from === undefined || to === undefined) continue;
    const published = parse(text.slice(from, to));
    const rest = text.slice(to).replace(/^[\s,]+/u, "");
    const isCaption = rest !== "" && (published ? !isClock(rest) : isSentence(rest));
    return {
      date: { from, to },
      published,
      caption: isCaption ? text.length - rest.length : undefined,
      hasMore: rest !== "" && !isCaption,
    };
  }
  return undefined;
}

/** "10:00 CET", "at 10 a.m.", "+0500". */
function isClock(text: string): boolean {
  return /^(?:at\s)?(?:\d{1,2}(?:[:.h]\d{2}){0,2})?\s?(?:[ap]\.?m\.?)?\s?(?:\p{Lu}{1,5}|Uhr|[+-]\d{2}:?\d{2})?$/u.test(
    text,
  );
}

/** What follows a date that is none may be the rest of it: "28 de mayo de 2025". */
function isSentence(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length > 1 && (/[.!?…。۔।]["”’)]*$/u.test(text) || readCredit(text) !== undefined);
}
