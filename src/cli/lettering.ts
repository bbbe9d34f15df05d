import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { escapedXml } from "#domain/markup.ts";
import { openCache } from "./cache.ts";
import type { Terminal } from "./terminal.ts";

/** The house's faces by what they set, with the names that their files give themselves. */
const faces = {
  text: "Source Serif 4,Noto Naskh Arabic",
  urdu: "Noto Nastaliq Urdu,Source Serif 4",
  arabic: "Noto Naskh Arabic,Source Serif 4",
  ui: "Libre Franklin Thin,Vazirmatn,Source Serif 4",
} as const;
export type Face = keyof typeof faces;

/** The fonts that the faces are made of: a package of the house's fonts, and which of its parts. */
const fonts = [
  ["source-serif-4", ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"]],
  ["libre-franklin", ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese"]],
  ["noto-nastaliq-urdu", ["arabic"]],
  ["noto-naskh-arabic", ["arabic"]],
  ["vazirmatn", ["arabic"]],
] as const;

export type Setting = {
  readonly face: Face;
  readonly weight: number;
  /** Pixels. */
  readonly size: number;
  /** Pixels at which lines are broken; one line otherwise. */
  readonly width?: number;
  /** By how much lines stand closer or farther than the font would have them. */
  readonly leading?: number;
  readonly language: string;
};

/** Drawn text: how much of each pixel it covers, 0 to 255, row by row. */
export type Drawn = { readonly width: number; readonly height: number; readonly cover: Uint8Array };

export type Lettering = {
  /** Tells the fonts from other versions of them. */
  readonly fonts: string;
  /** Whether the house's fonts have every letter of a text. */
  readonly has: (text: string) => boolean;
  /** Draws text with the house's own fonts, shaped and ordered as its script asks for (by Pango and HarfBuzz). */
  readonly draw: (text: string, setting: Setting) => Promise<Drawn>;
};

type Font = { readonly name: string; readonly bytes: Buffer; readonly ranges: readonly (readonly [number, number])[] };

export async function openLettering(terminal: Pick<Terminal, "environment" | "now">): Promise<Lettering> {
  const found = (await Promise.all(fonts.map(fontsOf))).flat();
  const hash = createHash("sha256");
  for (const { bytes } of found) hash.update(bytes);
  const key = hash.digest("hex").slice(0, 16);
  const ranges = found.flatMap((font) => font.ranges);
  let made: Promise<void> | undefined;
  return {
    fonts: key,
    has: (text) =>
      Array.from(text).every((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        return ranges.some(([first, last]) => code >= first && code <= last);
      }),
    draw: async (text, setting) => {
      made ??= makeKnown(found, key, terminal);
      await made;
      return draw(text, setting);
    },
  };
}

async function draw(text: string, { face, weight, size, width, leading = 1, language }: Setting): Promise<Drawn> {
  const marked = `<span lang="${escapedXml(language)}" line_height="${leading}">${escapedXml(text)}</span>`;
  const font = `${faces[face]}, ${weight >= 700 ? "Bold" : "Semi-Bold"} ${size}px @wght=${weight}`;
  const { data, info } = await sharp({
    text: { text: marked, font, dpi: 72, wrap: "word-char", ...(width && { width }) },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, cover: data };
}

async function fontsOf([name, parts]: (typeof fonts)[number]): Promise<Font[]> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const ranges = JSON.parse(await readFile(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  return Promise.all(
    parts.map(async (part) => ({
      name: `${name}-${part}`,
      bytes: await readFile(join(folder, `files/${name}-${part}-wght-normal.woff2`)),
      ranges: rangesOf(ranges[part] ?? ""),
    })),
  );
}

/** "U+0000-00FF,U+0131" */
function rangesOf(written: string): (readonly [number, number])[] {
  return written.split(",").map((range) => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

/**
 * Makes the fonts known to Pango, which reads TrueType but not WOFF2, and keeps the machine's own fonts out, so that a picture is
 * the same wherever it is drawn.
 */
async function makeKnown(
  found: readonly Font[],
  key: string,
  terminal: Pick<Terminal, "environment" | "now">,
): Promise<void> {
  const folder = await openCache("fonts", terminal).get(key, async (aside) => {
    const { decompress } = await import("wawoff2");
    await mkdir(aside);
    for (const { name, bytes } of found) await writeFile(join(aside, `${name}.ttf`), await decompress(bytes));
    await writeFile(join(aside, "fonts.conf"), "<fontconfig></fontconfig>\n");
  });
  process.env["FONTCONFIG_FILE"] = join(folder, "fonts.conf");
  for (const { name } of found)
    await sharp({ text: { text: "a", fontfile: join(folder, `${name}.ttf`) } })
      .raw()
      .toBuffer();
}
