import { type Picture, renditionFormats, renditionUrl } from "#domain/picture.ts";

/** Where a picture stands in the house's layouts, which decides how wide it is. */
export type PicturePlace = keyof typeof places;

type Place = {
  /** Its width at every width of the window, in the terms of the `sizes` attribute. */
  readonly width: readonly (readonly [media: string, width: string])[];
  /** CSS pixels where it is widest. */
  readonly widest: number;
  /** Width by height of the frame that a photograph is cropped to. */
  readonly frame?: number;
  /** In rem, how tall a picture may be that is shown whole. */
  readonly tallest?: number;
};

const s = "(min-width: 30em)";
const m = "(min-width: 45em)";
const l = "(min-width: 60em)";
const always = "";
/** Between the margins of the page. */
const column = { base: "100vw - 2rem", m: "100vw - 3rem", l: "min(100vw, 80rem) - 4rem" };

/** 32em of the size that an article is set in. */
const measure = "clamp(36rem, 34.56rem + 7.04vw, 40rem)";

/** Kept in step with the grids of the reader's style sheets by a test that asks a browser. */
const places = {
  articleLead: {
    width: [
      [l, "min(54rem, 100vw - 19.5rem)"],
      [m, `min(54rem, ${column.m})`],
      [always, column.base],
    ],
    widest: 864,
    tallest: 46,
  },
  body: {
    width: [
      [l, `min(${measure}, 100vw - 19.5rem)`],
      [m, `min(${measure}, ${column.m})`],
      [always, `min(${measure}, ${column.base})`],
    ],
    widest: 640,
    tallest: 46,
  },
  frontLead: {
    width: [
      [l, `(${column.l} - 4rem) / 2`],
      [m, column.m],
      [always, column.base],
    ],
    widest: 912,
    frame: 3 / 2,
  },
  secondary: {
    width: [
      [l, `(${column.l} - 4rem) / 4`],
      [m, `(${column.m} - 2rem) / 2`],
      [always, column.base],
    ],
    widest: 688,
    frame: 3 / 2,
  },
  slab: {
    width: [
      [l, `(${column.l} - 5rem) / 4`],
      [m, `(${column.m} - 1.5rem) / 2`],
      [s, `(${column.base} - 1.5rem) / 2`],
      [always, column.base],
    ],
    widest: 448,
    frame: 3 / 2,
  },
  listLead: {
    width: [
      [l, `(min(60rem, ${column.l}) - 2rem) * 0.6`],
      [m, `(${column.m} - 2rem) * 0.6`],
      [always, column.base],
    ],
    widest: 688,
    frame: 3 / 2,
  },
  related: {
    width: [
      [l, `(${column.l} - 6rem) / 4`],
      [m, `(${column.m} - 2rem) / 2`],
      [s, `(${column.base} - 2rem) / 2`],
      [always, "7rem"],
    ],
    widest: 440,
    frame: 3 / 2,
  },
  viewer: { width: [[always, "100vw"]], widest: 1_760 },
  thumb: {
    width: [
      [m, "9rem"],
      [always, "6rem"],
    ],
    widest: 144,
    frame: 1,
  },
} as const satisfies Readonly<Record<string, Place>>;

type Source = { readonly type: string; readonly srcSet: string; readonly sizes: string };

/** What a browser may choose from for a picture in this place, the best format first; none when it has no renditions. */
export function sourcesOf(picture: Picture, place: PicturePlace): readonly Source[] {
  const { url, renditions } = picture;
  if (url === undefined || !renditions) return [];
  const { widest }: Place = places[place];
  const overhang = overhangOf(picture, places[place]);
  // Twice is as sharp as a photograph needs to be, also where a screen has more.
  const enough = renditions.widths.find((width) => width >= 2 * widest * overhang);
  const widths = renditions.widths.filter((width) => enough === undefined || width <= enough);
  return renditionFormats
    .filter((format) => renditions.formats.includes(format))
    .map((format) => ({
      type: `image/${format}`,
      srcSet: widths
        .flatMap((width) => {
          const rendition = renditionUrl(url, width, format);
          return rendition === undefined ? [] : `${rendition} ${width}w`;
        })
        .join(", "),
      sizes: sizesOf(places[place], overhang, widthLimit(picture, place)),
    }))
    .filter(({ srcSet }) => srcSet !== "");
}

/** A wide photograph in a narrower frame is cropped at its sides: it is drawn that much wider than the frame. */
function overhangOf({ width, height, drawn }: Picture, { frame }: Place): number {
  if (frame === undefined || drawn || !width || !height) return 1;
  return Math.max(1, Math.round((100 * width) / height / frame) / 100);
}

/** How wide a picture may be so that it is not too tall for its place, in rem; undefined when nothing needs to be said. */
export function widthLimit({ width, height }: Picture, place: PicturePlace): number | undefined {
  const { tallest, widest }: Place = places[place];
  if (tallest === undefined || !width || !height) return undefined;
  const limit = Math.round((100 * tallest * width) / height) / 100;
  return limit * 16 < widest ? limit : undefined;
}

function sizesOf({ width }: Place, overhang: number, limit: number | undefined): string {
  return width
    .map(([media, whole]) => {
      const length = limit === undefined ? whole : `min(${limit}rem, ${whole})`;
      const drawn = overhang === 1 ? length : `(${length}) * ${overhang}`;
      const size = /^[\d.]+rem$|^min\((?:[^()]|\([^()]*\))*\)$/u.test(drawn) ? drawn : `calc(${drawn})`;
      return media === always ? size : `${media} ${size}`;
    })
    .join(", ");
}
