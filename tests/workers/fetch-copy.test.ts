import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fetchBytes, fetchCopy, readRetryAfter } from "#workers/fetch-copy.ts";

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/feed.json`;
}

test("a feed comes with its bytes and the version that its server gives it", async () => {
  const url = await serving((_request, response) => response.setHeader("etag", '"1"').end("{}"));
  expect(await fetchCopy(url)).toEqual({ kind: "copy", bytes: new TextEncoder().encode("{}"), etag: '"1"' });
});

test("a feed whose version is known is unchanged", async () => {
  const url = await serving((_request, response) => response.setHeader("etag", '"1"').end("{}"));
  expect(await fetchCopy(url, { etag: '"1"' })).toEqual({ kind: "unchanged" });
  expect(await fetchCopy(url, { etag: '"0"' })).toMatchObject({ kind: "copy" });
});

test("asking sends nothing that a server on another site would have to allow first", async () => {
  const sent: IncomingMessage["headers"][] = [];
  const url = await serving(({ headers }, response) => {
    sent.push(headers);
    response.end("{}");
  });
  await fetchCopy(url, { etag: '"1"' });
  expect(sent[0]?.accept).toContain("application/feed+json");
  expect(sent[0]).not.toHaveProperty("if-none-match");
  expect(sent[0]).not.toHaveProperty("cookie");
});

test("a feed that is gone for good is told apart from one that cannot be had now", async () => {
  const answering = (status: number, headers: Record<string, string> = {}) =>
    serving((_request, response) => response.writeHead(status, headers).end());
  expect(await fetchCopy(await answering(410))).toEqual({ kind: "gone" });
  expect(await fetchCopy(await answering(404))).toEqual({
    kind: "unreachable",
    found: "not to be had: the server answered 404",
  });
  for (const status of [429, 503]) {
    expect(await fetchCopy(await answering(status, { "retry-after": "120" }))).toEqual({
      kind: "unreachable",
      found: `not to be had: the server answered ${status}`,
      retryAfter: 120_000,
    });
  }
});

test("a server that is not there is unreachable, and that is all that a page is told", async () => {
  expect(await fetchCopy("http://localhost:9/feed.json")).toMatchObject({
    kind: "unreachable",
    found: expect.stringContaining("no network, no such server") as string,
  });
});

test("a feed that is larger than any feed is not read to its end", async () => {
  let sent = 0;
  const url = await serving((_request, response) => {
    const chunk = Buffer.alloc(1_000_000);
    const send = () => {
      while (sent < 1_000 && !response.destroyed) {
        sent += 1;
        if (!response.write(chunk)) return response.once("drain", send);
      }
      return response.end();
    };
    send();
  });
  expect(await fetchCopy(url)).toEqual({ kind: "unreachable", found: "larger than 64 MB" });
  expect(sent).toBeLessThan(200);
  const announced = await serving((_request, response) => {
    response.writeHead(200, { "content-length": "65000000" }).write("{");
  });
  expect(await fetchCopy(announced)).toEqual({ kind: "unreachable", found: "larger than 64 MB" });
});

test("an empty answer is an empty file, not a failure of ours", async () => {
  const url = await serving((_request, response) => response.end());
  expect(await fetchCopy(url)).toEqual({ kind: "copy", bytes: new Uint8Array() });
});

test("a file of the edition gives its bytes, or nothing when it is not there", async () => {
  const url = await serving(({ url: path }, response) =>
    path === "/feed.json" ? response.end("file") : response.writeHead(404).end(),
  );
  expect(await fetchBytes(url, "default")).toEqual(new TextEncoder().encode("file"));
  expect(await fetchBytes(`${url}x`, "no-cache")).toBeUndefined();
  expect(await fetchBytes("http://localhost:9/x", "no-cache")).toBeUndefined();
});

test.each([
  ["120", 120_000],
  ["Wed, 28 May 2025 12:02:00 GMT", 120_000],
  ["Wed, 28 May 2025 11:00:00 GMT", undefined],
  ["0", undefined],
  ["soon", undefined],
  ["", undefined],
  ["99999999", 86_400_000],
])("Retry-After of “%s” is %s milliseconds", (text, milliseconds) => {
  expect(readRetryAfter(new Headers({ "retry-after": text }), Date.parse("2025-05-28T12:00:00Z"))).toBe(milliseconds);
});
