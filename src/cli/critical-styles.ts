import postcss, { type AtRule, type ChildNode, type Container, type Root } from "postcss";

/** The part of a style sheet that a page needs before anything else is fetched. */
export type CriticalStyles = (html: string) => string;

/**
 * Opens a style sheet to take from it what single pages need: the rules all of whose classes stand in the page, and the faces of
 * whose letters one stands in it. Pages that need the same share it.
 */
export function criticalStyles(sheet: string): CriticalStyles {
  const root = postcss.parse(sheet);
  const known = new Set<string>();
  root.walkRules(({ selectors }) => {
    for (const selector of selectors) for (const name of classesIn(selector)) known.add(name);
  });
  const faces = facesOf(root);
  const taken = new Map<string, string>();
  return (html) => {
    const classes = new Set([...classesOfPage(html)].filter((name) => known.has(name)));
    const letters = new Set(html.replace(/[\u0000-\u007f]+/gu, "")).add("a");
    const wanted = new Set(faces.filter(({ ranges }) => stands(ranges, letters)).map(({ rule }) => rule));
    const key = `${[...classes].sort().join(" ")}|${faces.map(({ rule }) => (wanted.has(rule) ? 1 : 0)).join("")}`;
    const before = taken.get(key);
    if (before !== undefined) return before;
    const part = root.clone();
    prune(part, root, classes, wanted);
    const text = part.toString().trim();
    taken.set(key, text);
    return text;
  };
}

type Face = { readonly rule: AtRule; readonly ranges: readonly (readonly [number, number])[] };

function facesOf(root: Root): readonly Face[] {
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
  classes: ReadonlySet<string>,
  faces: ReadonlySet<AtRule>,
): void {
  const originals = whole.nodes ?? [];
  for (const [at, node] of [...(part.nodes ?? [])].entries()) {
    const original = originals[at];
    if (node.type === "comment") node.remove();
    else if (node.type === "rule") {
      const selectors = node.selectors.filter((selector) => classesIn(selector).every((name) => classes.has(name)));
      if (selectors.length === 0) node.remove();
      else node.selectors = selectors;
    } else if (node.type === "atrule" && original?.type === "atrule" && node.nodes) {
      if (node.name === "font-face") {
        if (!faces.has(original)) node.remove();
      } else if (node.name !== "keyframes" && node.name !== "property") {
        prune(node, original, classes, faces);
        if (node.nodes.length === 0) node.remove();
      }
    }
  }
}

/** Classes that must be there for a selector to match; those inside :not(), :is() and the like may be or not. */
function classesIn(selector: string): string[] {
  let bare = selector;
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(/:(?:not|is|where|has)\([^()]*\)/gu, "");
  }
  return [...bare.matchAll(/\.((?:[\w-]|\\.)+)/gu)].map(([, name = ""]) => name.replace(/\\/gu, ""));
}

function classesOfPage(html: string): Set<string> {
  const names = new Set<string>();
  for (const [, value = ""] of html.matchAll(/\sclass="([^"]*)"/gu))
    for (const name of value.split(/\s+/u)) names.add(name);
  return names;
}
