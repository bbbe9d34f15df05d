import { remembering } from "./remembering.ts";

/** A face of the Latin letters that has stand-ins of the same measure; whether it is upright stands behind. */
const latin = /(?:source-serif-4|libre-franklin)-latin-wght-(normal|italic)/u;
const arabic = /noto-naskh-arabic-arabic|vazirmatn-arabic/u;
const ofLanguages: Readonly<Record<string, RegExp>> = {
  ur: /noto-nastaliq-urdu-arabic|vazirmatn-arabic/u,
  ar: arabic,
  fa: arabic,
};
const slanted = /<(?:em|i|cite|var|dfn)\b/u;

/** The fonts of a page's text, which is of that language; paths under the site's root. */
export function fontsOf(fonts: readonly string[], language: string, html: string): readonly string[] {
  const own = ownFonts(language);
  const isSlanted = slanted.test(html);
  return fonts.filter((font) => {
    if (own) return own.test(font);
    const [, style] = latin.exec(font) ?? [];
    return style === "normal" || (style === "italic" && isSlanted);
  });
}

/** Whether what is written in a language can be read in stand-ins until its letters come. */
export function hasStandIns(language: string): boolean {
  return ownFonts(language) === undefined;
}

function ownFonts(language: string): RegExp | undefined {
  return ofLanguages[language.split("-")[0] ?? ""];
}

const faceRule = /@font-face\{[^}]*\}/gu;

/**
 * Takes the faces out of a page's styles whose letters have stand-ins of the same measure. A page is set in those letters from its
 * first paint on or not at all, for lines that break anew move what is being read. Scripts that have no stand-ins get their
 * letters whenever they come, and so do readers who chose theirs.
 */
export const lettersApart = remembering((styles): { readonly letters: string; readonly others: string } => {
  const letters: string[] = [];
  const others = styles.replace(faceRule, (face) => {
    if (!latin.test(face)) return face;
    letters.push(face.replace("font-display:swap", "font-display:optional"));
    return "";
  });
  return { letters: letters.join(""), others };
});
