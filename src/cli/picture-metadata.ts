import ExifReader from "exifreader";
import { escapedXml } from "#domain/markup.ts";
import { shortened } from "#domain/shorten.ts";
import { plain } from "#wire/plain.ts";

/** What a picture's file says of itself, each on one line. */
export type PictureMetadata = {
  /** What is seen. */
  readonly alt?: string;
  /** Who, when, where. */
  readonly caption?: string;
  /** The photographer, or several. */
  readonly creator?: string;
  /** The agency's line: "CNA/Harbour Trust". */
  readonly creditLine?: string;
  readonly copyright?: string;
};

const longestCaption = 2_000;
const longestName = 500;

/**
 * Reads a picture's XMP, else its IPTC, else its EXIF; the first field that has words counts. A file with none, or with damaged
 * ones, says nothing.
 */
export async function readPictureMetadata(bytes: Buffer): Promise<PictureMetadata> {
  const tags = await tagsOf(bytes);
  const first = (longest: number, ...found: readonly unknown[]) => {
    const words = found.map((tag) => plain(wordsOf(tag))).find((text) => text !== "");
    return words === undefined ? undefined : shortened(words, longest);
  };
  const { xmp, iptc, exif } = tags;
  const metadata = {
    alt: first(longestCaption, xmp?.["AltTextAccessibility"]),
    caption: first(
      longestCaption,
      xmp?.["description"],
      iptc?.["Caption/Abstract"],
      writtenByHand(exif?.["ImageDescription"]),
    ),
    creator: first(longestName, xmp?.["creator"], iptc?.["By-line"], exif?.["Artist"]),
    creditLine: first(longestName, xmp?.["Credit"], iptc?.["Credit"]),
    copyright: first(longestName, xmp?.["rights"], iptc?.["Copyright Notice"], exif?.["Copyright"]),
  };
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}

/** A picture's credit as the house prints it: "Ada Lane/CNA". */
export function creditOf({ creator, creditLine, copyright }: PictureMetadata): string | undefined {
  if (creator === undefined || creditLine === undefined) return creditLine ?? creator ?? copyright;
  return creditLine.includes(creator) ? creditLine : `${creator}/${creditLine}`;
}

/** The same as an XMP packet, for the files that are made of the picture; undefined when there is nothing to say. */
export function xmpOf({ alt, caption, creator, creditLine, copyright }: PictureMetadata): string | undefined {
  const list = (name: string, kind: "Alt" | "Seq", text: string | undefined) => {
    const language = kind === "Alt" ? ' xml:lang="x-default"' : "";
    return text ? `<${name}><rdf:${kind}><rdf:li${language}>${escapedXml(text)}</rdf:li></rdf:${kind}></${name}>` : "";
  };
  const fields = [
    list("dc:creator", "Seq", creator),
    list("dc:rights", "Alt", copyright),
    list("dc:description", "Alt", caption),
    list("Iptc4xmpCore:AltTextAccessibility", "Alt", alt),
    creditLine ? `<photoshop:Credit>${escapedXml(creditLine)}</photoshop:Credit>` : "",
  ].join("");
  if (fields === "") return undefined;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${fields}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

type Tags = Partial<Record<"xmp" | "iptc" | "exif", Readonly<Record<string, unknown>>>>;

async function tagsOf(bytes: Buffer): Promise<Tags> {
  try {
    return (await ExifReader.load(bytes, { expanded: true, async: true })) as unknown as Tags;
  } catch {
    return {};
  }
}

type Tag = {
  readonly value?: unknown;
  readonly description?: unknown;
  readonly attributes?: { readonly lang?: string };
};

/** Of the same text in several languages the first; of several persons all. */
function wordsOf(found: unknown): string {
  if (Array.isArray(found)) return found.map(wordsOf).filter(Boolean).join(", ");
  const { value, description } = (found ?? {}) as Tag;
  if (Array.isArray(value) && value.some((one: Tag) => typeof one === "object")) {
    const entries = value as readonly Tag[];
    const isInLanguages = entries.some(({ attributes }) => attributes?.lang !== undefined);
    return isInLanguages
      ? wordsOf(entries.find(({ attributes }) => attributes?.lang === "x-default") ?? entries[0])
      : entries.map(wordsOf).filter(Boolean).join(", ");
  }
  return typeof description === "string" ? description : "";
}

/** Cameras write "OLYMPUS DIGITAL CAMERA" or "DSC 0042" there; people write sentences. */
function writtenByHand(found: unknown): unknown {
  const words = wordsOf(found);
  return /\p{Ll}|\p{Lo}/u.test(words) && words.trim().split(/\s+/u).length >= 3 ? found : undefined;
}
