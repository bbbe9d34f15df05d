import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

/** A printed page with something of it taken away or added. */
export type Variant = { readonly name: string; readonly change: (html: string) => string };

/** Each technique alone: what the page would be without it. */
export const withoutTechnique: readonly Variant[] = [
  {
    name: "styles in a file",
    change: (html) =>
      html.replace(
        /<style>.*?<\/style>/su,
        ["data-faces", "data-styles"].map((name) => `<link rel="stylesheet" href="${attribute(html, name)}">`).join(""),
      ),
  },
  { name: "letters on the first page", change: withLetters },
  {
    name: "no stand-in fonts",
    change: (html) => html.replace(/@font-face\s*\{[^}]*size-adjust[^}]*\}/gu, ""),
  },
  {
    name: "picture not hurried",
    change: (html) =>
      html.replace(/<link rel="preload" as="image"[^>]*>/gu, "").replace(/ fetchpriority="high"/giu, ""),
  },
  { name: "app at once", change: startingNow },
  {
    name: "no speculation",
    change: (html) => html.replace(/<script [^>]*data-speculation>.*?<\/script>\n?/su, ""),
  },
  {
    name: "speculation at once",
    change: (html) => html.replace(/<script [^>]*data-speculation>/u, '<script type="speculationrules">'),
  },
  { name: "data not inlined", change: withoutFiles },
];

/** The app as it would be without pages: an empty place that it fills as soon as it has come. */
export const clientRendered: Variant = {
  name: "client-rendered",
  change: (html) =>
    startingNow(withoutFiles(html))
      .replace(/<link rel="preload" as="image"[^>]*>/gu, "")
      .replace(/(<div id="reader"[^>]*>).*<\/div>/su, "$1</div>"),
};

/** The page without the app: the browser makes every move alone. */
export const neverStarted: Variant = {
  name: "app never",
  change: (html) => html.replace(/<script type="module">.*?<\/script>\n?/su, ""),
};

/** A page that a bench must find slower: the main thread stands still for 200 ms, and 40 kB come along that nobody needs. */
export const slowed: Variant = {
  name: "slowed on purpose",
  change: (html) => {
    let hash = "";
    let ballast = "";
    for (let at = 0; ballast.length < 40_000; at += 1) {
      hash = createHash("sha512").update(`${hash}${at}`).digest("base64");
      ballast += hash;
    }
    const wait = "for (const end = performance.now() + 200; performance.now() < end; );";
    return html.replace("</head>", `<script>${wait}</script><!-- ${ballast} --></head>`);
  },
};

/** Variants that a module names, to try what is not there yet: it exports `variants`. */
export async function variantsIn(module: string | undefined): Promise<readonly Variant[]> {
  if (module === undefined) return [];
  const { variants } = (await import(pathToFileURL(module).href)) as { variants: readonly Variant[] };
  return variants;
}

/** The page of a variant. It fails when there was nothing to change: the variant would measure nothing. */
export function varied({ name, change }: Variant, html: string): string {
  const changed = change(html);
  if (changed === html) throw new Error(`“${name}” finds nothing to change in the page.`);
  return withPolicy(changed);
}

function startingNow(html: string): string {
  return html.includes('data-start="now"')
    ? html
    : html.replace('<div id="reader"', '<div id="reader" data-start="now"');
}

/** Set in the letters of the house as soon as they are there, which are asked for behind what is read. */
function withLetters(html: string): string {
  const preloads = attribute(html, "data-letters")
    .split(" ")
    .map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>\n`);
  return html
    .replace('<style media="(scripting: none)" data-letters', "<style data-letters")
    .replace('<script type="module">', (start) => preloads.join("") + start);
}

function withoutFiles(html: string): string {
  return html.replace(/<script type="application\/json" id="edition-files">.*?<\/script>\n?/su, "");
}

/** The page's policy names what stands in it by hashes. */
function withPolicy(html: string): string {
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(
      ([, content = ""]) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`,
    );
  const scripts = hashes(/<script(?! type="application\/)[^>]*>(.*?)<\/script>/gsu);
  const styles = hashes(/<style[^>]*>(.*?)<\/style>/gsu);
  return html
    .replace(/script-src [^;]*/u, `script-src 'self' ${scripts.join(" ")}`)
    .replace(/style-src [^;]*/u, `style-src 'self' ${styles.join(" ")}`);
}

export function attribute(html: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`, "u").exec(html)?.[1] ?? "";
}
