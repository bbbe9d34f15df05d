import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { chromiumArguments, chromiumPath } from "../e2e/chromium.ts";

/** A Chromium that listens for who drives it. */
export type Chromium = { readonly endpoint: string; readonly port: number; readonly close: () => Promise<void> };

/** One that is driven from here. */
export type BenchBrowser = { readonly browser: Browser; readonly close: () => Promise<void> };

/**
 * Starts a Chromium with nothing switched off that a reader's has on: Playwright's usual arguments do without the back/forward
 * cache, among others.
 */
export async function startChromium(): Promise<Chromium> {
  const path = await chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "--mute-audio"];
  const environment = { ...process.env, ...fontsOfMachine(folder) };
  const running = spawn(path, [...own, ...chromiumArguments, "about:blank"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const endpoint = await new Promise<string>((found, failed) => {
    let said = "";
    running.stderr.on("data", (more) => {
      said += String(more);
      const address = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (address) found(address);
    });
    running.once("exit", (code) => failed(new Error(`Chromium ended with ${code}: ${said}`)));
    running.once("error", failed);
  });
  return {
    endpoint,
    port: Number(new URL(endpoint).port),
    close: async () => {
      const ended = new Promise((done) => running.once("exit", done));
      running.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function openBrowser(): Promise<BenchBrowser> {
  const { endpoint, close } = await startChromium();
  const browser = await chromium.connectOverCDP(endpoint);
  const end = async () => {
    await browser.close();
    await close();
  };
  return { browser, close: end };
}

/** The packaged Chromium has one font of its own; the stand-ins of a page look for those that machines have. */
function fontsOfMachine(folder: string): Record<string, string> {
  const packaged = process.env["FONTCONFIG_PATH"];
  if (!packaged) return {};
  const file = join(folder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${packaged}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

/** What a page is opened with: how much slower the processor is, and a network. */
export type Conditions = { readonly processor: number; readonly network?: Network };
type Network = { readonly latency: number; readonly kilobitsDown: number; readonly kilobitsUp: number };

/**
 * Slow 4G (150 ms there and back, 1.6 Mbit/s) as Lighthouse applies it under the name "devtools throttling": every request waits
 * 3.75 times as long, which stands for the connection as well, and nine tenths of the width are left.
 */
const slow4G: Network = { latency: 562.5, kilobitsDown: 1_474.56, kilobitsUp: 675 };
export const slowPhone: Conditions = { processor: 4, network: slow4G };
/** For pages that are slowed from outside, or not at all. */
export const slowProcessor: Conditions = { processor: 4 };

/** The telephone of Lighthouse's mobile preset. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

export type OpenPage = {
  readonly page: Page;
  readonly session: CDPSession;
  readonly context: BrowserContext;
};

/** What runs these files marks functions with their names by a helper, which a page that they are handed to has not. */
const nameless = "globalThis.__name ??= (named) => named;";

/** Does something with a page of a browser that has seen nothing yet. */
export async function withPhone<Outcome>(
  { browser }: BenchBrowser,
  conditions: Conditions,
  work: (open: OpenPage) => Promise<Outcome>,
): Promise<Outcome> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.addInitScript(nameless);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await apply(session, conditions);
    return await work({ page, session, context });
  } finally {
    await context.close();
  }
}

export async function apply(session: CDPSession, { processor, network }: Conditions): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: network?.latency ?? 0,
    downloadThroughput: network ? bytesASecond(network.kilobitsDown) : -1,
    uploadThroughput: network ? bytesASecond(network.kilobitsUp) : -1,
  });
}

function bytesASecond(kilobits: number): number {
  return (kilobits * 1_024) / 8;
}
