const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The beginning of a text, at most `longest` UTF-16 units of it, never ending inside what a reader sees as one character. */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Between two signs of ASCII a character always ends. Elsewhere that has to be looked up, which takes long.
  if (/^[ -~]{2}/.test(text.slice(longest - 1))) return text.slice(0, longest);
  // A character of more units than this exists only to do harm; then a cut between code points is good enough.
  const window = text.slice(0, longest + 64);
  const end = graphemes.segment(window).containing(longest)?.index ?? longest;
  if (end > 0) return text.slice(0, end);
  return text.slice(0, /^[\uDC00-\uDFFF]/.test(text.slice(longest)) ? longest - 1 : longest);
}

/** A text of at most `longest` UTF-16 units: a longer one is cut after a word, where it has words, and ends in "…". */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = beginningOf(text, longest - 1);
  const cut = text.charAt(kept.length) === " " ? kept.length : kept.lastIndexOf(" ");
  return `${withoutTrailing(kept.slice(0, cut > longest / 2 ? cut : kept.length))}…`;
}

/** Without the blanks and the punctuation that look wrong before an ellipsis. */
function withoutTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:.–—-]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
