/**
 * `npm run audit`: holds the pages to everything that a reader may expect and prints a table of it: the criterion, whether it
 * holds, and what says so: a check of every audited page, tests that are named after it, or somebody who looked.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { allCriteria, axe, byHand, checks, tested } from "./e2e/audit/criteria.ts";

const cache = "node_modules/.cache/dateline";
const inBrowser = (file: string) => file.startsWith("tests/e2e/");
const files = Object.keys(tested);
const names = Object.entries(tested).flatMap(([file, tests]) => (inBrowser(file) ? tests.map(([, name]) => name) : []));

/** A test that has run: its file, its name with those of what it stands in, whether it passed, and what it noted. */
type Ran = {
  readonly file: string;
  readonly name: string;
  readonly hasPassed: boolean;
  readonly notes: readonly { readonly type: string; readonly description?: string }[];
};

type Suite = {
  readonly title: string;
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly annotations: Ran["notes"] }[];
  }[];
};

function run(command: string, more: readonly string[]): void {
  spawnSync("npx", [command, ...more], { stdio: "inherit" });
}

function report<Report>(file: string): Report {
  return JSON.parse(readFileSync(`${cache}/${file}`, "utf8")) as Report;
}

function ranIn({ title, file, suites = [], specs = [] }: Suite, around: readonly string[] = []): readonly Ran[] {
  const within = title === file ? around : [...around, title];
  return [
    ...specs.map((spec) => ({
      file: `tests/e2e/${file}`,
      name: [...within, spec.title].join(" "),
      hasPassed: spec.ok,
      notes: spec.tests.flatMap(({ annotations }) => annotations),
    })),
    ...suites.flatMap((suite) => ranIn(suite, within)),
  ];
}

for (const file of ["vitest.json", "browser.json"]) rmSync(`${cache}/${file}`, { force: true });
const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
run("vitest", [
  "run",
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${cache}/vitest.json`,
  ...files.filter((file) => !inBrowser(file)),
]);
run("playwright", ["test", "--grep", ["meets every criterion", ...names].map(quoted).join("|")]);

const rooms = report<{
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}>("vitest.json").testResults.flatMap(({ name: file, assertionResults }) =>
  assertionResults.map(({ fullName: name, status }) => ({ file, name, hasPassed: status === "passed", notes: [] })),
);
const ran: readonly Ran[] = [
  ...rooms,
  ...report<{ suites: Suite[] }>("browser.json").suites.flatMap((suite) => ranIn(suite)),
];
const notes = ran.flatMap((one) => one.notes);

/** What is known of a criterion: words for the table, and what is wrong. */
type Evidence = { readonly says: string; readonly faults: readonly string[] };

function evidenceFor(criterion: string): readonly Evidence[] {
  const isOf = (criteria: string) => criteria.split(" ").includes(criterion);
  const checked = [axe, ...checks]
    .filter(({ criteria }) => isOf(criteria))
    .map(({ criteria, about }) => {
      const pages = notes.filter(({ type, description }) => type === "held to" && description === criteria).length;
      const faults = notes.filter(
        ({ type, description }) => type === "fault" && description?.startsWith(`${criteria}:`),
      );
      const says = `${about} (${pages} pages)`;
      return {
        says,
        faults: pages === 0 ? ["no page was held to it"] : faults.map(({ description }) => description ?? ""),
      };
    });
  const inTests = Object.entries(tested).flatMap(([file, tests]) =>
    tests
      .filter(([criteria]) => isOf(criteria))
      .map(([, name]) => {
        const found = ran.filter((one) => one.file.endsWith(file) && one.name.includes(name));
        const faults = found.filter(({ hasPassed }) => !hasPassed).map((one) => `failed: ${one.name}`);
        const [first] = found;
        const says = found.length === 1 || name !== "" ? `“${first?.name}”` : `${found.length} tests of ${file}`;
        return { says, faults: found.length === 0 ? [`no test ${name}`] : faults };
      }),
  );
  const seen = byHand[criterion];
  return [...checked, ...inTests, ...(seen ? [{ says: `by hand: ${seen}`, faults: [] }] : [])];
}

let failed = 0;
for (const criterion of allCriteria) {
  const evidence = evidenceFor(criterion);
  const faults = evidence.flatMap((one) => one.faults);
  const isHeld = evidence.length > 0 && faults.length === 0;
  if (!isHeld) failed += 1;
  console.log(
    `${criterion.padEnd(9)}${(isHeld ? "holds" : "fails").padEnd(7)}${evidence.map(({ says }) => says).join("; ")}`,
  );
  for (const fault of faults) console.log(`${" ".repeat(16)}${fault}`);
}
// A page on which a check found faults has told them above; any other test that did not pass may have seen nothing.
const unexplained = ran.filter(({ hasPassed, notes }) => !hasPassed && !notes.some(({ type }) => type === "fault"));
for (const { name } of unexplained) console.log(`did not end: ${name}`);
console.log(`\n${allCriteria.length} criteria, ${failed} of them not held.`);
process.exitCode = failed === 0 && unexplained.length === 0 ? 0 : 1;
