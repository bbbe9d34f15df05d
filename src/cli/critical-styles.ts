import postcss, { type AtRule, type ChildNode, type Container, type Root } from "postcss";
import { remembering } from "./remembering.ts";

/** The part of a style sheet that a page needs before anything else is fetched; it is told of the whole page, `<html>` included. */
export type CriticalStyles = (html: string) => string;

/**
 * Opens a style sheet to take from it what single pages need: the rules whose classes, elements and languages stand in the page,
 * the faces of whose letters one stands in it, and the custom properties that frameworks declare if something uses them. Pages
 * that need the same share it. What is `always` needed stands in front of it.
 */
export function criticalStyles(sheet: string, always = ""): CriticalStyles {
  const root = postcss.parse(sheet);
  const known = knownIn(root);
  const faces = facesIn(root);
  const facesOf = faceChooser(faces);
  const taken = new Map<string, string>();
  const takenBySigns = new Map<string, string>();
  return (html) => {
    const wanted = facesOf(html);
    const signs = signsOf(html);
    const signsKey = keyOf([signs], wanted);
    // Most pages name the same things in the same order as one before.
    const alike = takenBySigns.get(signsKey);
    if (alike !== undefined) return alike;
    const page = contentsOf(signs, known);
    const key = keyOf([page.classes, page.elements, page.languages], wanted);
    const text = taken.get(key) ?? always + partOf(root, page, wanted);
    taken.set(key, text);
    takenBySigns.set(signsKey, text);
    return text;
  };

  function keyOf(named: readonly ReadonlySet<string>[], wanted: ReadonlySet<AtRule>): string {
    const standing = faces.map(({ rule }) => (wanted.has(rule) ? 1 : 0));
    return [...named, standing].map((names) => [...names].join(" ")).join("|");
  }
}

function partOf(root: Root, page: Contents, faces: ReadonlySet<AtRule>): string {
  const part = root.clone();
  prune(part, root, page, faces);
  removeUnused(part);
  return part.toString().trim();
}

/** What selectors can name of a page. */
type Contents = {
  readonly classes: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  /** BCP 47 tags, in small letters. */
  readonly languages: ReadonlySet<string>;
};

function knownIn(root: Root): Contents {
  const known = { classes: new Set<string>(), elements: new Set<string>(), languages: new Set<string>() };
  root.walkRules(({ selectors }) => {
    for (const selector of selectors) {
      const { classes, elements, languages } = namedIn(selector);
      for (const name of classes) known.classes.add(name);
      for (const name of elements) known.elements.add(name);
      for (const tag of languages) known.languages.add(tag);
    }
  });
  return known;
}

/** What a page names, as it stands there: starts of elements, and whole attributes of classes and languages without their last quote. */
function signsOf(html: string): ReadonlySet<string> {
  return new Set(html.match(/<[a-z][\w-]*| class="[^"]*| lang="[^"]*/gi));
}

/** What a page has of what a style sheet knows, in order. */
function contentsOf(signs: ReadonlySet<string>, known: Contents): Contents {
  const after = (start: string) =>
    [...signs].filter((sign) => sign.startsWith(start)).map((sign) => sign.slice(start.length));
  const classes = new Set(after(' class="').flatMap((value) => value.split(/\s+/u)));
  const elements = new Set(after("<").map((name) => name.toLowerCase()));
  const tags = after(' lang="').map((tag) => tag.toLowerCase());
  return {
    classes: new Set([...known.classes].filter((name) => classes.has(name))),
    elements: new Set([...known.elements].filter((name) => elements.has(name))),
    languages: new Set([...known.languages].filter((range) => tags.some((tag) => isInRange(tag, range)))),
  };
}

function isInRange(tag: string, range: string): boolean {
  return tag === range || tag.startsWith(`${range}-`);
}

type Face = { readonly rule: AtRule; readonly ranges: readonly (readonly [number, number])[] };

function facesIn(root: Root): readonly Face[] {
  const faces: Face[] = [];
  root.walkAtRules("font-face", (rule) => {
    const declared = rule.nodes?.find((node) => node.type === "decl" && node.prop === "unicode-range");
    faces.push({ rule, ranges: declared?.type === "decl" ? rangesOf(declared.value) : [] });
  });
  return faces;
}

/** "U+0000-00FF, U+2??, U+131" as first and last code points. */
function rangesOf(text: string): [number, number][] {
  return [...text.matchAll(/U\+([\dA-F]*)(\?*)(?:-([\dA-F]+))?/giu)].map(([, start = "", open = "", end]) => {
    const first = Number.parseInt(start + "0".repeat(open.length), 16);
    return [first, end ? Number.parseInt(end, 16) : Number.parseInt(start + "F".repeat(open.length), 16)];
  });
}

/** Chooses the faces of whose letters one stands in a page. Most pages have only plain letters. */
function faceChooser(faces: readonly Face[]): (html: string) => ReadonlySet<AtRule> {
  const chosen = (letters: ReadonlySet<string>) =>
    new Set(faces.filter(({ ranges }) => stands(ranges, letters)).map(({ rule }) => rule));
  const plain = chosen(new Set("a"));
  const others = faces.filter(({ rule }) => !plain.has(rule)).flatMap(({ ranges }) => ranges);
  const code = (point: number) => `\\u{${point.toString(16)}}`;
  const beyond = new RegExp(`[${others.map(([first, last]) => `${code(first)}-${code(last)}`).join("")}]`, "u");
  return (html) => {
    const letters = lettersBeyondAscii(html);
    return beyond.test([...letters].join("")) ? chosen(letters.add("a")) : plain;
  };
}

/** Each once. */
function lettersBeyondAscii(text: string): Set<string> {
  const runs = new Set(text.match(/[^\0-\x7f]+/g));
  return new Set([...runs].join(""));
}

/** A face without ranges stands in for another one and is always wanted. */
function stands(ranges: Face["ranges"], letters: ReadonlySet<string>): boolean {
  if (ranges.length === 0) return true;
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0;
    if (code > 0x20 && ranges.some(([first, last]) => code >= first && code <= last)) return true;
  }
  return false;
}

function prune(
  part: Container<ChildNode>,
  whole: Container<ChildNode>,
  page: Contents,
  faces: ReadonlySet<AtRule>,
): void {
  const originals = whole.nodes ?? [];
  for (const [at, node] of [...(part.nodes ?? [])].entries()) {
    const original = originals[at];
    if (node.type === "comment") node.remove();
    else if (node.type === "rule") {
      const selectors = node.selectors.filter((selector) => canMatch(selector, page));
      if (selectors.length === 0) node.remove();
      else node.selectors = selectors;
    } else if (node.type === "atrule" && original?.type === "atrule" && node.nodes) {
      if (node.name === "font-face") {
        if (!faces.has(original)) node.remove();
      } else if (!node.name.endsWith("keyframes") && node.name !== "property") {
        prune(node, original, page, faces);
        if (node.nodes.length === 0) node.remove();
      }
    }
  }
}

function canMatch(selector: string, page: Contents): boolean {
  const { classes, elements, languages } = namedIn(selector);
  return (
    classes.every((name) => page.classes.has(name)) &&
    elements.every((name) => page.elements.has(name)) &&
    languages.every((range) => page.languages.has(range))
  );
}

const everywhere = new Set(["html", "body"]);
/** Pseudo-elements that only fields have. */
const ofFields = /::(?:placeholder|file-selector-button|-webkit-(?!details)[\w-]+)/u;

/**
 * What must be there for a selector to match. What stands inside :not(), :is() and the like may be or not, and so may one of
 * several inside :has().
 */
const namedIn = remembering((selector): { classes: string[]; elements: string[]; languages: string[] } => {
  let bare = selector.replace(/\[[^\]]*\]/gu, "");
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/:has\(([^(),]*)\)/gu, " $1")
      .replace(/:(?:not|is|where)\((?:[^()]|\([^()]*\))*\)|:has\((?=[^()]*,)[^()]*\)/gu, "");
  }
  const className = /\.((?:[\w-]|\\.)+)/gu;
  const elements = bare
    .replace(className, "")
    .replace(/::?[\w-]+(?:\([^()]*\))?/gu, "")
    .match(/[a-z][\w-]*/giu);
  return {
    classes: [...bare.matchAll(className)].map(([, name = ""]) => name.replace(/\\/gu, "")),
    elements: [
      ...(elements ?? []).map((name) => name.toLowerCase()).filter((name) => !everywhere.has(name)),
      ...(ofFields.test(bare) ? ["input"] : []),
    ],
    languages: [...bare.matchAll(/:lang\(([\w-]+)\)/gu)].map(([, range = ""]) => range.toLowerCase()),
  };
});

/** The properties that a framework sets for rules of its own, where none of those is left; their names begin with "--tw-". */
function removeUnused(part: Root): void {
  const used = new Set<string>();
  part.walkDecls(({ value }) => {
    for (const [, name = ""] of value.matchAll(/var\((--tw-[\w-]+)/gu)) used.add(name);
  });
  part.walkDecls(/^--tw-/u, (declaration) => {
    if (!used.has(declaration.prop)) removeWithParents(declaration);
  });
}

function removeWithParents(node: ChildNode): void {
  const { parent } = node;
  node.remove();
  if (parent && parent.type !== "root" && parent.nodes?.length === 0) removeWithParents(parent as ChildNode);
}
