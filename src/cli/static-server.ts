import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { isContentNamed } from "#edition/offline.ts";
import { embedPaths } from "#widgets/embed-address.ts";
import { compressed, type Encoding, endings, isCompressible } from "./compression.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".bin": "application/octet-stream",
  ".woff2": "font/woff2",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
};
const mostRemembered = 1_000;
/** Of brotli, while somebody waits. */
const quickQuality = 6;

/**
 * Pages carry a policy of their own, by which they may run what stands in them: a header can only add what a page cannot say
 * of itself. Everything else may do nothing at all when it is opened by itself.
 */
const policies = {
  page: "frame-ancestors 'none'",
  // An embed may stand in any page, and its own policy lets it do next to nothing.
  embed: undefined,
  // A worker is held to the policy of its own script, and may have to read a feed from elsewhere.
  script: "default-src 'self'; connect-src 'self' https: http:; frame-ancestors 'none'",
  other: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
} as const;

/** On every answer. Any page may read what is served, so that feeds can be read from other sites, and show its pictures. */
const usualHeaders = {
  "access-control-allow-origin": "*",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

type Served = {
  readonly file: string;
  readonly bytes: Buffer;
  readonly etag: string;
  readonly type: string;
  readonly encodings: Map<Encoding, Buffer>;
};

/**
 * Serves a folder as a good static host does: compressed, with caching headers, and 404.html for what is not there.
 * `basePath` is where it lies on its host, as it stands in addresses: "/", "/news/".
 */
export function staticServer(folder: string, basePath: string): Server {
  const cache = new Map<string, { readonly modified: number; readonly served: Promise<Served> }>();
  const load = async (path: string): Promise<Served | undefined> => {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = cache.get(path);
    if (known?.modified === found.mtimeMs) return known.served;
    const served = readFile(path).then((bytes) => ({
      file: path,
      bytes,
      etag: createHash("sha256").update(bytes).digest("base64url").slice(0, 22),
      type: types[extname(path).toLowerCase()] ?? "application/octet-stream",
      encodings: new Map<Encoding, Buffer>(),
    }));
    const [oldest] = cache.keys();
    if (oldest !== undefined && cache.size >= mostRemembered) cache.delete(oldest);
    cache.set(path, { modified: found.mtimeMs, served });
    return served;
  };
  return createServer((request, response) => {
    answer(request, response, folder, basePath, load).catch((problem: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`This page could not be served: ${String(problem)}\n`);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  basePath: string,
  load: (path: string) => Promise<Served | undefined>,
): Promise<void> {
  for (const [name, value] of Object.entries(usualHeaders)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD")
    return plain(response, 405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  const [address = "/"] = (request.url ?? "/").split("?");
  const path = decoded(address);
  if (path === undefined) return plain(response, 400, "The address is damaged.");
  const base = decodeURIComponent(basePath);
  if (!path.startsWith(base)) return redirect(response, path === "/" || `${path}/` === base ? basePath : undefined);
  const inside = normalize(path.slice(base.length));
  // "..", which leads out of the folder, and what is hidden in it.
  if (inside.split(sep).some((part) => part.startsWith(".") && part !== ".")) return plain(response, 404, "Not found.");
  const file = join(folder, inside);
  const served = (extname(inside) === "" ? await load(join(file, "index.html")) : undefined) ?? (await load(file));
  if (served) return send(request, response, served, 200, inside);
  const embedMissing = isEmbed(inside) ? await load(join(folder, embedPaths.missing)) : undefined;
  if (embedMissing) return send(request, response, embedMissing, 404, inside);
  // A missing file is missing; only an address that a reader could have typed gets the page that says so.
  if (extname(inside) !== "") return plain(response, 404, "Not found.");
  return send(request, response, await load(join(folder, "404.html")), 404, inside);
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served | undefined,
  status: number,
  path: string,
): Promise<void> {
  if (!served) return plain(response, 404, "Not found.");
  response.setHeader("content-type", served.type);
  const policy = isEmbed(path) ? policies.embed : policyFor(served.type);
  if (policy !== undefined) response.setHeader("content-security-policy", policy);
  // Pages that are isolated from all others only hold frames that are so too, and fetch pictures without cookies.
  else response.setHeader("cross-origin-embedder-policy", "credentialless");
  response.setHeader("cache-control", isContentNamed(path) ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("vary", "accept-encoding");
  const encoding = isCompressible(served.file, served.bytes.length) ? acceptedEncoding(request) : undefined;
  const etag = `"${served.etag}${encoding ? `-${encoding}` : ""}"`;
  response.setHeader("etag", etag);
  if (status === 200 && isKnown(etag, request.headers["if-none-match"])) {
    response.writeHead(304).end();
    return;
  }
  const bytes = encoding ? await encoded(served, encoding) : served.bytes;
  if (encoding) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The documents that may stand in anybody's page. */
function isEmbed(path: string): boolean {
  return /^embed\/v1\/.+\.html$/u.test(path);
}

function policyFor(type: string): string {
  if (type.startsWith("text/html")) return policies.page;
  return type.startsWith("text/javascript") ? policies.script : policies.other;
}

/** Whether one of the versions that the browser has is this one. */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = ifNoneMatch?.split(",").map((one) => one.trim().replace(/^W\//u, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}

function acceptedEncoding(request: IncomingMessage): Encoding | undefined {
  const accepted = String(request.headers["accept-encoding"] ?? "")
    .split(",")
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/u.test(one))
    .map((one) => one.split(";")[0]?.trim());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : undefined;
}

/** What was laid compressed beside the file, unless that has changed since; otherwise it is compressed now. */
async function encoded({ file, bytes, encodings }: Served, encoding: Encoding): Promise<Buffer> {
  const known = encodings.get(encoding);
  if (known) return known;
  const made = (await printedBeside(file, endings[encoding])) ?? (await compressed(bytes, encoding, quickQuality));
  encodings.set(encoding, made);
  return made;
}

async function printedBeside(file: string, ending: string): Promise<Buffer | undefined> {
  const [plain, beside] = await Promise.all([file, file + ending].map((path) => stat(path).catch(() => undefined)));
  return plain && beside && beside.mtimeMs >= plain.mtimeMs ? readFile(file + ending) : undefined;
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address).replace(/\0/gu, "");
  } catch {
    return undefined;
  }
}

function redirect(response: ServerResponse, location: string | undefined): void {
  if (location === undefined) plain(response, 404, "Not found.");
  else response.writeHead(302, { location }).end();
}

function plain(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": policies.other,
    "cache-control": "no-cache",
    ...headers,
  });
  response.end(`${text}\n`);
}
