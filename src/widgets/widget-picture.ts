import { type Article, picturesOf } from "#domain/article.ts";
import { type Picture, renditionFormats, renditionUrl, usualFocalPoint } from "#domain/picture.ts";
import { element, type Markup } from "./markup.ts";
import type { WidgetSetting } from "./widget-setting.ts";

type Place = {
  /** CSS pixels where it is widest. */
  readonly widest: number;
  /** In the terms of the `sizes` attribute. */
  readonly sizes: string;
};

/** Where pictures stand in widgets, in step with embed.css. */
export const picturePlaces = {
  card: { widest: 240, sizes: "(min-width: 40rem) 15rem, 8rem" },
  article: { widest: 720, sizes: "min(45rem, 100vw - 2rem)" },
} as const satisfies Readonly<Record<string, Place>>;

/** The first picture that has a file. */
export function shownPicture(article: Pick<Article, "pictures" | "body">): Picture | undefined {
  return picturesOf(article).find(({ url }) => url !== undefined);
}

/** A picture as a figure with its caption and, always, its credit. */
export function widgetFigure(
  picture: Picture,
  place: Place,
  caption: string | undefined,
  { base }: WidgetSetting,
): Markup {
  const { url, alt, credit } = picture;
  const words = [
    ...(caption ? [element("span", { class: "caption" }, caption, " ")] : []),
    ...(credit ? [element("cite", { class: "credit" }, credit)] : []),
  ];
  return element(
    "figure",
    { class: "figure" },
    url === undefined ? element("p", {}, alt) : image(picture, url, place, base),
    words.length > 0 ? element("figcaption", {}, ...words) : undefined,
  );
}

function image(picture: Picture, url: string, { widest, sizes }: Place, base: string): Markup {
  const { alt, width, height, renditions, drawn, focal = usualFocalPoint } = picture;
  const at = (path: string) => (/^[a-z][a-z0-9+.-]*:|^\//iu.test(path) ? path : base + path);
  const enough = renditions?.widths.find((one) => one >= 2 * widest);
  const widths = renditions?.widths.filter((one) => enough === undefined || one <= enough) ?? [];
  const sources = renditionFormats
    .filter((format) => renditions?.formats.includes(format))
    .map((format) => {
      const candidates = widths.flatMap((one) => {
        const rendition = renditionUrl(url, one, format);
        return rendition === undefined ? [] : `${at(rendition)} ${one}w`;
      });
      return element("source", { type: `image/${format}`, srcset: candidates.join(", "), sizes });
    });
  const drawnOrNot = drawn ? "picture drawing" : `picture focus-${Math.round(focal.x * 4)}-${Math.round(focal.y * 4)}`;
  const img = element("img", {
    class: drawnOrNot,
    src: at(url),
    alt,
    ...(width && height && { width: String(width), height: String(height) }),
    loading: "lazy",
    decoding: "async",
  });
  return sources.length === 0 ? img : element("picture", {}, ...sources, img);
}
