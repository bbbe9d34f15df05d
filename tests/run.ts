/**
 * `npm test`: every check and every test, the browser's included, and one closing line.
 * A check counts as one test. Goes on after a failure, so that one run tells everything.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const cache = "node_modules/.cache/dateline";
mkdirSync(cache, { recursive: true });

type Tally = { passed: number; failed: number; unsteady?: number };

function run(command: string): boolean {
  console.log(`\n▸ ${command}`);
  return spawnSync(command, { shell: true, stdio: "inherit" }).status === 0;
}

function check(command: string): Tally {
  return run(command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a test runner that leaves its report in a file. A runner that fails without one counts as one failure. */
function suite(command: string, report: string, read: (report: never) => Tally): Tally {
  rmSync(report, { force: true });
  const fine = run(command);
  try {
    const tally = read(JSON.parse(readFileSync(report, "utf8")) as never);
    return fine || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const tallies = [
  check("tsc -b"),
  check("biome check --error-on-warnings ."),
  check("oxlint --type-aware --deny-warnings"),
  check("knip"),
  check("vite build --logLevel warn"),
  check("size-limit"),
  suite(
    `vitest run --reporter=default --reporter=json --outputFile.json=${cache}/vitest.json`,
    `${cache}/vitest.json`,
    (report: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  ),
  suite(
    "playwright test",
    `${cache}/browser.json`,
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      unsteady: stats.flaky,
    }),
  ),
];

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const unsteady = tallies.reduce((sum, tally) => sum + (tally.unsteady ?? 0), 0);
if (unsteady > 0) console.log(`\n${unsteady} passed only when tried again: see what it is that they wait for.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
