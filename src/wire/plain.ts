/**
 * Text on one line, without blanks at its ends, without control characters, and without the signs that turn the direction
 * of what follows: a headline must not turn the line that it stands in. Half a surrogate pair is replaced by U+FFFD. Of
 * marks that are heaped on one letter as many are left as any script needs: more would cover the lines above.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/(\p{M}{8})[\p{M}\u200B-\u200D]+/gu, "$1")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}
