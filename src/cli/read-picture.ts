import { readFile, realpath, stat } from "node:fs/promises";
import sharp, { type Metadata } from "sharp";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { failed, ok, type Result } from "#domain/result.ts";
import { isMarkup, readDrawing } from "./drawing.ts";
import { isInside } from "./find-copy.ts";
import { mostPixels, type UnreadablePicture } from "./renditions.ts";

/** Why a picture is not shown. Its caption and credit are. */
export type Fault = Pick<CopyProblem, "found" | "expected" | "mend">;

type Size = { readonly width?: number; readonly height?: number };

/** A file that holds a picture. Drawings and moving pictures go into the site as they are. */
export type PictureFile =
  | (Size & { readonly kind: "drawing" | "moving"; readonly bytes: Buffer; readonly ending: string })
  | { readonly kind: "photograph"; readonly bytes: Buffer };

const mostBytes = { picture: 50_000_000, drawing: 10_000_000, moving: 20_000_000 };
const shownFormats = "a JPEG, PNG, WebP, AVIF, GIF or SVG picture";

/** Reads a file's head and says what kind of picture it is. What a link leads to counts, not where the link lies. */
export async function readPicture(file: string, root: string): Promise<Result<PictureFile, Fault>> {
  const missing: Fault = {
    found: "missing or unreadable",
    expected: `a picture at ${file}`,
    mend: "Its caption and credit are shown without it; put the file there and press again.",
  };
  try {
    if (!isInside(await realpath(file), await realpath(root))) {
      return failed({
        found: "outside the folder of its copy",
        expected: `a picture in ${root}`,
        mend: "It was not copied: put it into that folder, or press the folder that holds both.",
      });
    }
    const found = await stat(file);
    if (!found.isFile()) return failed(missing);
    if (found.size > mostBytes.picture) return failed(tooLarge("a file", found.size, mostBytes.picture));
    const bytes = await readFile(file);
    if (bytes.length === 0) return failed(unfit("empty"));
    return isMarkup(bytes) ? drawingIn(bytes) : await photographIn(bytes);
  } catch {
    return failed(missing);
  }
}

function drawingIn(bytes: Buffer): Result<PictureFile, Fault> {
  if (bytes.length > mostBytes.drawing) return failed(tooLarge("a drawing", bytes.length, mostBytes.drawing));
  const drawing = readDrawing(bytes);
  if (drawing.ok) return ok({ kind: "drawing", bytes, ending: ".svg", ...drawing.value });
  if (drawing.problem === "no picture") return failed(unfit("no picture"));
  return failed({
    found: drawing.problem,
    expected: "a drawing that is whole and only draws: no scripts, no events, nothing from elsewhere",
    mend: "It was not copied, and its caption and credit are shown without it: save it anew as a plain SVG.",
  });
}

async function photographIn(bytes: Buffer): Promise<Result<PictureFile, Fault>> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!metadata) return failed(beginsAsPicture(bytes) ? damaged : unfit("no picture"));
  const { format, width, height, pages = 1 } = metadata;
  const tall = metadata.pageHeight ?? height;
  if (width * tall * pages > mostPixels) {
    const sides = `${width.toLocaleString("en")} × ${tall.toLocaleString("en")} pixels`;
    return failed({
      found: `a picture of ${sides}${pages > 1 ? `, ${pages} times over` : ""}`,
      expected: `at most ${mostPixels / 1_000_000} million pixels`,
      mend: "It was not copied, and its caption and credit are shown without it: save a smaller version of it there.",
    });
  }
  switch (kindOf(metadata)) {
    case "photograph":
      return ok({ kind: "photograph", bytes });
    case "moving":
      return bytes.length > mostBytes.moving
        ? failed(tooLarge("a moving picture", bytes.length, mostBytes.moving))
        : ok({ kind: "moving", bytes, ending: `.${format}`, width, height: tall });
    case undefined:
      return failed(unfit(format === "heif" ? "a HEIC picture" : format));
  }
}

/** Undefined for what browsers do not show. */
function kindOf({ format, compression, pages = 1 }: Metadata): "photograph" | "moving" | undefined {
  if (format === "gif" || (format === "webp" && pages > 1)) return "moving";
  if (format === "heif") return compression === "av1" ? "photograph" : undefined;
  return format === "jpeg" || format === "png" || format === "webp" ? "photograph" : undefined;
}

export function faultOf({ message }: UnreadablePicture): Fault {
  if (/timeout/iu.test(message)) {
    return {
      found: "a picture that took longer than a minute to read",
      expected: "a picture that is read in seconds",
      mend: "It was not copied, and its caption and credit are shown without it: save a smaller version of it there.",
    };
  }
  return damaged;
}

const damaged: Fault = {
  found: "a picture that breaks off or is damaged",
  expected: "a whole picture",
  mend: "It was not copied, and its caption and credit are shown without it: put the picture there once more.",
};

function beginsAsPicture(bytes: Buffer): boolean {
  return /^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF[^]{4}WEBP|[^]{4}ftyp)/u.test(bytes.toString("latin1", 0, 16));
}

function unfit(found: string): Fault {
  return {
    found,
    expected: shownFormats,
    mend: "It was not copied: save it in one of these formats.",
  };
}

function tooLarge(what: string, bytes: number, most: number): Fault {
  return {
    found: `${what} of ${Math.round(bytes / 1_000_000)} MB`,
    expected: `a picture of ${most / 1_000_000} MB at most`,
    mend: "It was not copied: save a smaller version of it there.",
  };
}
