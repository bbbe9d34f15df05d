import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { RenditionFormat } from "#domain/picture.ts";
import type { Cache } from "./cache.ts";
import { type PictureMetadata, readPictureMetadata, xmpOf } from "./picture-metadata.ts";

/**
 * Pixels across. What the layouts ask for at once and twice their size: a thumbnail (320), a card (560), the width of a phone (720),
 * the lead picture of an article (880, 1760) and of the front page (1160). Nothing is ever made larger than it came.
 */
const steps = [320, 560, 720, 880, 1_160, 1_760];
/** The file for whoever knows neither AVIF nor WebP (old browsers, readers of feeds, networks) is no wider. */
const widestFallback = 1_300;
const usualWidth = 720;
/** What WebP can hold; AVIF holds more. */
const tallest = 16_383;

/**
 * Measured on eight photographs: AVIF of effort 1 gives the bytes and the likeness (SSIM) of effort 2 in half the time, WebP of
 * effort 2 those of effort 4 for 4 % more bytes in half the time.
 */
const avif = { quality: 50, effort: 1, chromaSubsampling: "4:2:0" } as const;
const webp = { quality: 72, effort: 2 } as const;
/** Charts and screens: sharp edges, where a photograph's settings leave shadows. */
const graphicAvif = { quality: 62, effort: 1, chromaSubsampling: "4:4:4" } as const;
const graphicWebp = { quality: 85, effort: 2, smartSubsample: true } as const;
const jpeg = { quality: 80, progressive: true } as const;
const png = { compressionLevel: 8 } as const;

/** A new one makes all renditions anew. */
const edition = 1;
const formats: readonly RenditionFormat[] = ["avif", "webp"];
export const mostPixels = 150_000_000;
const longest = { seconds: 60 };

// As many photographs are made at once as there are cores, each on one of them.
sharp.concurrency(1);
sharp.cache(false);

/** A photograph that could not be read to its end, with what sharp says of it. */
export class UnreadablePicture extends Error {
  override readonly name = "UnreadablePicture";
}

/** What was made of a photograph. */
export type Printed = {
  /** A digest of the photograph and of how its renditions are made; hex. */
  readonly key: string;
  /** Of the file for whoever knows no better format. */
  readonly width: number;
  readonly height: number;
  readonly ending: "jpg" | "png";
  readonly formats: readonly RenditionFormat[];
  readonly widths: readonly number[];
  readonly placeholder?: string;
  readonly metadata: PictureMetadata;
};

/** The files of a photograph by their names: "320.avif", "1160.jpg". */
export function filesOf({ formats: made, widths, width, ending }: Printed): readonly string[] {
  return [...made.flatMap((format) => widths.map((one) => `${one}.${format}`)), `${width}.${ending}`];
}

/** What a page with an article usually fetches: the smallest one that fills the text's column, in the best format. */
export function usualFile({ formats: [best = "avif"], widths, width }: Printed): string {
  return `${widths.find((one) => one >= usualWidth) ?? widths.at(-1) ?? width}.${best}`;
}

/**
 * Makes the renditions of a photograph, or finds them in the cache: upright, in sRGB, without where and with which camera it was
 * taken, but with who took it. Throws UnreadablePicture.
 */
export async function printPhotograph(
  bytes: Buffer,
  cache: Cache,
): Promise<{ readonly folder: string; readonly printed: Printed }> {
  const key = keyOf(bytes);
  const folder = await cache.get(key, async (aside) => {
    await mkdir(aside);
    await writeFile(join(aside, "printed.json"), JSON.stringify(await print(bytes, key, aside)));
  });
  return { folder, printed: JSON.parse(await readFile(join(folder, "printed.json"), "utf8")) as Printed };
}

/** Reads a photograph to its end without making anything of it. Throws UnreadablePicture. */
export async function readPhotograph(bytes: Buffer, cache: Cache): Promise<PictureMetadata> {
  if ((await cache.find(keyOf(bytes))) !== undefined) return (await printPhotograph(bytes, cache)).printed.metadata;
  await decoded(opened(bytes).resize(16));
  return readPictureMetadata(bytes);
}

function keyOf(bytes: Buffer): string {
  const settings = JSON.stringify([edition, steps, avif, webp, graphicAvif, graphicWebp, jpeg, png]);
  return createHash("sha256").update(settings).update(bytes).digest("hex").slice(0, 20);
}

function opened(bytes: Buffer): Sharp {
  return sharp(bytes, { failOn: "truncated", limitInputPixels: mostPixels }).timeout(longest);
}

async function print(bytes: Buffer, key: string, folder: string): Promise<Printed> {
  const original = await opened(bytes).metadata();
  const isGraphic = original.format === "png";
  const widths = widthsFor(original.autoOrient.width, original.autoOrient.height);
  const metadata = await readPictureMetadata(bytes);
  const xmp = xmpOf(metadata);
  const write = async (name: string, picture: Sharp) => {
    const described = xmp === undefined ? picture : picture.withXmp(xmp);
    await writeFile(join(folder, name), await described.toBuffer());
  };
  // Decoded once, to the largest size; the others are made of that.
  const upright = opened(bytes).autoOrient();
  const large = await opaque(await decoded(upright.resize({ width: widths.at(-1) ?? 1 })));
  const hasTransparency = hasAlpha(large);
  const fallback = widths.findLast((width) => width <= widestFallback) ?? large.width;
  const ending = isGraphic || hasTransparency ? "png" : "jpg";
  let height = large.height;
  for (const width of widths) {
    const sized = width === large.width ? large : await pixelsOf(shown(large).resize({ width }));
    await write(`${width}.avif`, shown(sized).avif(isGraphic ? graphicAvif : avif));
    await write(`${width}.webp`, shown(sized).webp(isGraphic ? graphicWebp : webp));
    if (width !== fallback) continue;
    height = sized.height;
    await write(`${width}.${ending}`, ending === "png" ? shown(sized).png(png) : shown(sized).jpeg(jpeg));
  }
  return {
    key,
    width: fallback,
    height,
    ending,
    formats,
    widths,
    ...(!hasTransparency && { placeholder: await placeholderOf(large) }),
    metadata,
  };
}

/** The steps below the picture's own width, and that width where it is less than the widest step and not close to another. */
function widthsFor(width: number, height: number): readonly number[] {
  const most = Math.max(1, Math.min(width, steps.at(-1) ?? width, Math.floor((tallest * width) / height)));
  return [...steps.filter((step) => step < 0.9 * most), most];
}

type Pixels = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
};

async function decoded(photograph: Sharp): Promise<Pixels> {
  try {
    return await pixelsOf(photograph);
  } catch (problem) {
    throw new UnreadablePicture(String(problem));
  }
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, channels: info.channels as Pixels["channels"] };
}

function hasAlpha({ channels }: Pixels): boolean {
  return channels === 2 || channels === 4;
}

/** Without a transparency that lets nothing through, which many programs write. */
async function opaque(pixels: Pixels): Promise<Pixels> {
  const { bytes, channels } = pixels;
  if (!hasAlpha(pixels)) return pixels;
  for (let at = channels - 1; at < bytes.length; at += channels) if (bytes[at] !== 255) return pixels;
  return pixelsOf(shown(pixels).removeAlpha());
}

function shown({ bytes, width, height, channels }: Pixels): Sharp {
  return sharp(bytes, { raw: { width, height, channels } }).timeout(longest);
}

/**
 * Three colours from top to bottom: 9 bytes, 42 in the page. Measured on eight photographs it is wrong by 34 of 255, where one
 * colour (7 bytes) is wrong by 41 and a ThumbHash (28 bytes, 2,400 in the page) by 25.
 */
async function placeholderOf(large: Pixels): Promise<string> {
  const three = shown(large).resize(1, 3, { fit: "fill" }).toColourspace("srgb");
  const { bytes, channels } = await pixelsOf(three);
  const colour = (at: number) => [0, 1, 2].map((one) => bytes[at * channels + (channels === 1 ? 0 : one)] ?? 0);
  return [0, 1, 2]
    .flatMap(colour)
    .map((level) => Math.round(level / 17).toString(16))
    .join("");
}
