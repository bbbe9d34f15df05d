/** A stretch of the copy: its text as it is read, and where in the copy it stands. */
export type Stretch = {
  readonly text: string;
  /** From `at` in the text on, its characters stand one for one in the copy from `from` on. In order, the first at 0. */
  readonly parts: readonly { readonly at: number; readonly from: number }[];
};

/** A line, and how far it is indented. */
export type Line = Stretch & { readonly indent: number };

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** The lines of a text without their ends, without control bytes, and without blanks on either side. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    lines.push(lineOf(text.slice(from, index), from));
    from = index + end.length;
  }
  if (from < text.length) lines.push(lineOf(text.slice(from), from));
  return lines;
}

/** What some systems leave in a line and no reader sees: control bytes, byte order marks, zero-width spaces. */
const unseen = /[\p{Cc}\ufeff\u200b]+/gu;

function lineOf(raw: string, from: number): Line {
  const spaced = raw.replaceAll("\t", " ");
  const parts: { at: number; from: number }[] = [];
  let text = "";
  let kept = 0;
  const keep = (end: number) => {
    if (end > kept) parts.push({ at: text.length, from: from + kept });
    text += spaced.slice(kept, end);
  };
  for (const { index, 0: run } of spaced.matchAll(unseen)) {
    keep(index);
    kept = index + run.length;
  }
  keep(spaced.length);
  const indent = text.length - text.trimStart().length;
  return { ...within({ text, parts }, 0, text.length), indent };
}

/** Part of a stretch, without blanks on either side. */
export function within({ text, parts }: Stretch, start: number, end: number): Stretch {
  const piece = text.slice(start, end);
  const first = start + piece.length - piece.trimStart().length;
  const inner = piece.trim();
  const inside = parts.filter(
    ({ at }, index) => at < first + inner.length && (parts[index + 1]?.at ?? Infinity) > first,
  );
  return {
    text: inner,
    parts: inside.map(({ at, from }) => (at < first ? { at: 0, from: from + first - at } : { at: at - first, from })),
  };
}

/** Where a stretch begins and ends in the copy. */
export function rangeOf({ text, parts }: Stretch): { readonly from: number; readonly to: number } {
  const last = parts.at(-1);
  return { from: parts[0]?.from ?? 0, to: last ? last.from + text.length - last.at : 0 };
}

/** Lines that stand together, with nothing blank between them. */
export function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    if (line.text !== "") group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const narrowest = 40;
const widest = 100;

/**
 * The paragraphs of a group of lines. Lines longer than an agency's system would make them are paragraphs, each of them.
 * Shorter ones are joined where a line was full, so that the next line's first word had no room on it; not where the next
 * line is indented, or `standsAlone` says of either that it is no part of a paragraph, or `begins` that the next begins one.
 */
export function paragraphsOf(
  group: readonly Line[],
  standsAlone: (text: string) => boolean,
  begins: (text: string) => boolean,
): Stretch[] {
  const width = Math.max(...group.map(({ text }) => text.length));
  const margin = Math.min(...group.map(({ indent }) => indent));
  if (width < narrowest || width > widest) return [...group];
  const paragraphs: Line[][] = [];
  for (const [at, line] of group.entries()) {
    const before = group[at - 1];
    const joins =
      before !== undefined &&
      before.text.length + 1 + (/^\S+/u.exec(line.text)?.[0].length ?? 0) > width - 4 &&
      line.indent < margin + 2 &&
      !standsAlone(before.text) &&
      !standsAlone(line.text) &&
      !begins(line.text);
    if (joins) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map(joined);
}

function joined(lines: readonly Line[]): Stretch {
  const parts: Stretch["parts"][number][] = [];
  let length = 0;
  for (const line of lines) {
    for (const { at, from } of line.parts) parts.push({ at: length + at, from });
    length += line.text.length + 1;
  }
  return { text: lines.map(({ text }) => text).join(" "), parts };
}
