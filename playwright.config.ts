import { defineConfig } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "./tests/e2e/chromium.ts";
import { onDesktops, onDesktopsOnly, onPhones } from "./tests/e2e/projects.ts";
import { embedPort, livePort, offlinePort, photoPort, printedPort, urduPort } from "./tests/e2e/sites.ts";

const executablePath = await chromiumPath();
const launchOptions = { executablePath, args: chromiumArguments };

const tagged = ({ tag }: { tag: string }) => new RegExp(tag, "u");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "node_modules/.cache/dateline/test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env["CI"]),
  // A machine that is busy with something else is no fault of a page; what needed it is told of at the end.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: "node_modules/.cache/dateline/browser.json" }]],
  use: {
    baseURL: `http://localhost:${printedPort}`,
    launchOptions,
    locale: "en-GB",
    timezoneId: "UTC",
    // What stands between pages and the network has tests of its own.
    serviceWorkers: "block",
  },
  projects: [
    { name: "desktop", grepInvert: tagged(onPhones), use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grepInvert: tagged(onDesktops),
      testIgnore: onDesktopsOnly,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
  webServer: [
    {
      command: "npm start",
      url: `http://localhost:${printedPort}`,
      env: { PORT: String(printedPort) },
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      command: `tsx tests/e2e/live-site.ts ${livePort}`,
      url: `http://localhost:${livePort}`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      command: `tsx tests/e2e/photo-site.ts ${photoPort}`,
      url: `http://localhost:${photoPort}`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      command: `tsx tests/e2e/embed-site.ts ${embedPort}`,
      url: `http://localhost:${embedPort}`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      command: `tsx tests/e2e/urdu-site.ts ${urduPort}`,
      url: `http://localhost:${urduPort}`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
    {
      command: `tsx tests/e2e/offline-site.ts ${offlinePort}`,
      url: `http://localhost:${offlinePort}/news/`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
  ],
});
