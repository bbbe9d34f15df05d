import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { staticServer } from "#cli/static-server.ts";
import { folderOf, listening } from "./command.ts";

const long = "A long line of text. ".repeat(200);
const site = {
  "index.html": `<p>front</p>${long}`,
  "404.html": "<p>There is no page at this address.</p>",
  "articles/ferry/index.html": "<p>ferry</p>",
  "articles/فیری/index.html": "<p>فیری</p>",
  "articles/ferry.json": `{"ferry":true}`,
  "feed.json": long,
  "manifest.json": "{}",
  "assets/index-B1c2D3e4.js": long,
  "assets/style.css": "p{}",
  "search/0123456789abcdef-words-0.bin": long,
  "search/root.json": "{}",
  "pictures/pier-0123456789.png": "png",
  "pictures/map-0123456789.svg": `<svg>${long}</svg>`,
  "fonts/serif-B1c2D3e4.woff2": "font",
  ".htpasswd": "secret",
  CNAME: "courier.example",
};

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

/** Serves the site, and asks for paths as they stand: no browser tidies them first. */
async function serving(basePath = "/", folder = folderOf(site)) {
  const server = staticServer(folder, basePath);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<Answer>((done, fail) => {
      const asking = request({ port, path, headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
        });
      });
      asking.on("error", fail).end();
    });
  return { ask, folder };
}

test.each([
  ["/", "text/html; charset=utf-8"],
  ["/articles/ferry", "text/html; charset=utf-8"],
  ["/articles/ferry/", "text/html; charset=utf-8"],
  ["/articles/ferry?from=front", "text/html; charset=utf-8"],
  ["/articles/%D9%81%DB%8C%D8%B1%DB%8C", "text/html; charset=utf-8"],
  ["/articles/ferry.json", "application/json; charset=utf-8"],
  ["/assets/index-B1c2D3e4.js", "text/javascript; charset=utf-8"],
  ["/assets/style.css", "text/css; charset=utf-8"],
  ["/pictures/pier-0123456789.png", "image/png"],
  ["/pictures/map-0123456789.svg", "image/svg+xml"],
  ["/fonts/serif-B1c2D3e4.woff2", "font/woff2"],
  ["/search/0123456789abcdef-words-0.bin", "application/octet-stream"],
  ["/CNAME", "application/octet-stream"],
])("%s is there, as %s", async (path, type) => {
  const { ask } = await serving();
  const { status, headers } = await ask(path);
  expect([status, headers["content-type"]]).toEqual([200, type]);
});

test("an address that names nothing gets the page that says so, and a file that is missing does not", async () => {
  const { ask } = await serving();
  const page = await ask("/articles/no-such-thing");
  expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  expect(page.body.toString()).toContain("There is no page at this address.");
  for (const path of ["/assets/index-gone1234.js", "/articles/gone.json", "/pictures/gone.png", "/index.php"]) {
    const { status, headers, body } = await ask(path);
    expect([path, status, headers["content-type"], body.toString()]).toEqual([
      path,
      404,
      "text/plain; charset=utf-8",
      "Not found.\n",
    ]);
  }
});

test("nothing outside the site is served, however it is asked for", async () => {
  const folder = folderOf({ "secret.txt": "secret", "site/index.html": "front", "site/.env": "secret" });
  const { ask } = await serving("/", join(folder, "site"));
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/articles/../../secret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "//../secret.txt",
    "/%00/../../secret.txt",
    "/.env",
    "/%2eenv",
    "/./.env",
    `${folder}/secret.txt`,
    `/${folder}/secret.txt`,
  ]) {
    const { status, body } = await ask(path);
    expect([path, status === 404 || status === 400, body.includes("secret")]).toEqual([path, true, false]);
  }
});

test("an address that is damaged is told so", async () => {
  const { ask } = await serving();
  expect((await ask("/%E0%A4%A")).status).toBe(400);
});

test("files whose names tell their content may be kept for ever, all others are asked for again", async () => {
  const { ask } = await serving();
  for (const path of [
    "/assets/index-B1c2D3e4.js",
    "/search/0123456789abcdef-words-0.bin",
    "/pictures/pier-0123456789.png",
  ]) {
    expect((await ask(path)).headers["cache-control"], path).toBe("public, max-age=31536000, immutable");
  }
  for (const path of [
    "/",
    "/articles/ferry",
    "/feed.json",
    "/manifest.json",
    "/search/root.json",
    "/no-such-thing",
    "/gone.js",
  ]) {
    expect((await ask(path)).headers["cache-control"], path).toBe("no-cache");
  }
});

test("text is compressed as the browser asks, and small files and pictures are not", async () => {
  const { ask } = await serving();
  const encodingOf = async (path: string, accepted: string) =>
    (await ask(path, { "accept-encoding": accepted })).headers["content-encoding"];
  expect(await encodingOf("/feed.json", "gzip, deflate, br, zstd")).toBe("br");
  expect(await encodingOf("/feed.json", "gzip, deflate")).toBe("gzip");
  expect(await encodingOf("/feed.json", "br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(await encodingOf("/feed.json", "identity")).toBeUndefined();
  expect(await encodingOf("/pictures/map-0123456789.svg", "br")).toBe("br");
  expect(await encodingOf("/pictures/pier-0123456789.png", "br")).toBeUndefined();
  expect(await encodingOf("/manifest.json", "br")).toBeUndefined();
  const br = await ask("/feed.json", { "accept-encoding": "br" });
  const gzip = await ask("/feed.json", { "accept-encoding": "gzip" });
  expect(brotliDecompressSync(br.body).toString()).toBe(long);
  expect(gunzipSync(gzip.body).toString()).toBe(long);
  expect(br.headers["vary"]).toBe("accept-encoding");
  expect(br.headers["content-length"]).toBe(String(br.body.length));
  expect(br.headers["etag"]).not.toBe(gzip.headers["etag"]);
});

test("what lies compressed beside a file is sent as it lies, unless the file has changed since", async () => {
  const beside = brotliCompressSync("printed before");
  const folder = folderOf({ ...site, "feed.json.br": beside });
  const { ask } = await serving("/", folder);
  expect((await ask("/feed.json", { "accept-encoding": "br" })).body).toEqual(beside);
  utimesSync(join(folder, "feed.json"), Date.now() / 1000 + 60, Date.now() / 1000 + 60);
  const { body } = await ask("/feed.json", { "accept-encoding": "br" });
  expect(brotliDecompressSync(body).toString()).toBe(long);
});

test("a file that did not change is not sent again", async () => {
  const { ask, folder } = await serving();
  const first = await ask("/feed.json");
  const etag = first.headers["etag"] ?? "";
  for (const known of [etag, `"other", ${etag}`, `W/${etag}`]) {
    const again = await ask("/feed.json", { "if-none-match": known });
    expect([again.status, again.body.length, again.headers["etag"]]).toEqual([304, 0, etag]);
    expect(again.headers["cache-control"]).toBe("no-cache");
  }
  expect((await ask("/feed.json", { "if-none-match": '"other"' })).status).toBe(200);
  writeFileSync(join(folder, "feed.json"), "changed");
  const changed = await ask("/feed.json", { "if-none-match": etag });
  expect([changed.status, changed.body.toString()]).toEqual([200, "changed"]);
});

test("HEAD says what GET would, without the file", async () => {
  const { ask } = await serving();
  const head = await ask("/feed.json", {}, "HEAD");
  const get = await ask("/feed.json");
  expect([head.status, head.body.length]).toEqual([200, 0]);
  for (const name of ["content-type", "content-length", "etag", "cache-control"]) {
    expect(head.headers[name], name).toBe(get.headers[name]);
  }
  expect((await ask("/no-such-thing", {}, "HEAD")).status).toBe(404);
});

test("anything but GET and HEAD is refused", async () => {
  const { ask } = await serving();
  const { status, headers } = await ask("/feed.json", {}, "POST");
  expect([status, headers["allow"]]).toEqual([405, "GET, HEAD"]);
});

test("every answer carries the headers that keep readers safe, and lets other sites read the feed", async () => {
  const { ask } = await serving();
  for (const path of ["/", "/feed.json", "/no-such-thing", "/gone.js"]) {
    const { headers } = await ask(path);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["access-control-allow-origin"]).toBe("*");
  }
});

test("a page’s own policy stands, and whatever is no page may run nothing when it is opened by itself", async () => {
  const { ask } = await serving();
  expect((await ask("/")).headers["content-security-policy"]).not.toContain("src");
  expect((await ask("/feed.json")).headers["content-security-policy"]).toMatch(/default-src 'none';.*sandbox/u);
});

test("a site below a path is served below it, and the bare host leads there", async () => {
  const { ask } = await serving("/news/");
  expect((await ask("/news/articles/ferry")).status).toBe(200);
  expect((await ask("/news/")).body.toString()).toContain("front");
  for (const path of ["/", "/news"]) {
    const { status, headers } = await ask(path);
    expect([path, status, headers["location"]]).toEqual([path, 302, "/news/"]);
  }
  expect((await ask("/articles/ferry")).status).toBe(404);
  expect((await ask("/newsletter")).status).toBe(404);
});

test("a site below a path that is not in ASCII is served there too", async () => {
  const { ask } = await serving("/nyheter/%C3%A5r/");
  expect((await ask("/nyheter/%C3%A5r/articles/ferry")).status).toBe(200);
  expect((await ask("/")).headers["location"]).toBe("/nyheter/%C3%A5r/");
});

test("a folder without a page, and one with a file's ending, are not found", async () => {
  const { ask, folder } = await serving();
  mkdirSync(join(folder, "feed.d"));
  symlinkSync(join(folder, "feed.json"), join(folder, "linked.json"));
  expect((await ask("/assets")).status).toBe(404);
  expect((await ask("/feed.d")).status).toBe(404);
  expect((await ask("/feed.json/")).status).toBe(404);
  expect((await ask("/linked.json")).status).toBe(200);
});

test("an embed may stand in anybody’s page, also in an isolated one, and nothing else may", async () => {
  const { ask } = await serving(
    "/",
    folderOf({ ...site, "embed/index.html": "builder", "embed/v1/card/ferry.html": "<p>card</p>", "embed/v1.js": "1" }),
  );
  const card = await ask("/embed/v1/card/ferry.html?theme=dark");
  expect(card.headers["content-security-policy"]).toBeUndefined();
  expect(card.headers["cross-origin-embedder-policy"]).toBe("credentialless");
  expect(card.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  for (const path of [
    "/",
    "/articles/ferry",
    "/embed",
    "/embed/",
    "/embed/v1.js",
    "/articles/ferry.json",
    "/no-such-page",
  ])
    expect([path, (await ask(path)).headers["content-security-policy"]]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
});

test("an embed that is not there says so in its frame", async () => {
  const { ask } = await serving("/", folderOf({ ...site, "embed/v1/missing.html": "<p>not here</p>" }));
  const { status, body, headers } = await ask("/embed/v1/card/gone.html");
  expect([status, body.toString(), headers["content-security-policy"]]).toEqual([404, "<p>not here</p>", undefined]);
});
