import type { ReactNode } from "react";
import { type Picture, usualFocalPoint } from "#domain/picture.ts";

/** The words that a figure says to those who do not see it, in the language of the interface. */
export type FigureWords = { readonly language: string; readonly caption: string; readonly credit: string };

type FigureProps = {
  readonly picture: Picture;
  readonly words: FigureWords;
  /** The one picture of a page that is asked for before everything else. */
  readonly isFirst?: boolean;
  /** How the credit is shown: as text, or as a link to everything of that credit. */
  readonly credit?: ReactNode;
};

/** A picture with its caption and credit, each an element of its own. Without a file, the words stand between rules. */
export function Figure({ picture, words, isFirst = false, credit = picture.credit }: FigureProps) {
  const { url, caption } = picture;
  return (
    <figure className={url ? "figure" : "figure figure-missing"}>
      {url && <PictureImage picture={picture} isFirst={isFirst} />}
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
    <span className="visually-hidden" lang={words.language}>
      {text}{" "}
    </span>
  );
}

function PictureImage({ picture, isFirst }: { picture: Picture; isFirst: boolean }) {
  const { url, alt, width, height, drawn } = picture;
  return (
    <img
      className={`picture ${drawn ? "drawing" : "photograph"}`}
      src={url}
      alt={alt}
      {...(width && height && { width, height, style: { aspectRatio: `${width} / ${height}` } })}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
    />
  );
}

/** A picture beside a headline, silent, since the headline is the link. A photograph is cropped around its focal point. */
export function Thumbnail({
  picture,
  shape,
  isFirst = false,
}: {
  picture: Picture;
  shape: "cropped" | "thumb";
  isFirst?: boolean;
}) {
  const { x, y } = picture.focal ?? usualFocalPoint;
  return (
    <img
      className={`picture picture-${shape} ${picture.drawn ? "drawing" : "photograph"}`}
      src={picture.url}
      alt=""
      width={shape === "thumb" ? 96 : 1200}
      height={shape === "thumb" ? 96 : 800}
      style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
    />
  );
}
