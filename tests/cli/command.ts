import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, onTestFinished } from "vitest";
import { runCommandLine } from "#cli/command-line.ts";
import type { App } from "#cli/open-app.ts";
import type { Terminal } from "#cli/terminal.ts";
import { openPages } from "#reader/render.tsx";

const now = Date.parse("2025-12-01T12:00:00Z");

/** A folder of its own for a test, with these files in it. It is gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** All files under a folder with what is in them: two that are equal hold the same, byte for byte. */
export function contentsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "latin1")]),
  );
}

/** Stands in for the built reader, but draws pages as the built one does. */
export function standInApp(): App {
  const folder = folderOf({
    "assets/index-B1c2D3e4.js": "console.log('reader');\n".repeat(100),
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "notices.txt": "Notices",
  });
  return {
    folder,
    scriptsOf: (parts) => ["assets/index-B1c2D3e4.js", ...parts.map((part) => `assets/${part}.js`)],
    fonts: ["assets/source-serif-4-latin-wght-normal-B1c2D3e4.woff2"],
    styleSheet: "assets/index-B1c2D3e4.css",
    faceSheet: "assets/faces-B1c2D3e4.css",
    styles: "@font-face{src:url(assets/serif.woff2)}.headline{color:red}.only-elsewhere{color:blue}",
    startScript: "start()",
    restScript: "assets/rest-0123456789.js",
    settingsScript: "obey()",
    offlineWorker: ({ language, live }) => `lookAfter(${JSON.stringify({ language, live })});\n`,
    widgets: {
      styles: ".headline{font-weight:600}.only-elsewhere{color:blue}",
      script: "embed()",
      liveScript: "live()",
    },
    openPages,
  };
}

/** Not the project's own, where an earlier version of what is tested may have left something. */
const cache = mkdtempSync(join(tmpdir(), "dateline-cache-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** A terminal that remembers what was said on it, and can be interrupted. */
export function fakeTerminal(environment: Terminal["environment"] = {}) {
  const said: string[] = [];
  const warned: string[] = [];
  const interruption = new AbortController();
  const terminal: Terminal = {
    say: (line) => said.push(line),
    warn: (line) => warned.push(line),
    progress: () => undefined,
    environment: { DATELINE_CACHE: cache, ...environment },
    now: () => now,
    interrupted: interruption.signal,
  };
  return { terminal, said, warned, interrupt: () => interruption.abort() };
}

export type Outcome = { readonly code: number; readonly said: string; readonly warned: string };

/** Runs a command as typed, over an app that stands in for the built one. */
export async function dateline(...typed: readonly string[]): Promise<Outcome> {
  return datelineWith(standInApp(), typed);
}

export async function datelineWith(app: App, typed: readonly string[]): Promise<Outcome> {
  const { terminal, said, warned } = fakeTerminal();
  const code = await runCommandLine(typed, terminal, async () => app);
  return { code, said: said.join("\n"), warned: warned.join("\n") };
}

/** A picture of one colour. */
export function picture(format: "png" | "jpeg" | "webp" | "avif" | "tiff", width = 8, height = 6): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .toFormat(format)
    .toBuffer();
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
}

/** Makes a server listen, until the test is over at the latest, and gives its port. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, done));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

export function feedOf(...items: readonly object[]): string {
  const numbered = items.map((item, at) => ({ id: `${at}`, content_text: "A text of some words.", ...item }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "A feed", items: numbered });
}

export const ferryStory = ` date 2025-05-28 The ferry in the harbour on May 28, 2025. —CNA

LISBON: The ferry left the harbour on Wednesday with forty passengers on board.

It came back in the evening.
`;
