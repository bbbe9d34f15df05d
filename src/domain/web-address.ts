/** Where an address may appear decides which schemes it may have. */
export type AddressUse = "link" | "media" | "document";

const schemes: Record<AddressUse, readonly string[]> = {
  link: ["http:", "https:", "mailto:", "tel:"],
  media: ["http:", "https:"],
  document: ["http:", "https:"],
};

const longestAddress = 4_096;

/**
 * The one place that decides whether a foreign address may be used. Relative addresses are resolved against base.
 * Without a base, a relative address is kept relative, so that it follows the edition that it was printed in.
 * User names, passwords and signs that turn the direction of text are dropped. Undefined for any other scheme, and for what is no address.
 */
export function safeAddress(text: string, use: AddressUse, base?: string): string | undefined {
  const trimmed = text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, "").trim();
  if (trimmed === "" || trimmed.length > longestAddress) return undefined;
  const placeholder = "https://relative.invalid/";
  if (!URL.canParse(trimmed, base ?? placeholder)) return undefined;
  const url = new URL(trimmed, base ?? placeholder);
  if (!schemes[use].includes(url.protocol)) return undefined;
  url.username = "";
  url.password = "";
  if (base === undefined && url.href.startsWith(placeholder)) {
    return isPlainRelative(trimmed) ? trimmed : undefined;
  }
  return url.href;
}

/**
 * The folder that a site lives in, ending in "/", of any address that somebody may write for it: that of its front page, with
 * or without what is added to it. Undefined for what is no web address.
 */
export function siteAddress(text: string): string | undefined {
  const safe = isWebAddress(text.trim()) ? safeAddress(text, "document") : undefined;
  if (safe === undefined) return undefined;
  const { origin, pathname } = new URL(safe);
  return `${origin}${pathname.replace(/\/(?:index\.html?)?$/iu, "")}/`;
}

/** Whether a name of copy is an address on the web, and no file. */
export function isWebAddress(name: string): boolean {
  return /^https?:\/\//iu.test(name);
}

/** "pictures/map.svg", "/about", "#note": no backslash tricks, no second meaning as "//host". */
function isPlainRelative(text: string): boolean {
  return !/^[\\/]{2}|\\|[\u0000-\u001f]/u.test(text) && !/^[a-z][a-z0-9+.-]*:/iu.test(text);
}
