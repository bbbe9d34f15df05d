import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { type Article, withPictures } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { Picture } from "#domain/picture.ts";
import { failed, ok, type Result } from "#domain/result.ts";
import { beginningOf } from "#domain/shorten.ts";
import { slugOf } from "#domain/slug.ts";
import { isWebAddress } from "#domain/web-address.ts";
import { atOnce } from "./at-once.ts";
import { type Cache, openCache } from "./cache.ts";
import type { CopyPlace } from "./gather-copy.ts";
import { creditOf, type PictureMetadata } from "./picture-metadata.ts";
import { type Fault, faultOf, readPicture } from "./read-picture.ts";
import { filesOf, printPhotograph, readPhotograph, UnreadablePicture, usualFile } from "./renditions.ts";
import type { Terminal } from "./terminal.ts";

/** A file to copy into the site: from where, and to which path under its root. */
export type CollectedPicture = { readonly from: string; readonly path: string };

export type Collected = {
  readonly articles: readonly Article[];
  readonly pictures: readonly CollectedPicture[];
  readonly notes: readonly CopyProblem[];
};

/** A picture's file as it will lie in the site. */
type Placed = {
  readonly shown: Pick<Picture, "url" | "width" | "height" | "renditions" | "bytes" | "placeholder" | "drawn">;
  readonly files: readonly CollectedPicture[];
  readonly metadata: PictureMetadata;
};

/** A picture's file as the copy names it. */
type Source = { readonly from: string; readonly root: string; readonly named: string; readonly file: string };

/**
 * Finds the picture files that articles name (relative to their copy) or that lie beside a wire story, makes their renditions,
 * and gives them names by their content. A picture without a file, or with one that cannot be shown or lies outside the copy's
 * folder, keeps its caption and credit. To "look" is to find all faults without making anything.
 */
export async function collectPictures(
  articles: readonly Article[],
  places: ReadonlyMap<string, CopyPlace>,
  terminal: Pick<Terminal, "progress" | "interrupted" | "environment" | "now">,
  purpose: "print" | "look" = "look",
): Promise<Collected> {
  const copy = articles.map((filed) => {
    const place = places.get(filed.provenance.file);
    return { article: place ? withPictureBeside(filed, place.picture) : filed, place };
  });
  const sources = new Map<string, Source>();
  for (const { article, place } of copy) {
    if (!place) continue;
    const { file } = article.provenance;
    for (const url of addressesIn(article)) {
      const from = sourceOf(url, file, place);
      if (from !== undefined && !sources.has(from)) sources.set(from, { from, root: place.root, named: url, file });
    }
  }
  const cache = openCache("renditions", terminal);
  const found = new Map<string, Result<Placed, Fault>>();
  await atOnce([...sources.values()], async ({ from, root }) => {
    terminal.interrupted.throwIfAborted();
    terminal.progress(`pictures  ${found.size + 1} of ${sources.size}  ${from}`);
    found.set(from, await place(from, root, cache, purpose));
  });
  if (purpose === "print") await cache.prune();
  const notes = [...sources.values()].flatMap(({ from, named, file }) => {
    const placed = found.get(from);
    return placed?.ok === false ? [{ file, field: `picture ${named}`, ...placed.problem }] : [];
  });
  const collected = copy.map(({ article, place: where }) =>
    where ? withPictures(article, (picture) => placed(picture, article.provenance.file, where, found, notes)) : article,
  );
  const pictures = [...found.values()].flatMap((placed) => (placed.ok ? placed.value.files : []));
  return { articles: collected, pictures, notes };
}

/** Those of the files that the articles show, each once: two that are alike have one place. */
export function shownIn(
  articles: readonly Article[],
  pictures: readonly CollectedPicture[],
): readonly CollectedPicture[] {
  const addresses = articles.flatMap((article) => [...addressesIn(article), article.sharePicture ?? ""]);
  const shown = new Set(addresses.map(stemOf));
  const files = pictures.filter(({ path }) => shown.has(stemOf(path)));
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** The renditions of a picture have all of their paths but the width and the ending in common. */
function stemOf(path: string): string {
  return path.replace(/(?:-\d{1,4})?\.\w+$/u, "");
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

/** The picture as it will be shown. What its copy does not say of it, its file may. */
function placed(
  picture: Picture,
  file: string,
  place: CopyPlace,
  found: ReadonlyMap<string, Result<Placed, Fault>>,
  notes: CopyProblem[],
): Picture {
  const { url, renditions: _renditions, bytes: _bytes, placeholder: _placeholder, ...words } = picture;
  const from = url === undefined ? undefined : sourceOf(url, file, place);
  if (url === undefined || from === undefined) return picture;
  const known = found.get(from);
  if (!known?.ok) return words;
  const { shown, metadata } = known.value;
  const credit = creditOf(metadata);
  const said = {
    ...(url === place.picture && !words.caption && metadata.caption && { caption: metadata.caption }),
    ...(!words.credit && credit && { credit }),
  };
  const [asked, told] = [Object.keys(said), Object.values(said)];
  if (asked.length > 0) {
    notes.push({
      file,
      field: `picture ${url}`,
      found: `without a ${asked.join(" and a ")}`,
      expected: "both beside every picture",
      mend: `Its own file's was used: “${told.join("” and “")}”.`,
    });
  }
  return { ...words, ...(!words.alt && metadata.alt && { alt: metadata.alt }), ...said, ...shown };
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

const longestName = 40;

async function place(
  from: string,
  root: string,
  cache: Cache,
  purpose: "print" | "look",
): Promise<Result<Placed, Fault>> {
  const read = await readPicture(from, root);
  if (!read.ok) return read;
  const name = beginningOf(slugOf(basename(from, extname(from))) ?? "picture", longestName).replace(/-+$/u, "");
  const picture = read.value;
  if (picture.kind !== "photograph") {
    const { kind, bytes, ending, width, height } = picture;
    const path = `pictures/${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}${ending}`;
    const size = width && height && { width, height };
    return ok({
      shown: { url: path, ...size, bytes: bytes.length, ...(kind === "drawing" && { drawn: true }) },
      files: [{ from, path }],
      metadata: {},
    });
  }
  try {
    if (purpose === "look") return ok({ shown: {}, files: [], metadata: await readPhotograph(picture.bytes, cache) });
    const { folder, printed } = await printPhotograph(picture.bytes, cache);
    const { width, height, ending, formats, widths, placeholder, key, metadata } = printed;
    const stem = `pictures/${name}-${key.slice(0, 10)}`;
    return ok({
      shown: {
        url: `${stem}-${width}.${ending}`,
        width,
        height,
        renditions: { formats, widths },
        bytes: (await stat(join(folder, usualFile(printed)))).size,
        ...(placeholder && { placeholder }),
      },
      files: filesOf(printed).map((file) => ({ from: join(folder, file), path: `${stem}-${file}` })),
      metadata,
    });
  } catch (problem) {
    if (problem instanceof UnreadablePicture) return failed(faultOf(problem));
    throw problem;
  }
}
