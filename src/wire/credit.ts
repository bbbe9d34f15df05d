/** A text without the credit that stood at its end. `from` and `to` are indexes into the text that was read. */
export type CreditReading = {
  readonly caption: string;
  readonly credit: string;
  readonly from: number;
  readonly to: number;
};

const parenthesised =
  /\s*\(\s*(?:(?:AP|AFP|EPA|Reuters)\s+Photo\s*\/\s*|(?:Photo|Picture|Image)s?\s+by\s+|(?:Photo|Picture|Image|Credit)\s*:\s*)([^()]{2,80})\)\s*\.?$/iu;
const labelled =
  /(?:^|\s)(?:Photo|Picture|Image|Credit|Photograph)s?(?:\s+(?:by|courtesy(?:\s+of)?))?\s*[:/]\s*([^.!?]{2,80})\.?$/iu;
const labelledBy =
  /(?:^|[.!?”"]\s*)(?:Photo|Picture|Image|Photograph)s?\s+(?:by|courtesy(?:\s+of)?)\s+([^.!?]{2,80})\.?$/iu;
const dashed = /[.!?”"')\]]\s*(?:—|–|--|-)\s*(\p{Lu}[^—–.!?]{0,79})\.?$/u;
const agency = /[.!?”"')\]]\s+((?:THE\s+)?\p{Lu}{2,}(?:\s\p{Lu}{2,}){0,3}\/\p{Lu}[^.!?]{1,70})\.?$/u;

/**
 * Reads the credit at the end of a caption: "(AP Photo/Name)", "Photo: Name", "—ISPR", "REUTERS/Name/File Photo",
 * tried in that order. A dash credit stands at the end after sentence punctuation, begins with a capital and has at most
 * six words ("He came home — and stayed" has none). Undefined when there is no credit.
 */
export function readCredit(text: string): CreditReading | undefined {
  const trimmed = text.trimEnd();
  for (const form of [parenthesised, labelled, labelledBy, dashed, agency]) {
    const match = form.exec(trimmed);
    const credit = match?.[1]?.trim();
    if (!match || !credit) continue;
    if (form === dashed && credit.split(/\s+/u).length > 6) continue;
    const keepsPunctuation = form === dashed || form === agency || form === labelledBy;
    const captionEnd = match.index + (keepsPunctuation && /^[.!?”"')\]]/u.test(match[0]) ? 1 : 0);
    const from = trimmed.lastIndexOf(credit);
    return {
      caption: trimmed.slice(0, captionEnd).trimEnd(),
      credit: agencyNameOf(form, match[0], credit),
      from,
      to: from + credit.length,
    };
  }
  return undefined;
}

/** "(AP Photo/Ada Lane)" credits the agency too: "Ada Lane/AP". */
function agencyNameOf(form: RegExp, matched: string, credit: string): string {
  if (form !== parenthesised) return credit;
  const name = /\b(AP|AFP|EPA|Reuters)\s+Photo\s*\//iu.exec(matched)?.[1];
  return name ? `${credit}/${name}` : credit;
}
