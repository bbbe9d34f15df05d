/** Where the eye should stay when a picture is cropped; 0 is left or top, 1 is right or bottom. */
export type FocalPoint = { readonly x: number; readonly y: number };

/** One printed size of a picture. */
export type Rendition = {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly mime: string;
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
  /** Pixels of the original. */
  readonly width?: number;
  readonly height?: number;
  readonly renditions?: readonly Rendition[];
  /** A drawing (map, chart, diagram) is never dimmed or cropped; a photograph may be. */
  readonly drawn?: boolean;
};

/** The centre of interest of most news photographs is a little above the middle. */
export const usualFocalPoint: FocalPoint = { x: 0.5, y: 0.4 };
