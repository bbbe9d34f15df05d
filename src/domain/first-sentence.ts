const abbreviated =
  /(?:^|[\s.(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Maj|Brig|Lt|Col|Capt|Sgt|Cmdr|Adm|Sen|Rep|Gov|Hon|Rev|St|Prof|No|vs|Jr|Sr|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;

/** The first sentence of a text with its full stop, or all of it when it has no end. */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(/[.!?。۔؟।]+["”’)]*(?=\s|$)|[。۔।]/gu)) {
    const end = match.index + match[0].length;
    // A full stop after a capital or a title ("U.S. Navy", "Gen. Smith"), or before a small letter, ends no sentence.
    if (
      abbreviated.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
      /^\s+\p{Ll}/u.test(text.slice(end, end + 4))
    )
      continue;
    return text.slice(0, end);
  }
  return text;
}
