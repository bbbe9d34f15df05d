import type { CDPSession } from "playwright-core";
import { type BenchBrowser, type Conditions, withPhone } from "./bench-browser.ts";
import { speedIndex } from "./speed-index.ts";
import { blockingTime, lastTime, layoutShift, mainThreadTime, pageTrace, traced } from "./trace.ts";

export const kindsOfBytes = ["document", "style", "script", "font", "image", "other"] as const;
export type KindOfBytes = (typeof kindsOfBytes)[number];

/** What a visit to a page with an empty cache took; milliseconds, and bytes as they came over the network, headers included. */
export type Visit = {
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly speedIndex: number;
  /** Milliseconds of work of the main thread until five seconds after everything was loaded. */
  readonly processor: number;
  readonly bytes: Readonly<Record<KindOfBytes, number>>;
  readonly requests: number;
};

/** `watched` is how long it is watched after everything was loaded. */
export async function visit(
  browser: BenchBrowser,
  url: string,
  conditions: Conditions,
  watched = 5_000,
): Promise<Visit> {
  return withPhone(browser, conditions, async ({ page, session }) => {
    const arrived = countBytes(session);
    const events = await traced(session, async () => {
      await page.goto(url, { waitUntil: "load" });
      await page.waitForTimeout(watched);
    });
    const trace = pageTrace(events, url);
    const fcp = lastTime(trace, "firstContentfulPaint") ?? Number.NaN;
    const loaded = lastTime(trace, "loadEventEnd") ?? lastTime(trace, "MarkLoad") ?? fcp;
    return {
      fcp,
      lcp: lastTime(trace, "largestContentfulPaint::Candidate") ?? Number.NaN,
      tbt: blockingTime(trace, fcp),
      cls: layoutShift(trace),
      speedIndex: (await speedIndex(trace)) ?? Number.NaN,
      processor: mainThreadTime(trace, loaded + watched),
      ...arrived(),
    };
  });
}

const kinds: Readonly<Record<string, KindOfBytes>> = {
  Document: "document",
  Stylesheet: "style",
  Script: "script",
  Font: "font",
  Image: "image",
};

function countBytes(session: CDPSession): () => Pick<Visit, "bytes" | "requests"> {
  const types = new Map<string, string>();
  const bytes: Record<KindOfBytes, number> = { document: 0, style: 0, script: 0, font: 0, image: 0, other: 0 };
  let requests = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    requests += 1;
    bytes[kinds[types.get(requestId) ?? ""] ?? "other"] += encodedDataLength;
  });
  return () => ({ bytes, requests });
}
