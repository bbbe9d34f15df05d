import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import sharp from "sharp";
import { type Article, picturesOf, withPictures } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Picture } from "#domain/picture.ts";
import { slugOf } from "#domain/slug.ts";
import { isWebAddress } from "./gather-copy.ts";

/** A picture to copy into the site: from where, and to which path under its root. */
export type CollectedPicture = { readonly from: string; readonly path: string };

export type Collected = {
  readonly articles: readonly Article[];
  readonly pictures: readonly CollectedPicture[];
  readonly notes: readonly CopyProblem[];
};

type Found = { readonly path: string; readonly width?: number; readonly height?: number };

/**
 * Finds the picture files that articles name (relative to their copy) or that lie beside a wire story, measures them and
 * gives them names by their content. A picture whose file is missing keeps its caption and credit.
 */
export async function collectPictures(
  articles: readonly Article[],
  besides: ReadonlyMap<string, string>,
): Promise<Collected> {
  const notes: CopyProblem[] = [];
  const found = new Map<string, Found | undefined>();
  const collected: Article[] = [];
  for (const filed of articles) {
    const { file } = filed.provenance;
    const article = withPictureBeside(filed, besides.get(file));
    for (const { url } of picturesOf(article)) {
      const from = url === undefined ? undefined : sourceOf(url, file, besides);
      if (from === undefined || found.has(from)) continue;
      const picture = await measure(from);
      found.set(from, picture);
      if (!picture) {
        notes.push({
          file,
          field: `picture ${url}`,
          found: "missing or unreadable",
          expected: `a picture at ${from}`,
          mend: "Its caption and credit are shown without it; put the file there and press again.",
        });
      }
    }
    collected.push(withPictures(article, (picture) => placed(picture, file, besides, found)));
  }
  const pictures = [...found].flatMap(([from, picture]) => (picture ? [{ from, path: picture.path }] : []));
  return { articles: collected, pictures, notes };
}

/** A picture beside a story takes the place of the captioned entry that has no file yet. */
function withPictureBeside(article: Article, beside: string | undefined): Article {
  if (!beside) return article;
  const [first, ...rest] = article.pictures;
  if (first && !first.url) return { ...article, pictures: [{ ...first, url: beside }, ...rest] };
  return { ...article, pictures: [{ alt: "", url: beside }, ...article.pictures] };
}

function placed(
  picture: Picture,
  file: string,
  besides: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, Found | undefined>,
): Picture {
  const { url, ...words } = picture;
  const from = url === undefined ? undefined : sourceOf(url, file, besides);
  if (from === undefined) return picture;
  const source = found.get(from);
  if (!source) return words;
  const { path, width, height } = source;
  return { ...words, url: path, ...(width && height && { width, height }) };
}

/** The file that a relative address means; undefined for a web address, which is left where it is. */
function sourceOf(url: string, file: string, besides: ReadonlyMap<string, string>): string | undefined {
  if (isWebAddress(url) || isWebAddress(file)) return undefined;
  if (besides.get(file) === url) return url;
  try {
    return join(dirname(file), decodeURIComponent(url.replace(/[?#].*$/u, "")));
  } catch {
    return join(dirname(file), url);
  }
}

async function measure(file: string): Promise<Found | undefined> {
  try {
    const bytes = await readFile(file);
    const { width, height, autoOrient } = await sharp(bytes).metadata();
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const ending = extname(file).toLowerCase();
    const name = slugOf(basename(file, extname(file))) ?? "picture";
    const size = autoOrient ?? { width, height };
    return {
      path: `pictures/${name}-${hash}${ending}`,
      ...(size.width && size.height && { width: size.width, height: size.height }),
    };
  } catch {
    return undefined;
  }
}
