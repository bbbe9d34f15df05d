import type { Article } from "#domain/article.ts";
import { epochOf, hasTime } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { sharePictureSize } from "#domain/picture.ts";
import { shortened } from "#domain/shorten.ts";
import tokens from "#ui/design-tokens.json" with { type: "json" };
import { type Colour, encodeIndexedPng } from "./indexed-png.ts";
import type { Drawn, Face, Lettering, Setting } from "./lettering.ts";

const { width, height } = sharePictureSize;
const margin = 72;
const measure = width - 2 * margin;
/** Between the rule under the nameplate and the one above the section. */
const headline = { top: 168, bottom: 520, sizes: [84, 76, 68, 60, 52, 46, 40] };
/** A new one draws all of them anew. */
export const shareDesign = 1;

const inks = ["ink", "accent", "ink-2", "rule"] as const;
type Ink = (typeof inks)[number];
/** Steps from paper to full ink at the edges of letters. */
const shades = 63;

/** What a share picture says. */
export type ShareWords = {
  readonly headline: string;
  readonly newsroom: string;
  readonly section: string;
  readonly date: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
};

export function shareWordsOf(
  { headline: said, section, published, language, direction }: Article,
  { name, timeZone }: Newsroom,
): ShareWords {
  // As dates are printed on the pages: English without a country day first, always in Latin digits.
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: hasTime(published) ? timeZone : "UTC",
  }).format(epochOf(published));
  return {
    headline: lettersOf(said),
    newsroom: lettersOf(name),
    section: lettersOf(section.name),
    date,
    language,
    direction,
  };
}

/** Pictograms are for screens; signs that only join or turn text draw nothing. */
function lettersOf(text: string): string {
  return text
    .replace(/(?![©®™])\p{Extended_Pictographic}|[\p{Variation_Selector}\p{Cc}]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * Draws an article's headline on the newsroom's paper, under its nameplate, with section and date at the foot: a PNG of 1200 by 630
 * pixels.
 */
export async function drawSharePicture(words: ShareWords, { draw }: Lettering): Promise<Uint8Array> {
  const paper = new Paper(words.direction);
  const { language } = words;
  const set = (text: string, face: Face, weight: number, size: number, more: Partial<Setting> = {}) =>
    draw(text, { face, weight, size, language, ...more });
  const name = await fitted([48, 40, 34, 28, 22], (size) => set(words.newsroom, "text", 750, size), 60);
  paper.stamp(name, "start", 112 - name.height, "ink");
  paper.rule(128, 6, "ink");
  paper.rule(137, 2, "ink");
  paper.stamp(await headlineOf(words, draw), "start", headline.top, "ink");
  paper.rule(552, 2, "rule");
  const date = await set(words.date, "ui", 500, 28);
  const room = measure - date.width - 48;
  const section = await fitted([28, 24, 20], (size) => set(shortened(words.section, 60), "ui", 600, size), 60, room);
  paper.stamp(section, "start", 588 - section.height / 2, "accent");
  paper.stamp(date, "end", 588 - date.height / 2, "ink-2");
  return encodeIndexedPng(width, colours(), paper.pixels);
}

/** As large as it fits; one that fits in no size is cut. Of the widths that need no more lines the least, so that lines are of a length. */
async function headlineOf({ headline: text, language }: ShareWords, draw: Lettering["draw"]): Promise<Drawn> {
  const script = new Intl.Locale(language).maximize().script;
  const face: Face = language.startsWith("ur") ? "urdu" : script === "Arab" ? "arabic" : "text";
  const most = headline.bottom - headline.top;
  const set = (words: string, size: number, across: number) =>
    draw(words, {
      face,
      weight: 650,
      size,
      width: across,
      leading: face === "text" ? 0.9 : face === "urdu" ? 0.85 : 0.95,
      language,
    });
  // What surely does not fit is not tried: letters take half a square on average.
  const likely = headline.sizes.filter((size) => text.length * size * size * 0.42 < measure * most);
  for (const size of likely.length > 0 ? likely : headline.sizes.slice(-1)) {
    const drawn = await set(text, size, measure);
    if (drawn.height > most || drawn.width > measure) continue;
    for (const share of [0.76, 0.88]) {
      const narrower = await set(text, size, Math.round(measure * share));
      if (narrower.height <= drawn.height && narrower.width <= measure * share) return narrower;
    }
    return drawn;
  }
  const smallest = headline.sizes.at(-1) ?? 40;
  for (let longest = Math.min(text.length, 400); longest > 40; longest = Math.floor(longest * 0.85)) {
    const drawn = await set(shortened(text, longest), smallest, measure);
    if (drawn.height <= most) return drawn;
  }
  return set(shortened(text, 40), smallest, measure);
}

async function fitted(
  sizes: readonly number[],
  set: (size: number) => Promise<Drawn>,
  mostHeight: number,
  mostWidth = measure,
): Promise<Drawn> {
  let drawn: Drawn | undefined;
  for (const size of sizes) {
    drawn = await set(size);
    if (drawn.width <= mostWidth && drawn.height <= mostHeight) return drawn;
  }
  if (!drawn) throw new Error("There are no sizes.");
  return drawn;
}

function colours(): readonly Colour[] {
  const { light } = tokens.color;
  const of = (hex: string): Colour =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
  const paper = of(light.paper);
  const mixed = (ink: Colour, share: number) =>
    paper.map((level, at) => Math.round(level + ((ink[at] ?? 0) - level) * share)) as unknown as Colour;
  return [
    paper,
    ...inks.flatMap((ink) => Array.from({ length: shades }, (_none, at) => mixed(of(light[ink]), (at + 1) / shades))),
  ];
}

/** A sheet of colours by number: 0 is paper, and each ink has its shades. */
class Paper {
  readonly pixels = new Uint8Array(width * height);
  readonly #direction: "ltr" | "rtl";

  constructor(direction: "ltr" | "rtl") {
    this.#direction = direction;
  }

  rule(top: number, thickness: number, ink: Ink): void {
    for (let y = top; y < top + thickness; y += 1)
      this.pixels.fill(full(ink), y * width + margin, (y + 1) * width - margin);
  }

  /** Lays drawn text against a margin. What would lie beyond the sheet is left out. */
  stamp({ width: across, height: down, cover }: Drawn, edge: "start" | "end", at: number, ink: Ink): void {
    const isLeft = (edge === "start") === (this.#direction === "ltr");
    const left = isLeft ? margin : width - margin - across;
    const top = Math.round(at);
    const least = full(ink) - shades;
    for (let y = Math.max(0, -top); y < Math.min(down, height - top); y += 1) {
      for (let x = Math.max(0, -left); x < Math.min(across, width - left); x += 1) {
        const shade = Math.round(((cover[y * across + x] ?? 0) * shades) / 255);
        if (shade > 0) this.pixels[(top + y) * width + left + x] = least + shade;
      }
    }
  }
}

function full(ink: Ink): number {
  return (inks.indexOf(ink) + 1) * shades;
}
