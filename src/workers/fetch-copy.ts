import type { Answer, Freshness, Version } from "./outside.ts";

const longestWait = 20_000;
const mostBytes = 64_000_000;
const day = 86_400_000;

/**
 * Asks for a feed. The browser asks the server whether the feed changed since it was asked last (`no-cache`): a page may
 * not ask that itself of a server on another site without asking for permission first, which few feeds' servers give.
 */
export async function fetchCopy(url: string, known: Version = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/feed+json, application/json, */*;q=0.5" },
      credentials: "omit",
      cache: "no-cache",
      signal: AbortSignal.timeout(longestWait),
    });
    if (response.status === 410) return { kind: "gone" };
    if (!response.ok) {
      const found = `not to be had: the server answered ${response.status}`;
      const retryAfter = readRetryAfter(response.headers, Date.now());
      return { kind: "unreachable", found, ...(retryAfter !== undefined && { retryAfter }) };
    }
    const etag = response.headers.get("etag") ?? undefined;
    if (etag !== undefined && etag === known.etag) {
      await response.body?.cancel();
      return { kind: "unchanged" };
    }
    const bytes = await readAtMost(response, mostBytes);
    if (!bytes) return { kind: "unreachable", found: `larger than ${mostBytes / 1_000_000} MB` };
    return { kind: "copy", bytes, ...(etag && { etag }) };
  } catch {
    // A browser tells a page nothing about why: no network, no such server, or one that does not allow this site (CORS).
    return {
      kind: "unreachable",
      found: "unreachable: no network, no such server, or a server that does not let other sites read it (CORS)",
    };
  }
}

/** The bytes of a file of the edition. */
export async function fetchBytes(url: string, freshness: Freshness): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, {
      credentials: "same-origin",
      cache: freshness,
      signal: AbortSignal.timeout(longestWait),
    });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** The body, unless it is longer than that: then reading stops. */
async function readAtMost(response: Response, most: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const isTooLong = () => length > most || Number(response.headers.get("content-length")) > most;
  for (let part = await reader.read(); part.value && !isTooLong(); part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
  }
  if (isTooLong()) {
    await reader.cancel();
    return undefined;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Retry-After (RFC 9110, 10.2.3), seconds or a date, in milliseconds; a day at most. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const asked = headers.get("retry-after")?.trim();
  if (!asked) return undefined;
  const wait = /^\d+$/u.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - now;
  return wait > 0 ? Math.min(wait, day) : undefined;
}
