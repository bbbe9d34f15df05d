import type { Block } from "#domain/block.ts";
import type { FocalPoint, Picture } from "#domain/picture.ts";
import { safeAddress } from "#domain/web-address.ts";
import { readCredit } from "./credit.ts";
import { attribute, descendants, type HtmlElement, isElement, isReplaced, isText, linesBelow } from "./parse-html.ts";
import { plain } from "./plain.ts";

/** The picture of an <img>, or undefined for what counts readers (a picture of one or two pixels). */
export function readImage(image: HtmlElement, base: string | undefined): Picture | undefined {
  const width = pixels(attribute(image, "width"));
  const height = pixels(attribute(image, "height"));
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return undefined;
  const url = pictureAddress(image, base);
  const focal = readFocal(attribute(image, "data-focal"));
  const alt = plain(attribute(image, "alt") ?? "");
  if (!url && alt === "") return undefined;
  return {
    ...(url && { url }),
    alt,
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(focal && { focal }),
    ...(attribute(image, "data-drawn") !== undefined && { drawn: true }),
  };
}

/** Where the picture is. Pages that load pictures late keep the true address aside and a blank one in src. */
function pictureAddress(image: HtmlElement, base: string | undefined): string | undefined {
  const late = ["data-src", "data-lazy-src", "data-original", "src"].map((name) => attribute(image, name));
  const sets = [image, ...sourcesBeside(image)].flatMap((element) =>
    ["data-srcset", "srcset"].map((name) => largestOf(attribute(element, name) ?? "")),
  );
  for (const address of [...late, ...sets]) {
    const url = safeAddress(address ?? "", "media", base);
    if (url !== undefined) return url;
  }
  return undefined;
}

function sourcesBeside({ parentNode }: HtmlElement): readonly HtmlElement[] {
  return parentNode && "tagName" in parentNode && parentNode.tagName === "picture"
    ? descendants(parentNode, "source")
    : [];
}

/** The address of the largest picture in a srcset: "small.jpg 480w, large.jpg 1200w". */
function largestOf(srcset: string): string {
  let largest = { address: "", size: -1 };
  for (const candidate of srcset.slice(0, 20_000).split(/,\s/u)) {
    const [address = "", descriptor = "1x"] = candidate.trim().split(/\s+/u);
    const size = Number.parseFloat(descriptor) || 0;
    if (size > largest.size) largest = { address: address.replace(/,$/u, ""), size };
  }
  return largest.address;
}

/** What a <figcaption> says: the caption, and the credit that stands in an element of its own or at the end of the text. */
export function readFigcaption(figcaption: HtmlElement): Pick<Picture, "caption" | "credit"> {
  const creditElement = creditIn(figcaption);
  const text = plain(linesBelow(figcaption.childNodes, creditElement));
  const marked =
    creditElement &&
    plain(linesBelow(creditElement.childNodes)).replace(/^(?:Photo|Picture|Image|Credit)s?\s*:\s*/iu, "");
  const reading = creditElement ? undefined : readCredit(text);
  const caption = reading ? reading.caption : text;
  const credit = reading ? reading.credit : marked;
  return { ...(caption && { caption }), ...(credit && { credit }) };
}

function creditIn(figcaption: HtmlElement): HtmlElement | undefined {
  const inside = everyElement(figcaption);
  const marked = inside.find(
    (element) =>
      attribute(element, "data-credit") !== undefined ||
      /\b(?:credit|copyright|byline|source)\b/iu.test(attribute(element, "class") ?? ""),
  );
  if (marked) return marked;
  const last = figcaption.childNodes.findLast(
    (child) => isElement(child) || (isText(child) && child.value.trim() !== ""),
  );
  return last && isElement(last) && ["cite", "small"].includes(last.tagName) ? last : undefined;
}

function everyElement(element: HtmlElement): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting = element.childNodes.filter(isElement).reverse();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    found.push(one);
    if (!isReplaced(one)) for (const child of one.childNodes.filter(isElement).reverse()) waiting.push(child);
  }
  return found;
}

function readFocal(text: string | undefined): FocalPoint | undefined {
  const match = /^(0|1|0?\.\d+) (0|1|0?\.\d+)$/u.exec(text ?? "");
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
}

function pixels(text: string | undefined): number | undefined {
  const match = /^(\d{1,5})(?:px)?$/u.exec(text?.trim() ?? "");
  return match ? Number(match[1]) : undefined;
}

/**
 * What stands in a figure, with its caption and credit. They go to its one picture or to the gallery of its pictures, else
 * to the table, quotation or recording that it begins with; else they follow it. A caption alone is a picture that never arrived.
 */
export function captioned(
  inside: readonly Block[],
  words: Pick<Picture, "caption" | "credit">,
  alt: string,
  isGallery: boolean,
): readonly Block[] {
  const pictures = inside.flatMap((block) => (block.kind === "figure" ? [block.picture] : []));
  const others = inside.filter(({ kind }) => kind !== "figure");
  const caption = [words.caption, words.credit].filter(Boolean).join(" – ");
  const below: readonly Block[] = caption ? [{ kind: "paragraph", content: [caption] }] : [];
  const [picture] = pictures;
  if (picture && (isGallery || pictures.length > 1)) {
    const credited = pictures.map((one) => (words.credit && !one.credit ? { ...one, credit: words.credit } : one));
    return [{ kind: "gallery", pictures: credited, ...(words.caption && { caption: words.caption }) }, ...others];
  }
  if (picture?.caption || picture?.credit) return [{ kind: "figure", picture }, ...others, ...below];
  if (picture) return [{ kind: "figure", picture: { ...picture, ...words } }, ...others];
  const [first, ...rest] = inside;
  if (!first) return pictureBlock(caption || alt ? { alt, ...words } : undefined);
  if (!caption) return inside;
  switch (first.kind) {
    case "table":
    case "gallery":
      return first.caption ? [...inside, ...below] : [{ ...first, caption }, ...rest];
    case "quote": {
      const attribution = withoutDash(caption);
      return first.attribution || !attribution ? [...inside, ...below] : [{ ...first, attribution }, ...rest];
    }
    case "video":
    case "audio":
      return first.title ? [...inside, ...below] : [{ ...first, title: caption }, ...rest];
    case "paragraph":
    case "crosshead":
    case "list":
    case "pull-quote":
    case "figure":
    case "code":
    case "embed-link":
    case "rule":
      return [...inside, ...below];
  }
}

/** "— The harbour master" */
export function withoutDash(attribution: string): string {
  return attribution.replace(/^[\s—–-]+/u, "");
}

export function pictureBlock(picture: Picture | undefined): readonly Block[] {
  return picture ? [{ kind: "figure", picture }] : [];
}
