/**
 * `npm test`: every check and every test, the browser's included, and one closing line.
 * A check counts as one test. Goes on after a failure, so that one run tells everything.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const cache = "node_modules/.cache/dateline";
mkdirSync(cache, { recursive: true });

/** What came of a check or of a suite; the lists name the tests. */
type Outcome = { passed: number; failed: readonly string[]; unsteady?: readonly string[] };

type VitestReport = {
  numPassedTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly { status: string; fullName: string; failureMessages: readonly string[] }[];
  }[];
};

type PlaywrightSuite = {
  suites?: readonly PlaywrightSuite[];
  specs?: readonly { file: string; title: string; tests: readonly { projectName: string; status: string }[] }[];
};

type PlaywrightReport = PlaywrightSuite & { stats: { expected: number; flaky: number } };

function run(command: string): boolean {
  console.log(`\n▸ ${command}`);
  return spawnSync(command, { shell: true, stdio: "inherit" }).status === 0;
}

function check(command: string): Outcome {
  return run(command) ? { passed: 1, failed: [] } : { passed: 0, failed: [command] };
}

/** Runs a test runner that leaves its report in a file. A runner that fails without naming a test counts as one failure. */
function suite(command: string, report: string, read: (report: never) => Outcome): Outcome {
  rmSync(report, { force: true });
  const fine = run(command);
  try {
    const outcome = read(JSON.parse(readFileSync(report, "utf8")) as never);
    return fine || outcome.failed.length > 0 ? outcome : { ...outcome, failed: [command] };
  } catch {
    return { passed: 0, failed: [command] };
  }
}

function ofVitest({ numPassedTests, testResults }: VitestReport): Outcome {
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed");
    if (tests.length === 0 && status === "failed") return [`${name}: ${message}`];
    return tests.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join("\n")}`);
  });
  return { passed: numPassedTests, failed };
}

function* testsOf({ suites = [], specs = [] }: PlaywrightSuite): Generator<{ name: string; status: string }> {
  for (const { file, title, tests } of specs)
    for (const { projectName, status } of tests) yield { name: `${file} [${projectName}]: ${title}`, status };
  for (const inner of suites) yield* testsOf(inner);
}

function ofPlaywright(report: PlaywrightReport): Outcome {
  const tests = [...testsOf(report)];
  const named = (status: string) => tests.filter((test) => test.status === status).map(({ name }) => name);
  const { expected, flaky } = report.stats;
  return { passed: expected + flaky, failed: named("unexpected"), unsteady: named("flaky") };
}

const outcomes = [
  check("tsc -b"),
  check("biome check --error-on-warnings ."),
  check("oxlint --type-aware --deny-warnings"),
  check("knip"),
  check("vite build --logLevel warn"),
  check("size-limit"),
  suite(
    `vitest run --reporter=default --reporter=json --outputFile.json=${cache}/vitest.json`,
    `${cache}/vitest.json`,
    ofVitest,
  ),
  suite("playwright test", `${cache}/browser.json`, ofPlaywright),
];

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.flatMap((outcome) => outcome.failed);
const unsteady = outcomes.flatMap((outcome) => outcome.unsteady ?? []);
for (const name of unsteady) console.log(`\nPassed only when tried again: ${name}`);
for (const name of failed) console.log(`\nFailed: ${name}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
