/** A word of a text: how it is compared, and where it stands (UTF-16 indexes). */
export type Word = { readonly folded: string; readonly from: number; readonly to: number };

/**
 * A word is a run of letters, digits and their marks, over the joiners and soft hyphens inside it. An apostrophe ("don't",
 * "O’Brien"), the ampersand of a short name ("AT&T"), the stops of an abbreviation ("U.S.", "a.m.") and the hyphen of a
 * type number ("F-16s") do not end it. In small letters as in capitals, because nobody types capitals into a search field.
 */
const wordForm = (() => {
  const letters = String.raw`[\p{L}\p{N}](?:[\u00ad\u200c\u200d]*[\p{L}\p{N}\p{M}])*`;
  const letter = String.raw`(?:\p{L}\p{M}*)`;
  const end = String.raw`(?![\p{L}\p{N}\p{M}])`;
  const abbreviation = String.raw`${letter}(?:\.${letter})+\.?${end}`;
  const withAmpersand = String.raw`${letter}{1,3}&${letter}{1,3}${end}`;
  const typeNumber = String.raw`${letter}{1,2}-\p{N}+${letter}?${end}`;
  return new RegExp(`${abbreviation}|${withAmpersand}|${typeNumber}|${letters}(?:['’ʼ]${letters})*`, "gu");
})();

/** Runs of letters, with their marks, of the scripts that write without spaces. */
const unspaced =
  /(?:(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]\p{M}*)+/gu;

/** Whether a text has letters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return text.search(unspaced) >= 0;
}

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
  const letters = run.match(/\P{M}\p{M}*/gu) ?? [];
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
const droppedMarks = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;

/**
 * The form in which two spellings of a word are the same: without case, accents, Arabic vowel marks and letter variants,
 * with İ, I, ı and i as one letter (so that Turkish, Azerbaijani and English can share an index) and digits as 0-9.
 * Marks that make a letter of their own (Bengali, Japanese) stay. A folded word folds to itself.
 */
export function fold(word: string): string {
  const bare = bareOf(word.toLowerCase());
  if (/^[a-z0-9]*$/u.test(bare)) return bare;
  return bareOf(word.normalize("NFKD").toLowerCase())
    .replace(droppedMarks, "")
    .replace(differing, (letter) => sameLetters[letter] ?? letter)
    .replace(/\p{Nd}/gu, digitOf)
    .normalize("NFC");
}

/** Without the English genitive, what joins the parts of a word, and what is not seen (joiners, variation selectors). */
function bareOf(lower: string): string {
  return lower
    .replace(/['’ʼ]s$/u, "")
    .replace(/['’ʼ.&-]|\u00ad|\u200c|\u200d|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, "");
}

/** Every script's ten digits stand in one row that begins at a code point which the standard keeps contiguous. */
function digitOf(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}
