import { picturesOf } from "#domain/article.ts";
import { type Picture, renditionUrl } from "#domain/picture.ts";
import type { ArticleDocument } from "#edition/article-document.ts";
import { editionPaths } from "#edition/paths.ts";
import { savesData } from "#ui/saves-data.ts";
import type { Edition } from "../edition-source.ts";
import { askOffline } from "./ask-offline.ts";

/** The address of a file of the edition, or of whatever one of its files names. */
export function addressIn(edition: Edition, path: string): string {
  return new URL(path, window.location.origin + edition.base).href;
}

/** Keeps a story on the device, and its pictures unless data is saved. Throws where the device keeps nothing. */
export function keepStory(edition: Edition, document: ArticleDocument, hasPictures = !savesData()) {
  // One that is read live stands in its feed, which is stored as it is read.
  const text = edition.live === undefined ? [editionPaths.article(document.article.slug)] : [];
  const files = [...text, ...(hasPictures ? picturesToKeep(document) : [])];
  return askOffline({ kind: "keep", files: files.map((path) => addressIn(edition, path)) }, "kept");
}

/** Those of a story in the size that this screen shows, and the small ones of what is related to it. */
function picturesToKeep({ article, related }: Pick<ArticleDocument, "article" | "related">): readonly string[] {
  const shown = Math.min(window.innerWidth, 864) * Math.min(window.devicePixelRatio, 2);
  const small = related.flatMap(({ headline }) => (headline.picture ? [headline.picture] : []));
  return [
    ...picturesOf(article).flatMap((picture) => fileOf(picture, shown)),
    ...small.flatMap((picture) => fileOf(picture, 320)),
  ];
}

/** The smallest rendition that is wide enough, in the format that browsers take first. Pixels. */
function fileOf({ url, renditions }: Picture, wanted: number): readonly string[] {
  if (url === undefined) return [];
  const width = renditions?.widths.find((one) => one >= wanted) ?? renditions?.widths.at(-1);
  const [format] = renditions?.formats ?? [];
  return [(width !== undefined && format && renditionUrl(url, width, format)) || url];
}
