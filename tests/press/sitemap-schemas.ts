import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { memoryPages, validateXML } from "xmllint-wasm";

/** The schema of sitemaps.org/schemas/sitemap/0.9/sitemap.xsd, as the package `sitemap` brings it along. */
const require = createRequire(import.meta.url);
const packaged = dirname(require.resolve("sitemap/package.json"));
const sitemap = readFileSync(join(packaged, "schema/sitemap.xsd"), "utf8");

const xsd = (namespace: string, declarations: string) =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:own="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">${declarations}</schema>`;

/** Google's two extensions in the words of XML Schema, as developers.google.com/search/docs describes them. */
const image = xsd(
  "http://www.google.com/schemas/sitemap-image/1.1",
  `<element name="image"><complexType><sequence>
    <element name="loc" type="anyURI"/>
    <element name="caption" type="string" minOccurs="0"/>
  </sequence></complexType></element>`,
);
const news = xsd(
  "http://www.google.com/schemas/sitemap-news/0.9",
  `<element name="news"><complexType><sequence>
    <element name="publication"><complexType><sequence>
      <element name="name" type="string"/>
      <element name="language"><simpleType><restriction base="string"><pattern value="zh-cn|zh-tw|[a-z]{2,3}"/></restriction></simpleType></element>
    </sequence></complexType></element>
    <element name="publication_date"><simpleType><union memberTypes="date dateTime"/></simpleType></element>
    <element name="title" type="string"/>
  </sequence></complexType></element>`,
);
/** sitemaps.org/schemas/sitemap/0.9/siteindex.xsd shares its namespace with sitemap.xsd, which does not know it. */
const siteIndex = xsd(
  "http://www.sitemaps.org/schemas/sitemap/0.9",
  `<element name="sitemapindex"><complexType><sequence>
    <element name="sitemap" maxOccurs="unbounded"><complexType><sequence>
      <element name="loc"><simpleType><restriction base="anyURI"><minLength value="12"/><maxLength value="2048"/></restriction></simpleType></element>
      <element name="lastmod" minOccurs="0"><simpleType><union memberTypes="date dateTime"/></simpleType></element>
    </sequence></complexType></element>
  </sequence></complexType></element>`,
);

const imports = ["image", "news", "sitemap"].map((name) => {
  const namespace = name === "sitemap" ? "sitemap/0.9" : name === "news" ? "sitemap-news/0.9" : "sitemap-image/1.1";
  const host = name === "sitemap" ? "www.sitemaps.org" : "www.google.com";
  return `<import namespace="http://${host}/schemas/${namespace}" schemaLocation="${name}.xsd"/>`;
});
const all = `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join("")}</schema>`;

/** What a validator has to say against a sitemap, or an index of them. */
export async function faultsIn(xml: string): Promise<readonly string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml,
    schema: xml.includes("<sitemapindex") ? siteIndex : all,
    preload: [
      { fileName: "image.xsd", contents: image },
      { fileName: "news.xsd", contents: news },
      { fileName: "sitemap.xsd", contents: sitemap },
    ],
    maxMemoryPages: memoryPages.GiB,
  });
  return valid ? [] : [...errors.map(({ message }) => message), rawOutput];
}
