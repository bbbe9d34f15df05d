import { beginningOf } from "./shorten.ts";

/** A name fit for an address and a file name: lower case letters and digits of any script, joined by single hyphens, NFC. */
export type Slug = string & { readonly __brand: "Slug" };

/** Signs, and bytes in UTF-8: file systems hold names of 255 bytes, and the press adds a number and an ending. */
const longestSlug = 80;
const mostBytes = 240;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const plainLetters: Record<string, string> = {
  ə: "e",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  þ: "th",
  ł: "l",
  đ: "d",
};

/**
 * Makes a slug of a headline or a name. Latin letters lose their marks; other scripts stay as they are.
 * Gives undefined when the text has no letter or digit at all.
 */
export function slugOf(text: string): Slug | undefined {
  const words = text
    .slice(0, 1_000)
    .toLowerCase()
    .replace(/[’'ʼ\p{Variation_Selector}]/gu, "")
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[əıßæœøðþłđ]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFC")
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  if (!words) return undefined;
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? beginningOfWord(word) : `${slug}-${word}`;
    if (!fits(longer)) break;
    slug = longer;
  }
  return slug as Slug;
}

function fits(slug: string): boolean {
  return Array.from(slug).length <= longestSlug && new TextEncoder().encode(slug).length <= mostBytes;
}

/** A first word that is too long by itself is cut. */
function beginningOfWord(word: string): string {
  let longest = 2 * longestSlug;
  let start = beginningOf(word, longest);
  while (!fits(start)) start = beginningOf(word, (longest -= 1));
  return start;
}

/** The checked value of a slug that somebody else wrote (an address, a file name), or undefined. */
export function parseSlug(text: string): Slug | undefined {
  return slugOf(text) === text ? (text as Slug) : undefined;
}

/** A second article with the same slug is told apart by a number: "harbour-repairs-2". */
export function numberedSlug(slug: Slug, number: number): Slug {
  return `${slug}-${number}` as Slug;
}
