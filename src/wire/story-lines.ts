/** A stretch of the copy's text: indexes into it, and the text between them. */
export type Stretch = { readonly from: number; readonly to: number; readonly text: string };

const blank = /^[\s\u0000-\u001f\u007f\u00a0\u200b\ufeff]*$/u;

/** The lines of a text without their ends (LF, CR LF or CR) and without blanks and control bytes on either side. */
export function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = [];
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/gu)) {
    if (match[0] === "") continue;
    lines.push(trimmedStretch(match.index, match[0]));
  }
  return lines;
}

function trimmedStretch(at: number, raw: string): Stretch {
  if (blank.test(raw)) return { from: at, to: at, text: "" };
  const before = /^[\s\u0000-\u001f\u007f\u00a0\ufeff]*/u.exec(raw)?.[0].length ?? 0;
  const text = raw.replace(/^[\s\u0000-\u001f\u007f\u00a0\ufeff]+|[\s\u0000-\u001f\u007f\u00a0]+$/gu, "");
  return { from: at + before, to: at + before + text.length, text };
}

/** Lines that stand together, with nothing blank between them. */
export function groupsOf(lines: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  let group: Stretch[] = [];
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

/**
 * The paragraphs of a group of lines: one, when an agency's system wrapped it at a fixed width; otherwise one a line.
 * Wrapped lines are all of middling length, but for the last.
 */
export function paragraphsOf(group: readonly Stretch[]): Stretch[] {
  const wrapped = group.length > 1 && group.slice(0, -1).every(({ text }) => text.length >= 40 && text.length <= 100);
  const [first] = group;
  const last = group.at(-1);
  if (!wrapped || !first || !last) return [...group];
  return [{ from: first.from, to: last.to, text: group.map(({ text }) => text).join(" ") }];
}
