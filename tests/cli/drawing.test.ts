import { describe, expect, test } from "vitest";
import { isMarkup, readDrawing } from "#cli/drawing.ts";

const read = (text: string) => readDrawing(new TextEncoder().encode(text));
const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;

describe("a drawing that only draws is taken", () => {
  test.each([
    ["shapes", `<g transform="scale(2)"><path d="M0 0h9" fill="#369"/></g>`],
    [
      "text with any words",
      `<text aria-label="The image (left), url(http)">javascript: onload= url(http://a.example)</text>`,
    ],
    ["its own parts", `<defs><g id="a"><path/></g></defs><use href="#a"/><use xlink:href="#a"/><path fill="url(#a)"/>`],
    ["its own styles", "<style>path { fill: url(#a); } /* @charset */ .b { marker: url('#c') }</style>"],
    [
      "embedded pictures and fonts",
      `<image href="data:image/png;base64,AA=="/><style>@font-face{src:url(data:font/woff2;base64,AA==)}</style>`,
    ],
    ["a link for those who open it", `<a href="https://courier.example/"><path/></a>`],
    [
      "what editors of drawings leave",
      `<metadata><rdf:RDF xmlns:rdf="urn:r"><rdf:li rdf:resource="http://x.example/"/></rdf:RDF></metadata>`,
    ],
    ["movement", `<circle><animate attributeName="r" from="1" to="9"/></circle>`],
  ])("%s", (_name, inside) => {
    expect(read(svg(inside))).toEqual({ ok: true, value: {} });
  });

  test("in UTF-16 and Latin-1, with a declaration, a comment and a plain document type in front", () => {
    const head = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n`;
    const latin = Buffer.from(head + svg("<text>Fähre</text>"), "latin1");
    const wide = Buffer.from(`\uFEFF${svg("<text>کشتی</text>")}`, "utf16le");
    for (const bytes of [latin, wide, Buffer.from(wide).swap16()])
      expect([isMarkup(bytes), readDrawing(bytes).ok]).toEqual([true, true]);
  });
});

describe("a drawing has the size that it says", () => {
  test.each([
    [` width="300" height="200"`, { width: 300, height: 200 }],
    [` width="300px" height="200.4px" viewBox="0 0 9 9"`, { width: 300, height: 200 }],
    [` width="210mm" height="1in"`, { width: 794, height: 96 }],
    [` width="100%" height="100%" viewBox="0 0 640 480"`, { width: 640, height: 480 }],
    [` viewBox="-5,-5,640,480"`, { width: 640, height: 480 }],
    [` width="300"`, {}],
    [` width="0" height="-3" viewBox="0 0 none"`, {}],
    ["", {}],
  ])("%s", (attributes, size) => {
    expect(read(svg("", attributes))).toEqual({ ok: true, value: size });
  });
});

describe("a drawing that does more is refused, with what was found", () => {
  test.each([
    ["<script>alert(1)</script>", "scripts"],
    [`<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>`, "scripts"],
    ["<SCRIPT/>", "scripts"],
    [`<path onload="alert(1)"/>`, "a handler of events (onload)"],
    [`<path ONload="alert(1)"/>`, "a handler of events (ONload)"],
    ["<foreignObject/>", "a <foreignObject>"],
    [`<h:img xmlns:h="http://www.w3.org/1999/xhtml"/>`, "a <img>"],
    ["<iframe/>", "a <iframe>"],
    [`<a href="javascript:alert(1)"/>`, "scripts"],
    [`<a xlink:href=" java&#115;cript:alert(1)"/>`, "scripts"],
    [`<a href="java&#10;script:alert(1)"/>`, "scripts"],
    [`<a href="data:text/html,x"/>`, "a reference to something elsewhere (data:text/html,x)"],
    [`<image href="pier.png"/>`, "a reference to something elsewhere (pier.png)"],
    [`<image href="//spy.example/a.png"/>`, "a reference to something elsewhere (//spy.example/a.png)"],
    [`<use xlink:href="other.svg#a"/>`, "a reference to something elsewhere (other.svg#a)"],
    [
      `<image href="data:image/svg+xml;base64,AA=="/>`,
      "a reference to something elsewhere (data:image/svg+xml;base64,AA==)",
    ],
    [`<path fill="url(https://spy.example/#a)"/>`, "a reference to something elsewhere (https://spy.example/#a)"],
    [`<path style="fill:u\\72l(https://spy.example/)"/>`, "a reference to something elsewhere (https://spy.example/)"],
    ["<style>@im/**/port 'a.css'; a{fill:url(  'https://spy.example/')}</style>", "a style sheet from elsewhere"],
    ["<style><![CDATA[@import url(https://spy.example/)]]></style>", "a style sheet from elsewhere"],
    ["<style>a{background:image-set('https://spy.example/' 1x)}</style>", "a reference to something elsewhere"],
    [`<a><set attributeName="href" to="javascript:alert(1)"/></a>`, "an address that changes"],
    [`<a><animate attributeName="xlink:href" values="#a"/></a>`, "an address that changes"],
    [`<g xml:base="https://spy.example/"/>`, "a base of its own for addresses"],
    [`${"<g>".repeat(501)}${"</g>".repeat(501)}`, "more than 500 elements inside each other"],
  ])("%s", (inside, found) => {
    expect(read(svg(inside))).toEqual({ ok: false, problem: `a drawing with ${found} in it` });
  });

  test.each([
    [
      `<?xml-stylesheet href="https://spy.example/a.css"?>${svg("")}`,
      "a drawing with a style sheet from elsewhere in it",
    ],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("<text>&a;</text>")}`, "a drawing with entities of its own in it"],
    [svg("<g>").slice(0, -8), "a drawing (SVG) that is damaged"],
    [svg("<text>&nbsp;</text>"), "a drawing (SVG) that is damaged"],
    ["<svg><path/></svg>", "no picture"],
    ["<!doctype html><html><body><svg/></body></html>", "no picture"],
    ["<?xml version='1.0' encoding='utf-7'?><svg/>", "a drawing in an encoding other than UTF-8, UTF-16 and Latin-1"],
  ])("%s", (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
  });
});

describe("a drawing that a browser would draw for ever is refused in no time", () => {
  const many = "a drawing of more than 200000 elements";
  test.each([
    ["each part twice in the next", (at: number) => `<use href="#a${at}"/><use href="#a${at}"/>`],
    ["each pattern twice in the next", (at: number) => `<path fill="url(#a${at})"/><path stroke="url(#a${at})"/>`],
  ])("%s", (_name, twice) => {
    const parts = Array.from({ length: 40 }, (_none, at) => `<g id="a${at + 1}">${twice(at)}</g>`).join("");
    expect(read(svg(`<g id="a0"><path/></g>${parts}`))).toEqual({ ok: false, problem: many });
  });

  test("a part inside itself", () => {
    expect(read(svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`))).toEqual({
      ok: false,
      problem: many,
    });
  });

  test("a chain of a hundred thousand parts", () => {
    const chain = Array.from({ length: 100_000 }, (_none, at) => `<use id="a${at}" href="#a${at + 1}"/>`).join("");
    expect(read(svg(chain))).toEqual({ ok: false, problem: many });
  });

  test("while a map of a hundred thousand shapes is not", () => {
    expect(read(svg("<path d='M0 0h9'/>".repeat(100_000))).ok).toBe(true);
  });
});
