import { SaxesParser, type SaxesTagNS } from "saxes";
import { failed, ok, type Result } from "#domain/result.ts";

/** What is known of a drawing; one that does not say its size has none. */
export type Drawing = { readonly width?: number; readonly height?: number };

const svgNamespace = "http://www.w3.org/2000/svg";
/** What a browser draws in a second or two. */
const mostElements = 200_000;
const deepest = 500;
const pixelsPer: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};
const embedded = /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|(?:application\/(?:x-)?)?font[\w/+.-]*)[;,]/iu;
/** Attributes whose values are CSS, or become it. */
const painted =
  /^(?:style|fill|stroke|filter|mask|cursor|clip-path|marker|marker-start|marker-mid|marker-end|from|to|by|values)$/u;
const active = new Set([
  "script",
  "foreignobject",
  "iframe",
  "embed",
  "object",
  "audio",
  "video",
  "handler",
  "listener",
]);

/**
 * Reads a drawing as an XML parser does. An SVG that is opened by itself is a page of the site, with all that a page may do: one
 * with scripts, handlers of events or references to anything elsewhere is refused, and so is one that a browser would draw for
 * ever. A failure says what was found.
 */
export function readDrawing(bytes: Uint8Array): Result<Drawing, string> {
  const text = decoded(bytes);
  if (text === undefined) return failed("a drawing in an encoding other than UTF-8, UTF-16 and Latin-1");
  const parser = new SaxesParser({ xmlns: true });
  const census = new Census();
  const depth: string[] = [];
  let drawing: Drawing | undefined;
  let refusal: string | undefined;
  const refuse = (found: string) => {
    refusal ??= `a drawing with ${found} in it`;
  };
  parser.on("doctype", (doctype) => {
    if (/<!/u.test(doctype)) refuse("entities of its own");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (target === "xml-stylesheet") refuse("a style sheet from elsewhere");
  });
  parser.on("opentag", (tag) => {
    if (tag.uri === svgNamespace && tag.local === "svg") drawing ??= sizeOf(tag);
    if (!drawing) refusal ??= "no picture";
    const found = faultIn(tag);
    if (found !== undefined) refuse(found);
    depth.push(tag.local);
    if (depth.length > deepest) refuse(`more than ${deepest} elements inside each other`);
    census.open(tag);
  });
  parser.on("closetag", () => {
    depth.pop();
    census.close();
  });
  const style = (css: string) => {
    const found = depth.at(-1) === "style" ? faultInStyle(css) : undefined;
    if (found !== undefined) refuse(found);
  };
  parser.on("text", style);
  parser.on("cdata", style);
  try {
    for (let at = 0; at < text.length && refusal === undefined; at += 65_536) parser.write(text.slice(at, at + 65_536));
    if (refusal === undefined) parser.close();
  } catch {
    return failed(refusal ?? (drawing ? "a drawing (SVG) that is damaged" : "no picture"));
  }
  if (refusal !== undefined || !drawing) return failed(refusal ?? "no picture");
  return census.drawn() > mostElements ? failed(`a drawing of more than ${mostElements} elements`) : ok(drawing);
}

/** Whether a file is text with an element at its head, in any encoding: a drawing, if it is a picture at all. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</u.test(
    Buffer.from(bytes.subarray(0, 256)).toString("latin1"),
  );
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  const encoding = /^[^>]*\sencoding\s*=\s*["']([^"']*)["']/u.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  if (/^(?:utf-?8|us-ascii)$/u.test(encoding)) return new TextDecoder().decode(bytes);
  return /^(?:iso-8859-1|latin-?1|windows-1252)$/u.test(encoding) ? Buffer.from(bytes).toString("latin1") : undefined;
}

function faultIn({ uri, local, attributes }: SaxesTagNS): string | undefined {
  const element = local.toLowerCase();
  if (element === "script") return "scripts";
  if (active.has(element) || uri === "http://www.w3.org/1999/xhtml") return `a <${local}>`;
  for (const { local: name, prefix, value } of Object.values(attributes)) {
    if (/^on/iu.test(name)) return `a handler of events (${name})`;
    if (prefix === "xml" && name === "base") return "a base of its own for addresses";
    if (name === "attributeName" && /^\s*(?:.*:)?(?:href|src|on.*)\s*$/iu.test(value)) return "an address that changes";
    if (name === "href" || name === "src") {
      const found = faultInAddress(value, element);
      if (found !== undefined) return found;
    }
    const found = painted.test(name) ? faultInStyle(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function faultInAddress(written: string, element: string): string | undefined {
  const address = written.replace(/[\s\p{Cc}]+/gu, "");
  if (address === "" || address.startsWith("#") || embedded.test(address)) return undefined;
  if (element === "a" && /^(?:https?|mailto):/iu.test(address)) return undefined;
  if (/^(?:javascript|vbscript):/iu.test(address)) return "scripts";
  return `a reference to something elsewhere (${address.slice(0, 60)})`;
}

function faultInStyle(css: string): string | undefined {
  const plain = css
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/giu, (_whole, code: string | undefined, sign: string | undefined) =>
      code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : (sign ?? ""),
    )
    .replace(/\/\*[\s\S]*?\*\//gu, "");
  if (/@import/iu.test(plain)) return "a style sheet from elsewhere";
  if (/(?:image-set|image|src|element|expression)\s*\(/iu.test(plain)) return "a reference to something elsewhere";
  for (const [, address = ""] of plain.matchAll(/url\(\s*["']?\s*([^"')]*)/giu)) {
    const found = faultInAddress(address, "");
    if (found !== undefined) return found;
  }
  return undefined;
}

function sizeOf({ attributes }: SaxesTagNS): Drawing {
  const written = (name: string) => Object.values(attributes).find((one) => one.name === name)?.value ?? "";
  const pixels = (text: string) => {
    const [, number = "", unit = ""] = /^\s*\+?([\d.]+(?:e\d+)?)\s*([a-z]*)\s*$/iu.exec(text) ?? [];
    return Math.round(Number(number) * (pixelsPer[unit.toLowerCase()] ?? 0));
  };
  const [, , across = "", down = ""] = written("viewBox")
    .trim()
    .split(/[\s,]+/u);
  const [width, height] = [pixels(written("width")), pixels(written("height"))];
  const said = width > 0 && height > 0 ? { width, height } : { width: pixels(across), height: pixels(down) };
  return said.width > 0 && said.height > 0 ? said : {};
}

type Part = { elements: number; readonly uses: string[] };

/**
 * Counts what a browser would draw. An element with an id can be drawn many times over by others, which can be drawn many times
 * over in their turn, so that a few lines make thousands of millions.
 */
class Census {
  readonly #parts = new Map<string, Part>([["", { elements: 0, uses: [] }]]);
  readonly #owners: string[] = [""];

  open({ local, attributes }: SaxesTagNS): void {
    const values = Object.values(attributes);
    const owner = this.#owners.at(-1) ?? "";
    const id = values.find(({ name }) => name === "id")?.value ?? "";
    if (id !== "" && !this.#parts.has(id)) {
      this.#parts.set(id, { elements: 0, uses: [] });
      this.#part(owner).uses.push(id);
      this.#owners.push(id);
    } else this.#owners.push(owner);
    const part = this.#part(this.#owners.at(-1) ?? "");
    part.elements += 1;
    for (const { local: name, value } of values) {
      if (name === "href" && local !== "a" && value.trim().startsWith("#")) part.uses.push(value.trim().slice(1));
      for (const [, used = ""] of value.matchAll(/url\(\s*["']?#([^"')]*)/gu)) part.uses.push(used);
    }
  }

  close(): void {
    this.#owners.pop();
  }

  /** Infinity when something is drawn inside itself. */
  drawn(): number {
    const known = new Map<string, number>();
    const count = (id: string, depth: number): number => {
      const before = known.get(id);
      if (before !== undefined) return before;
      if (depth > deepest) return Number.POSITIVE_INFINITY;
      known.set(id, Number.POSITIVE_INFINITY);
      const { elements, uses } = this.#part(id);
      const all = uses.reduce((sum, used) => sum + count(used, depth + 1), elements);
      known.set(id, all);
      return all;
    };
    return count("", 0);
  }

  #part(id: string): Part {
    return this.#parts.get(id) ?? { elements: 0, uses: [] };
  }
}
