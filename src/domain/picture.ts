/** Where the eye should stay when a picture is cropped; 0 is left or top, 1 is right or bottom. */
export type FocalPoint = { readonly x: number; readonly y: number };

/** Best first: a browser takes the first that it knows. */
export const renditionFormats = ["avif", "webp"] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/**
 * The printed sizes of a photograph, each in every format. They lie beside the file that `url` names, which is for whoever
 * knows none of the formats: beside "pictures/ferry-0a1b2c3d4e-1160.jpg" lies "pictures/ferry-0a1b2c3d4e-320.avif".
 */
export type Renditions = {
  readonly formats: readonly RenditionFormat[];
  /** Pixels, rising. */
  readonly widths: readonly number[];
};

/**
 * A picture as filed. A caption whose picture file never arrived is kept and shown: then url is absent.
 * The credit travels with its picture everywhere.
 */
export type Picture = {
  readonly url?: string;
  /** What is seen, for those who do not see it. Empty for a decoration. */
  readonly alt: string;
  /** Who, when, where. */
  readonly caption?: string;
  /** Who made it. */
  readonly credit?: string;
  readonly focal?: FocalPoint;
  /** Pixels of the file that `url` names. */
  readonly width?: number;
  readonly height?: number;
  readonly renditions?: Renditions;
  /** How much a page fetches to show it, roughly. */
  readonly bytes?: number;
  /** What fills its place until it has come: three colours from top to bottom, of three hexadecimal digits each. */
  readonly placeholder?: string;
  /** A drawing (map, chart, diagram) is never dimmed or cropped; a photograph may be. */
  readonly drawn?: boolean;
};

/** The centre of interest of most news photographs is a little above the middle. */
export const usualFocalPoint: FocalPoint = { x: 0.5, y: 0.4 };

/** Undefined when the address is not one that a rendition can be told from. */
export function renditionUrl(url: string, width: number, format: RenditionFormat): string | undefined {
  const [stem] = /^.*-(?=\d+\.[a-z]+$)/u.exec(url) ?? [];
  return stem && `${stem}${width}.${format}`;
}

/** Networks show no drawings (SVG), and nothing that is smaller than this beside a headline. */
const leastShared = { width: 600, height: 315 };

/** Pixels of a picture that is drawn to be shared. */
export const sharePictureSize = { width: 1_200, height: 630 } as const;

/** Whether a network that is told of an article can show this picture of it. What is not known of it speaks for it. */
export function isShareable(picture: Picture): picture is Picture & { readonly url: string } {
  const { url, width = leastShared.width, height = leastShared.height } = picture;
  if (url === undefined || /\.svgz?(?:[?#]|$)/iu.test(url)) return false;
  return width >= leastShared.width && height >= leastShared.height;
}
