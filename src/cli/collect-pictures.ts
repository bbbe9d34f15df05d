import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import sharp from "sharp";
import { type Article, withPictures } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Picture } from "#domain/picture.ts";
import { failed, ok, type Result } from "#domain/result.ts";
import { slugOf } from "#domain/slug.ts";
import { type CopyPlace, isWebAddress } from "./gather-copy.ts";
import type { Terminal } from "./terminal.ts";

/** A picture to copy into the site: from where, and to which path under its root. */
type CollectedPicture = { readonly from: string; readonly path: string };

export type Collected = {
  readonly articles: readonly Article[];
  readonly pictures: readonly CollectedPicture[];
  readonly notes: readonly CopyProblem[];
};

type Measured = { readonly path: string; readonly width?: number; readonly height?: number };
type Fault = Pick<CopyProblem, "found" | "expected" | "mend">;

const mostBytes = 50_000_000;
/** The formats that browsers show, as sharp calls them, and the ending that the picture gets whatever it had. */
const endings: Readonly<Record<string, string>> = {
  jpeg: ".jpg",
  png: ".png",
  webp: ".webp",
  gif: ".gif",
  svg: ".svg",
  heif: ".avif",
};

/**
 * Finds the picture files that articles name (relative to their copy) or that lie beside a wire story, measures them and
 * gives them names by their content. A picture without a file, or with one that lies outside the copy's folder, keeps its
 * caption and credit.
 */
export async function collectPictures(
  articles: readonly Article[],
  places: ReadonlyMap<string, CopyPlace>,
  { interrupted }: Pick<Terminal, "interrupted">,
): Promise<Collected> {
  const notes: CopyProblem[] = [];
  const found = new Map<string, Result<Measured, Fault>>();
  const collected: Article[] = [];
  for (const filed of articles) {
    const { file } = filed.provenance;
    const place = places.get(file);
    if (!place) {
      collected.push(filed);
      continue;
    }
    const article = withPictureBeside(filed, place.picture);
    for (const url of addressesIn(article)) {
      const from = sourceOf(url, file, place);
      if (from === undefined || found.has(from)) continue;
      interrupted.throwIfAborted();
      const measured = await measure(from, place.root);
      found.set(from, measured);
      if (!measured.ok) notes.push({ file, field: `picture ${url}`, ...measured.problem });
    }
    collected.push(withPictures(article, (picture) => placed(picture, file, place, found)));
  }
  const pictures = [...found].flatMap(([from, measured]) => (measured.ok ? [{ from, path: measured.value.path }] : []));
  return { articles: collected, pictures, notes };
}

/** Those of the pictures that the articles show. */
export function shownIn(
  articles: readonly Article[],
  pictures: readonly CollectedPicture[],
): readonly CollectedPicture[] {
  const shown = new Set(articles.flatMap(addressesIn));
  return pictures.filter(({ path }) => shown.has(path));
}

/** The addresses of an article's pictures, wherever they stand. */
function addressesIn(article: Article): readonly string[] {
  const addresses: string[] = [];
  withPictures(article, (picture) => {
    if (picture.url !== undefined) addresses.push(picture.url);
    return picture;
  });
  return addresses;
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
  place: CopyPlace,
  found: ReadonlyMap<string, Result<Measured, Fault>>,
): Picture {
  const { url, ...words } = picture;
  const from = url === undefined ? undefined : sourceOf(url, file, place);
  if (from === undefined) return picture;
  const measured = found.get(from);
  if (!measured?.ok) return words;
  const { path, width, height } = measured.value;
  return { ...words, url: path, ...(width && height && { width, height }) };
}

/** The file that a relative address means; undefined for a web address, which is left where it is. */
function sourceOf(url: string, file: string, { picture }: CopyPlace): string | undefined {
  if (isWebAddress(url)) return undefined;
  if (url === picture) return url;
  const path = url.replace(/[?#].*$/u, "");
  try {
    return join(dirname(file), decodeURIComponent(path));
  } catch {
    return join(dirname(file), path);
  }
}

async function measure(file: string, root: string): Promise<Result<Measured, Fault>> {
  const missing: Fault = {
    found: "missing or unreadable",
    expected: `a picture at ${file}`,
    mend: "Its caption and credit are shown without it; put the file there and press again.",
  };
  try {
    // What a link leads to counts, not where the link lies.
    const inside = relative(await realpath(root), await realpath(file));
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      return failed({
        found: "outside the folder of its copy",
        expected: `a picture in ${root}`,
        mend: "It was not copied: put it into that folder, or press the folder that holds both.",
      });
    }
    const found = await stat(file);
    if (!found.isFile()) return failed(missing);
    if (found.size > mostBytes) {
      return failed({
        found: `a file of ${Math.round(found.size / 1_000_000)} MB`,
        expected: `a picture of ${mostBytes / 1_000_000} MB at most`,
        mend: "It was not copied: save a smaller version of it there.",
      });
    }
    return await measured(file, await readFile(file));
  } catch {
    return failed(missing);
  }
}

async function measured(file: string, bytes: Buffer): Promise<Result<Measured, Fault>> {
  const unfit = (found: string): Result<Measured, Fault> =>
    failed({
      found,
      expected: "a JPEG, PNG, WebP, AVIF, GIF or SVG picture",
      mend: "It was not copied: save it in one of these formats.",
    });
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const ending = endings[metadata?.format ?? ""];
  if (!metadata) return unfit("no picture");
  if (!ending || (metadata.format === "heif" && metadata.compression !== "av1")) return unfit(`${metadata.format}`);
  if (ending === ".svg" && hasScripts(bytes.toString("utf8"))) return unfit("a drawing with scripts in it");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const name = slugOf(basename(file, extname(file))) ?? "picture";
  const size = metadata.autoOrient ?? metadata;
  return ok({
    path: `pictures/${name}-${hash}${ending}`,
    ...(size.width && size.height && { width: size.width, height: size.height }),
  });
}

/** An SVG that is opened by itself is a page of the site, with all that a page may do. */
function hasScripts(svg: string): boolean {
  return /<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY/iu.test(svg);
}
