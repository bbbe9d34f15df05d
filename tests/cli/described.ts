import sharp from "sharp";

/** What a photographer's agency writes into a picture's file, and what its camera does. */
export type Said = {
  readonly caption?: string;
  readonly creator?: string;
  readonly creditLine?: string;
  readonly copyright?: string;
};

/** A JPEG that says so in XMP, and where and with which camera it was taken in EXIF. */
export function describedInXmp({ caption, creator, creditLine, copyright }: Said): Promise<Buffer> {
  const alt = (text = "") => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`;
  return photograph()
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
        `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">` +
        `<dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator><dc:rights>${alt(copyright)}</dc:rights>` +
        `<dc:description>${alt(caption)}</dc:description><photoshop:Credit>${creditLine}</photoshop:Credit>` +
        `</rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .withExif({
      IFD0: { Make: "Camerworks", Software: "Darkroom" },
      IFD2: { BodySerialNumber: "SN-4711" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .jpeg()
    .toBuffer();
}

/** A JPEG that says so in IPTC (IIM), in UTF-8 and marked as such. */
export async function describedInIptc({ caption, creator, creditLine, copyright }: Said): Promise<Buffer> {
  const dataset = (record: number, number: number, value: string | undefined) => {
    if (value === undefined) return Buffer.alloc(0);
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([0x1c, record, number, bytes.length >> 8, bytes.length & 255]), bytes]);
  };
  const iptc = Buffer.concat([
    dataset(1, 90, "\u001b%G"),
    dataset(2, 80, creator),
    dataset(2, 110, creditLine),
    dataset(2, 116, copyright),
    dataset(2, 120, caption),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(iptc.length);
  const resource = Buffer.concat([Buffer.from("Photoshop 3.0\0" + "8BIM\u0004\u0004\0\0", "latin1"), length, iptc]);
  const padded = iptc.length % 2 === 0 ? resource : Buffer.concat([resource, Buffer.from([0])]);
  const marker = Buffer.from([0xff, 0xed, (padded.length + 2) >> 8, (padded.length + 2) & 255]);
  const jpeg = await photograph().jpeg().toBuffer();
  return Buffer.concat([jpeg.subarray(0, 2), marker, padded, jpeg.subarray(2)]);
}

function photograph() {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: "#336699" } });
}
