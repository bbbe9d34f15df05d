/** A colour as "#rrggbb", in lower case. */
export type Colour = `#${string}`;

/** WCAG 2.2: what text needs against its ground, by the stricter of its two measures. */
export const leastContrast = 7;

/** Six hexadecimal digits, with or without "#"; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const digits = /^#?([0-9a-f]{6})$/iu.exec(text.trim())?.[1];
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
}

/** The contrast of two colours by WCAG 2.2: 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The nearest colour on the way to the ink that can be read on the paper. */
export function legibleAccent(accent: Colour, paper: Colour, ink: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const colour = mixed(accent, ink, share);
    if (contrastOf(colour, paper) >= leastContrast) return colour;
  }
  return ink;
}

function channels(colour: Colour): [number, number, number] {
  const at = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16);
  return [at(1), at(3), at(5)];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  const ends = channels(other);
  const mixture = channels(one).map((channel, at) => Math.round(channel + ((ends[at] ?? 0) - channel) * share));
  return `#${mixture.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
