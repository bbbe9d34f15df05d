/** A face of the Latin letters that has stand-ins of the same measure; whether it is upright stands behind. */
const latin = /(?:source-serif-4|libre-franklin)-latin-wght-(normal|italic)/u;
const arabic = /noto-naskh-arabic-arabic|vazirmatn-arabic/u;
const ofLanguages: Readonly<Record<string, RegExp>> = {
  ur: /noto-nastaliq-urdu-arabic|vazirmatn-arabic/u,
  ar: arabic,
  fa: arabic,
};
const slanted = /<(?:em|i|cite|var|dfn)\b/u;

/** The letters of a page's text, asked for before the styles that name them are read; paths under the site's root. */
export function fontPreloads(fonts: readonly string[], language: string, html: string, root: string): string {
  const own = ofLanguages[language.split("-")[0] ?? ""];
  const isSlanted = slanted.test(html);
  const isWanted = (font: string) => {
    if (own) return own.test(font);
    const [, style] = latin.exec(font) ?? [];
    return style === "normal" || (style === "italic" && isSlanted);
  };
  return fonts
    .filter(isWanted)
    .map((font) => `<link rel="preload" href="${root}${font}" as="font" type="font/woff2" crossorigin>\n`)
    .join("");
}

/**
 * In a page to which its letters come late their stand-ins stay, for lines that break anew move what is being read; the next page
 * has them. Scripts that have no stand-ins get their letters whenever they come, and so do readers who chose theirs.
 */
export function keepingStandIns(faces: string): string {
  return faces.replace(/@font-face\{[^}]*\}/gu, (face) =>
    latin.test(face) ? face.replace("font-display:swap", "font-display:optional") : face,
  );
}
