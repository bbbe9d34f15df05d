/** A text without the credit that stood at its end. `from` and `to` are indexes into the text that was read. */
export type CreditReading = {
  readonly caption: string;
  readonly credit: string;
  readonly from: number;
  readonly to: number;
};

/** No sentence ends inside a source; initials ("J. R. Roe", "U.S. Navy") and web names ("example.com") do not end one. */
const source = "((?:[^.!?()]|(?<=\\b\\p{L}{1,2})\\.|\\.(?=\\S)){2,80}?)";
const label = "(?:Photo|Picture|Image|Photograph|Credit|PHOTO|PICTURE|IMAGE|CREDIT)s?";

type Form = {
  readonly pattern: RegExp;
  /** Whether the pattern begins with the sign that ends the caption. */
  readonly keepsSign: boolean;
  readonly isCredit?: (source: string) => boolean;
};

const startsWithCapital = (words: string) => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@©]/u.test(words);

const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      `\\s*\\(\\s*(?:(?<agency>AP|AFP|EPA|Reuters|REUTERS)\\s+Photo\\s*/\\s*|${label}\\s+(?:by|courtesy(?:\\s+of)?)\\s+|${label}\\s*[:/]\\s*)([^()]{2,80})\\)\\s*\\.?$`,
      "du",
    ),
    keepsSign: false,
  },
  {
    pattern: new RegExp(`(?:^|\\s)${label}(?:\\s+(?:by|courtesy(?:\\s+of)?))?\\s*[:/]\\s*${source}\\.?$`, "du"),
    keepsSign: false,
    isCredit: startsWithCapital,
  },
  {
    pattern: new RegExp(`(?:^|[.!?”"]\\s*)${label}\\s+(?:by|courtesy(?:\\s+of)?)\\s+${source}\\.?$`, "du"),
    keepsSign: true,
  },
  {
    pattern: new RegExp(`[.!?”"')\\]](?:\\s*(?:—|–|--)|\\s+-)\\s*(?=\\p{Lu})(?![^.]*[—–])${source}\\.?$`, "du"),
    keepsSign: true,
    isCredit: (words) => words.split(/\s+/u).length <= 6,
  },
  {
    pattern: new RegExp(
      `[.!?”"')\\]]\\s+(?=(?:THE\\s+)?\\p{Lu}{2,}(?:\\s\\p{Lu}{2,}){0,3}/\\p{Lu})${source}\\.?$`,
      "du",
    ),
    keepsSign: true,
  },
];

/** A credit stands in the last so many characters. */
const farthest = 160;

/**
 * Reads the credit at the end of a caption: "(AP Photo/Name)", "Photo: Name", "—ISPR", "REUTERS/Name/File Photo",
 * tried in that order. A dash credit stands at the end after sentence punctuation, begins with a capital and has at most
 * six words ("He came home — and stayed" has none). Undefined when there is no credit.
 */
export function readCredit(text: string): CreditReading | undefined {
  const trimmed = text.trimEnd();
  const start = Math.max(0, trimmed.length - farthest);
  const ending = trimmed.slice(start);
  for (const { pattern, keepsSign, isCredit } of forms) {
    const match = pattern.exec(ending);
    const words = match?.at(-1)?.trim();
    const found = match?.indices?.at(-1);
    if (!match || !words || !found || isCredit?.(words) === false) continue;
    const captionEnd = start + match.index + (keepsSign && /^[.!?”"')\]]/u.test(match[0]) ? 1 : 0);
    const from = start + found[0];
    return {
      caption: trimmed.slice(0, captionEnd).trimEnd(),
      credit: withAgency(words, match.groups?.["agency"]),
      from,
      to: from + words.length,
    };
  }
  return undefined;
}

/** "(AP Photo/Ada Lane, File)" credits the agency too: "Ada Lane/AP, File". */
function withAgency(words: string, agency: string | undefined): string {
  if (agency === undefined) return words;
  const [, name = words, file = ""] = /^(.*?)((?:,\s*|\/)File(?: Photo)?)?$/iu.exec(words) ?? [];
  return `${name}/${agency}${file}`;
}
