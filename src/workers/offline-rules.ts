import { isContentNamed } from "#edition/offline.ts";
import { printedPage } from "#edition/rendered-page.ts";

/** How a request is answered. */
export type Handling =
  /** A page: the network's, or when that is slow or gone the stored one, or the page that the app fills. */
  | "page"
  /** What may change under its name: the network's, or the stored one. */
  | "fresh"
  /** What never changes under its name: the stored one, or the network's. */
  | "lasting"
  /** A picture from elsewhere: as if it never changed. */
  | "foreign-picture"
  /** Left to the browser. */
  | "none";

type Asked = Pick<Request, "method" | "url" | "mode" | "destination">;

/** `scope` is the address of the site's root. Recordings are left to the browser, which asks for parts of them. */
export function handlingOf({ method, url, mode, destination }: Asked, scope: string): Handling {
  if (method !== "GET" || destination === "audio" || destination === "video") return "none";
  const path = pathIn(url, scope);
  if (path === undefined) {
    if (destination === "image") return "foreign-picture";
    // A feed that is read live lies elsewhere.
    return /^https?:/u.test(url) && mode === "cors" && destination === "" ? "fresh" : "none";
  }
  if (path.startsWith("embed/v1") || /^(?:service-worker\.js|pressed\.json)$/u.test(path)) return "none";
  if (mode === "navigate") return destination === "document" && !/\.\w+$/u.test(path) ? "page" : "none";
  return isContentNamed(path) ? "lasting" : "fresh";
}

/** The path of an address under the site's root, without what follows it; undefined for any other. */
export function pathIn(url: string, scope: string): string | undefined {
  const plain = url.replace(/[?#].*$/u, "");
  return plain.startsWith(scope) ? plain.slice(scope.length) : undefined;
}

/** What a page is stored under: one address, however links wrote it. Nothing behind a question mark changes its HTML. */
export function pageAddress(url: string): string {
  const plain = url.replace(/[?#].*$/u, "");
  return `${plain.replace(/(?:\/index\.html|\/+)$/u, "")}/`;
}

/** The same photograph in another width or format: what its addresses have in common. */
export function photographOf(url: string): string | undefined {
  return /^(.+-[0-9a-f]{10,})-\d+\.\w+$/u.exec(url)?.[1];
}

/** The edition's files that a printed page carries, by path. */
export function filesInPage(html: string): readonly (readonly [path: string, text: string])[] {
  const opening = `<script type="application/json" id="${printedPage.filesId}">`;
  const from = html.indexOf(opening);
  if (from < 0) return [];
  try {
    const json = html.slice(from + opening.length, html.indexOf("</script>", from));
    return JSON.parse(json) as [string, string][];
  } catch {
    return [];
  }
}
