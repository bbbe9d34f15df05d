import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Quiet on a closed network, and able to start as root. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * A Chromium to test in: the one that CHROMIUM names, the machine's own, Playwright's, or the one that came
 * with `npm ci`. The last is unpacked once into node_modules/.cache, with the libraries that a bare machine lacks;
 * LD_LIBRARY_PATH and FONTCONFIG_PATH of this process are set for it.
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  const found = [...usualPaths, chromium.executablePath()].find((path) => existsSync(path));
  return found ?? unpackedChromium();
}

async function unpackedChromium(): Promise<string> {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  // A folder for each version: an older browser that lies there would be taken for this one.
  const { version } = JSON.parse(readFileSync(join(bin, "..", "package.json"), "utf8")) as { version: string };
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/dateline/chromium-${version}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const usualFolder = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await inflate(join(bin, "al2023.tar.br"));
    process.env["FONTCONFIG_PATH"] = join(folder, "fonts");
    setupLambdaEnvironment(join(folder, "al2023", "lib"));
    const path = await packaged.executablePath(bin);
    // The packaged settings look for fonts in a fixed folder; a browser that finds none ends at the first text field.
    writeFileSync(join(folder, "fonts", "fonts.conf"), fontSettings(join(folder, "fonts")));
    return path;
  } finally {
    if (usualFolder === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usualFolder;
  }
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}
