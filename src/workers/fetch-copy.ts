import type { Fetched } from "#wire/follow-feed.ts";
import type { Version } from "./outside.ts";

const longestWait = 20_000;
const mostBytes = 64_000_000;

/** Asks for a feed. A server that knows the version that we have sends nothing again. */
export async function fetchCopy(url: string, known: Version = {}): Promise<Fetched> {
  const headers = new Headers({ accept: "application/feed+json, application/json, */*;q=0.5" });
  if (known.etag) headers.set("if-none-match", known.etag);
  if (known.lastModified) headers.set("if-modified-since", known.lastModified);
  try {
    const response = await fetch(url, {
      headers,
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(longestWait),
    });
    if (response.status === 304) return { kind: "unchanged" };
    if (response.status === 410) return { kind: "gone" };
    if (!response.ok) return { kind: "unreachable", found: `not to be had: the server answered ${response.status}` };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > mostBytes) return { kind: "unreachable", found: `larger than ${mostBytes / 1_000_000} MB` };
    const etag = response.headers.get("etag");
    const lastModified = response.headers.get("last-modified");
    return { kind: "copy", bytes, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  } catch {
    // A browser tells a page nothing about why: no network, no such server, or one that does not allow this site (CORS).
    return {
      kind: "unreachable",
      found: "unreachable: no network, no such server, or a server that does not let other sites read it (CORS)",
    };
  }
}

/** The bytes of a file of the edition. Its name tells its content, so the browser may keep it. */
export async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, { credentials: "same-origin", signal: AbortSignal.timeout(longestWait) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
