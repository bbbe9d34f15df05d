import { checks } from "./audit-checks.ts";
import { expectAccessible } from "./axe.ts";
import { pageTypes } from "./page-types.ts";
import { openRunning } from "./running.ts";
import { printedPort, urduPort } from "./sites.ts";
import { expect, test } from "./watched.ts";

/** One page of every template, in an English newsroom and in one that works in Urdu. */
const audited = [
  "front",
  "a section",
  "all topics",
  "an article with a table and several pictures",
  "an Urdu article",
  "a search",
  "saved stories",
  "catching up",
  "reading offline",
  "reading settings",
  "the page that opens files",
  "an address that names nothing",
] as const;
const newsrooms = { English: printedPort, Urdu: urduPort };
const axe = { criteria: "STR-01 STR-02 MOB-02", about: "every rule of axe" };
const found = new Map<string, string[]>([axe, ...checks].map(({ criteria }) => [criteria, []]));

test.skip(({ isMobile }) => Boolean(isMobile), "it changes the window itself");

for (const [language, port] of Object.entries(newsrooms))
  for (const name of audited)
    test(`${language}: ${name} meets every criterion that a machine can see`, async ({ page }) => {
      const note = (criteria: string, faults: readonly string[]) =>
        found.get(criteria)?.push(...faults.map((fault) => `${language}, ${name}: ${fault}`));
      await openRunning(page, `http://localhost:${port}${pageTypes[name]}`);
      await page.waitForLoadState("networkidle");
      await expectAccessible(page).catch((problem: unknown) => note(axe.criteria, [String(problem).slice(0, 2_000)]));
      for (const { criteria, faults } of checks) note(criteria, await faults(page));
      const own = [...found].flatMap(([criteria, faults]) =>
        faults.filter((fault) => fault.startsWith(`${language}, ${name}:`)).map((fault) => `${criteria} ${fault}`),
      );
      expect(own).toEqual([]);
    });

test.afterAll(() => {
  const rows = [axe, ...checks].map(({ criteria, about }) => {
    const faults = found.get(criteria) ?? [];
    return `${criteria.padEnd(24)}${about.padEnd(42)}${faults.length === 0 ? "holds" : `${faults.length} faults`}`;
  });
  if (process.env["AUDIT"]) console.log(`\n${rows.join("\n")}\n`);
});
