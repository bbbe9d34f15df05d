import type { CSSProperties, ReactNode } from "react";
import { preload } from "react-dom";
import { type Picture, usualFocalPoint } from "#domain/picture.ts";
import { type PicturePlace, sourcesOf, widthLimit } from "./picture-places.ts";
import { savesData } from "./saves-data.ts";

/** The words that a figure says to those who do not see it, in the language of the interface. */
export type FigureWords = {
  /** What an element has that holds them. */
  readonly attributes: { readonly lang: string; readonly dir: "ltr" | "rtl" };
  readonly caption: string;
  readonly credit: string;
  readonly picture: string;
  /** What is said where a picture waits to be asked for. `bytes` is how much will be fetched. */
  readonly show: (bytes: number | undefined) => string;
};

type FigureProps = {
  readonly picture: Picture;
  readonly words: FigureWords;
  readonly place: PicturePlace;
  /** Which of the article's pictures it is, from 1: its place in the page's address. */
  readonly number?: number | undefined;
  /** The one picture of a page that is asked for before everything else. */
  readonly isFirst?: boolean;
  /** How the credit is shown: as text, or as a link to everything of that credit. */
  readonly credit?: ReactNode;
};

/** A picture with its caption and credit, each an element of its own. Without a file, the words stand between rules. */
export function Figure({ picture, words, place, number, isFirst = false, credit = picture.credit }: FigureProps) {
  const { url, alt, caption, bytes } = picture;
  return (
    <figure className={url ? "figure" : "figure figure-missing"} {...(number && { id: `figure-${number}` })}>
      {url && (
        <a
          className="figure-link"
          href={url}
          data-tool="picture"
          data-show={words.show(bytes)}
          {...(!alt && { "aria-label": words.picture })}
        >
          <PictureImage picture={picture} place={place} isFirst={isFirst} />
        </a>
      )}
      {(caption || picture.credit) && (
        <figcaption className="meta">
          {caption && (
            <span className="block">
              <Unseen words={words} text={words.caption} />
              {caption}
            </span>
          )}
          {picture.credit && (
            <span className="micro block pt-1" data-credit>
              <Unseen words={words} text={words.credit} />
              {credit}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

function Unseen({ words, text }: { words: FigureWords; text: string }) {
  return (
    <span className="visually-hidden" {...words.attributes}>
      {text}{" "}
    </span>
  );
}

function PictureImage({ picture, place, isFirst }: { picture: Picture; place: PicturePlace; isFirst: boolean }) {
  const { url, alt, width, height } = picture;
  const size = width && height ? { width, height } : undefined;
  const limit = widthLimit(picture, place);
  return (
    <Renditions picture={picture} place={place} isFirst={isFirst}>
      <img
        className={`picture ${kindOf(picture)}${size ? "" : " picture-unsized"}`}
        src={url}
        alt={alt}
        {...size}
        style={{
          ...(size && { aspectRatio: `${width} / ${height}` }),
          ...(limit !== undefined && { maxWidth: `min(100%, ${limit}rem)` }),
          ...ground(picture),
        }}
        {...urgency(isFirst)}
      />
    </Renditions>
  );
}

/** A lazy picture can still be held back when it comes into the page; one that is asked for at once cannot. */
function urgency(isFirst: boolean) {
  const isUrgent = isFirst && !savesData();
  return {
    loading: isUrgent ? "eager" : "lazy",
    fetchPriority: isUrgent ? "high" : "auto",
    decoding: "async",
  } as const;
}

type ThumbnailProps = {
  readonly picture: Picture;
  readonly shape: "cropped" | "thumb";
  readonly place: PicturePlace;
  readonly isFirst?: boolean;
};

/** A picture beside a headline, silent, since the headline is the link. A photograph is cropped around its focal point. */
export function Thumbnail({ picture, shape, place, isFirst = false }: ThumbnailProps) {
  const { x, y } = picture.focal ?? usualFocalPoint;
  return (
    <Renditions picture={picture} place={place} isFirst={isFirst}>
      <img
        className={`picture picture-${shape} ${kindOf(picture)}`}
        src={picture.url}
        alt=""
        width={shape === "thumb" ? 96 : 1200}
        height={shape === "thumb" ? 96 : 800}
        style={{ objectPosition: `${x * 100}% ${y * 100}%`, ...ground(picture) }}
        {...urgency(isFirst)}
      />
    </Renditions>
  );
}

/** Offers a photograph's renditions before the file in the image itself. A drawing has none. */
export function Renditions({
  picture,
  place,
  isFirst,
  children,
}: {
  picture: Picture;
  place: PicturePlace;
  isFirst: boolean;
  children: ReactNode;
}) {
  const sources = sourcesOf(picture, place);
  const [best] = sources;
  if (!best || !picture.url) return children;
  // React asks early for the first image of a page by itself, but not for one with sources.
  if (isFirst && !savesData()) {
    const { type, srcSet: imageSrcSet, sizes: imageSizes } = best;
    preload(picture.url, { as: "image", type, imageSrcSet, imageSizes, fetchPriority: "high" });
  }
  return (
    <picture>
      {sources.map(({ type, srcSet, sizes }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      {children}
    </picture>
  );
}

function kindOf({ drawn }: Picture): string {
  return drawn ? "drawing" : "photograph";
}

/** Where a photograph will be, its colours are already. A drawing does not fill its place, and they would stay beside it. */
function ground({ placeholder, drawn }: Picture): CSSProperties {
  if (drawn) return {};
  const colours = placeholder?.match(/[0-9a-f]{3}/gu)?.map((digits) => `#${digits}`);
  return colours ? { background: `linear-gradient(${colours.join(",")})` } : {};
}
