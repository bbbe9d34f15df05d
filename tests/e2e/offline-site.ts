/**
 * tsx tests/e2e/offline-site.ts <port>
 * Presses the demo edition for a path below its host and serves it there. What becomes of the site is told by an address:
 * /control/gone takes it off the network, /control/slow lets it answer nothing, /control/newer publishes it with another build
 * of the app, whose files have other names, /control/without takes the worker back as the README says, and /control/back has it
 * all as it was. Of the search index, /control/parts-missing has no parts, /control/parts-cut-off lacks their last bytes, and
 * /control/reprinted has them under the names of a new printing.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { runCommandLine } from "#cli/command-line.ts";
import { staticServer } from "#cli/static-server.ts";
import { processTerminal } from "#cli/terminal.ts";
import { sealJson, unsealJson } from "#search/seal.ts";

const port = process.argv[2] ?? "";
const site = "node_modules/.cache/dateline/offline-site";
const base = "/news/";

const pressed = await runCommandLine(
  [
    "press",
    "public/feed.json",
    "--newsroom",
    "public/newsroom.json",
    "--out",
    site,
    "--url",
    `http://localhost:${port}${base}`,
  ],
  processTerminal(),
);
if (pressed !== 0) process.exit(pressed);

let fate = "back";
/** Where in the README, split by its fences, the worker stands that takes the other one back. */
const fenced = readFileSync("README.md", "utf8")
  .split("```")
  .findIndex((part) => part.startsWith("js\n"));
const [answer] = staticServer(site, base).listeners("request") as [
  (request: IncomingMessage, to: ServerResponse) => void,
];

/** A part of the search index, by the stamp in its name. */
const partOfIndex = /\/search\/([0-9a-f]{16})-(?=[^/]+$)/u;
const root = `${site}/search/root.json`;
const newStamp = "f".repeat(16);

/** Answers what the search index is asked for as it fares; false for all other requests. */
function isAnsweredByIndex(request: IncomingMessage, response: ServerResponse): boolean {
  const { version, sum: _sum, ...printed } = unsealJson(readFileSync(root));
  const [, stamp] = partOfIndex.exec(request.url ?? "") ?? [];
  if (fate === "reprinted") {
    const isRoot = request.url?.endsWith("/search/root.json") ?? false;
    if (isRoot) response.end(sealJson(version, { ...printed, stamp: newStamp }));
    else if (stamp === newStamp)
      request.url = request.url?.replace(partOfIndex, `/search/${String(printed["stamp"])}-`) ?? "";
    else if (stamp !== undefined) response.writeHead(404).end();
    return isRoot || (stamp !== undefined && stamp !== newStamp);
  }
  if (stamp === undefined || !fate.startsWith("parts-")) return false;
  if (fate === "parts-missing") response.writeHead(404).end();
  else {
    const whole = readFileSync(site + (request.url?.slice(base.length - 1) ?? ""));
    response.setHeader("cache-control", "public, max-age=31536000, immutable");
    response.end(whole.subarray(0, -5));
  }
  return true;
}

createServer((request, response) => {
  const [, asked] = /^\/control\/([\w-]+)$/u.exec(request.url ?? "") ?? [];
  if (asked) {
    fate = asked;
    response.end("done");
    return;
  }
  if (fate === "gone") {
    request.socket.destroy();
    return;
  }
  if (fate === "slow" || isAnsweredByIndex(request, response)) return;
  if (fate === "without" && request.url?.endsWith("/service-worker.js")) {
    response.setHeader("content-type", "text/javascript");
    response.end(readFileSync("README.md", "utf8").split("```")[fenced]?.slice("js\n".length));
    return;
  }
  if (fate !== "newer") {
    answer(request, response);
    return;
  }
  // Another build: every script of the old one is gone, and the worker is for files of other names.
  if (/\/assets\/.*\.js$/u.test(request.url ?? "")) {
    response.writeHead(404).end();
    return;
  }
  if (request.url?.endsWith("/service-worker.js")) {
    const app = { version: "newer", files: [], first: [], absent: [] };
    response.setHeader("content-type", "text/javascript");
    response.end(`self.datelineApp=${JSON.stringify(app)};self.addEventListener("message",({data,ports})=>{
      if(data.kind==="take-over")self.skipWaiting();
      ports[0]?.postMessage(data.kind==="knows"?{kind:"knows",isKnown:false}:{kind:"done"})});`);
    return;
  }
  answer(request, response);
}).listen(Number(port));
