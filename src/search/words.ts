/** A word of a text: how it is compared, and where it stands (UTF-16 indexes). */
export type Word = { readonly folded: string; readonly from: number; readonly to: number };

/**
 * A word is a run of letters, digits and their marks; inside it an apostrophe ("don't", "O’Brien"), the ampersand of a
 * name ("AT&T"), the stops of an abbreviation ("U.S.") and the hyphen of a type number ("F-16") do not end it.
 */
const wordForm =
  /(?:\p{Lu}\.){2,}|\p{Lu}+&\p{Lu}+(?!\p{Ll})|\p{Lu}{1,3}-\p{N}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]+/gu;

/** The words of a text in order. Scripts that write without spaces give every pair of neighbouring letters. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordForm)) pushWord(words, match[0], match.index);
  return words;
}

function pushWord(words: Word[], printed: string, at: number): void {
  if (!isPlain(printed) && printed.search(unspaced) >= 0) {
    let end = 0;
    for (const run of printed.matchAll(unspaced)) {
      if (run.index > end) push(words, printed.slice(end, run.index), at + end);
      pushPairs(words, run[0], at + run.index);
      end = run.index + run[0].length;
    }
    if (end < printed.length) push(words, printed.slice(end), at + end);
  } else push(words, printed, at);
}

function pushPairs(words: Word[], run: string, at: number): void {
  const letters = Array.from(run);
  const [first = ""] = letters;
  if (letters.length === 1) push(words, first, at);
  let from = at;
  for (let index = 0; index + 1 < letters.length; index += 1) {
    const letter = letters[index] ?? "";
    push(words, letter + (letters[index + 1] ?? ""), from);
    from += letter.length;
  }
}

function push(words: Word[], printed: string, from: number): void {
  const folded = fold(printed);
  if (folded !== "") words.push({ folded, from, to: from + printed.length });
}

function isPlain(text: string): boolean {
  return /^[\u0000-\u02ff]*$/u.test(text);
}

const sameLetters: Readonly<Record<string, string>> = {
  ı: "i",
  ə: "e",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  þ: "th",
  ł: "l",
  đ: "d",
  ς: "σ",
  ی: "ي",
  ى: "ي",
  ې: "ي",
  ک: "ك",
  ہ: "ه",
  ھ: "ه",
  ة: "ه",
  ۃ: "ه",
  ە: "ه",
  ٱ: "ا",
};
const differing = new RegExp(`[${Object.keys(sameLetters).join("")}]`, "gu");

/** Accents of European letters; Arabic vowel marks, hamza and madda above a letter, and the tatweel. */
const droppedMarks = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d]/gu;

/**
 * The form in which two spellings of a word are the same: without case, accents, Arabic vowel marks and letter variants,
 * with İ, I, ı and i as one letter (so that Turkish, Azerbaijani and English can share an index) and digits as 0-9.
 * Marks that make a letter of their own (Bengali, Japanese) stay.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  const bare = lower.replace(/['’ʼ]s$/u, "").replace(/['’ʼ.&-]/gu, "");
  if (/^[a-z0-9]*$/u.test(bare)) return bare;
  return bare
    .normalize("NFKD")
    .replace(droppedMarks, "")
    .replace(differing, (letter) => sameLetters[letter] ?? letter)
    .replace(/\p{Nd}/gu, digitOf)
    .normalize("NFC");
}

/** Every script's ten digits stand in one row that begins at a code point which the standard keeps contiguous. */
function digitOf(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - 1)) && value < 9) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
