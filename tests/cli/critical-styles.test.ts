import { expect, test } from "vitest";
import { criticalStyles } from "#cli/critical-styles.ts";

const take = (sheet: string, html: string) => criticalStyles(sheet)(html).replace(/\s+/gu, "");

test("a rule is taken when all of its classes stand in the page", () => {
  const sheet = ".a{x:1}.b{x:2}.a .b{x:3}.a.c{x:4}p{x:5}";
  expect(take(sheet, '<p class="a">')).toBe(".a{x:1}p{x:5}");
  expect(take(sheet, '<p class="a c">')).toBe(".a{x:1}.a.c{x:4}p{x:5}");
  expect(take(sheet, '<p class="b a">')).toBe(".a{x:1}.b{x:2}.a.b{x:3}p{x:5}");
});

test("of a rule with several selectors those are taken that can match", () => {
  expect(take(".a,.b,h1{x:1}", '<h1 class="b">')).toBe(".b,h1{x:1}");
});

test("classes that a selector only may have do not keep it out", () => {
  const sheet = "li:not(.first){x:1}.a:is(.b,.c){x:2}.a:has(.b,.c){x:3}";
  expect(take(sheet, '<li class="a">')).toBe(sheet);
});

test("what an element has to have around it or within it must stand in the page", () => {
  const sheet = ":root:has(.b){x:1}.a:has(>.b:not(.c)){x:2}:is(.a,.d):has([data-e]){x:3}";
  expect(take(sheet, '<li class="a">')).toBe(":is(.a,.d):has([data-e]){x:3}");
  expect(take(sheet, '<li class="a b">')).toBe(sheet);
});

test("rules for elements, fields and languages that are not in the page stay out of it", () => {
  const sheet = "h1{x:1}table td{x:2}*,::before{x:3}html,body{x:4}::placeholder{x:5}a[href$=pdf]:hover::after{x:6}";
  expect(take(sheet, "<h1><a>")).toBe("h1{x:1}*,::before{x:3}html,body{x:4}a[href$=pdf]:hover::after{x:6}");
  expect(take(sheet, "<input>")).toBe("*,::before{x:3}html,body{x:4}::placeholder{x:5}");
  const spoken = ":lang(ur){x:1}.a:lang(ar){x:2}p:not(:lang(az)){x:3}";
  expect(take(spoken, '<html lang="ur-PK"><p class="a">')).toBe(":lang(ur){x:1}p:not(:lang(az)){x:3}");
});

test("elements are known by their whole names, however they are written", () => {
  const sheet = "linearGradient{x:1}dateline-embed{x:2}@-webkit-keyframes turn{to{x:3}}";
  expect(take(sheet, "<svg><linearGradient></svg><dateline-embed>")).toBe(
    "linearGradient{x:1}dateline-embed{x:2}@-webkit-keyframesturn{to{x:3}}",
  );
});

test("a framework's properties are declared when something uses them", () => {
  const sheet = "@layer p{@supports (x){*{--tw-blur:initial;--tw-ring:0}}}.a{filter:var(--tw-blur)}.b{x:1}";
  expect(take(sheet, '<p class="a">')).toBe("@layerp{@supports(x){*{--tw-blur:initial}}}.a{filter:var(--tw-blur)}");
  expect(take(sheet, '<p class="b">')).toBe(".b{x:1}");
});

test("rules inside media and layers are taken as others are, and what is left empty goes", () => {
  expect(take("@layer c{@media (width>45em){.a{x:1}}@media print{.b{x:2}}}", '<p class="a">')).toBe(
    "@layerc{@media(width>45em){.a{x:1}}}",
  );
});

test("a class with signs in it is known as the page writes it", () => {
  expect(take(".m\\:grid{x:1}.w-1\\/2{x:2}", '<p class="m:grid">')).toBe(".m\\:grid{x:1}");
});

test("a face is taken when one of its letters stands in the page; one for all letters always", () => {
  const sheet =
    "@font-face{font-family:A;unicode-range:U+600-6FF}@font-face{font-family:B;unicode-range:U+4??}@font-face{font-family:C}";
  expect(take(sheet, "<p>Lachin")).toBe("@font-face{font-family:C}");
  expect(take(sheet, "<p>لاچین")).toBe("@font-face{font-family:A;unicode-range:U+600-6FF}@font-face{font-family:C}");
  expect(take(sheet, "<p>Баку")).toBe("@font-face{font-family:B;unicode-range:U+4??}@font-face{font-family:C}");
});

test("letters with marks of European languages bring the face that has them only where they stand", () => {
  const sheet = "@font-face{font-family:Ext;unicode-range:U+100-24F}";
  expect(take(sheet, "<p>Türkiye")).toBe("");
  expect(take(sheet, "<p>Laçın görüşü")).toBe("@font-face{font-family:Ext;unicode-range:U+100-24F}");
});

test("the face of plain letters is taken for a page of nothing else, however short its range is written", () => {
  const sheet = "@font-face{font-family:Latin;unicode-range:U+??,U+131}";
  expect(take(sheet, "<p>Plain letters")).toBe("@font-face{font-family:Latin;unicode-range:U+??,U+131}");
});
