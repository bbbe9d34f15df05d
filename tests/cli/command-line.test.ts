import { describe, expect, test } from "vitest";
import { runCommandLine } from "#cli/command-line.ts";
import { dateline, fakeTerminal } from "./command.ts";

test("without a command it teaches and exits with 2", async () => {
  const { code, said } = await dateline();
  expect(code).toBe(2);
  expect(said).toContain("npm run dateline -- press <copy...> --out <folder>   make a site of copy");
});

test.each([[["--help"]], [["-h"]], [["help"]]])("%j teaches every command, with examples", async (typed) => {
  const { code, said, warned } = await dateline(...typed);
  expect([code, warned]).toEqual([0, ""]);
  for (const word of ["press", "check", "serve", "npm start", "Try:  npm run dateline -- press my-copy --out site"]) {
    expect(said).toContain(word);
  }
});

test.each(["press", "check", "serve", "start"])("%s --help teaches that command", async (command) => {
  const direct = await dateline(command, "--help");
  expect(direct.code).toBe(0);
  expect(direct.said.startsWith(`${command}: `)).toBe(true);
  expect((await dateline("help", command)).said).toBe(direct.said);
});

test("the help of press tells of every option that it has", async () => {
  const { said } = await dateline("press", "--help");
  for (const option of ["--out", "--url", "--newsroom", "--strict", "--json", "--now"]) expect(said).toContain(option);
});

test.each([
  [["pres"], "dateline: There is no command “pres”. Did you mean “press”? See --help."],
  [["sevre", "site"], "dateline: There is no command “sevre”. Did you mean “serve”? See --help."],
  [["publish"], "dateline: There is no command “publish”. See --help."],
  [["press"], "dateline: Say which copy to press: npm run dateline -- press <files or folders> --out <folder>"],
  [["press", "copy"], "dateline: Say where the site goes: --out <folder>"],
  [["press", "copy", "--out="], "dateline: Say where the site goes: --out <folder>"],
  [["check"], "dateline: Say which copy to check: npm run dateline -- check <files or folders>"],
  [["serve"], "dateline: Say which folder to serve: npm run dateline -- serve <folder>"],
  [["serve", "one", "two"], "dateline: Say which folder to serve: npm run dateline -- serve <folder>"],
  [
    ["press", "copy", "--oot", "site"],
    "dateline: “press” has no option “--oot”. Did you mean “--out”? See: npm run dateline -- press --help",
  ],
  [
    ["press", "copy", "-o", "site"],
    "dateline: “press” has no option “-o”. Did you mean “--out”? See: npm run dateline -- press --help",
  ],
  [
    ["check", "copy", "--toString"],
    "dateline: “check” has no option “--toString”. See: npm run dateline -- check --help",
  ],
  [
    ["press", "copy", "--out"],
    "dateline: Option '--out <value>' argument missing. See: npm run dateline -- press --help",
  ],
  [["serve", "site", "--port", "0"], "dateline: The port was “0”; expected a number from 1 to 65535."],
  [["serve", "site", "--port", "http"], "dateline: The port was “http”; expected a number from 1 to 65535."],
  [
    ["press", "copy", "--out", "site", "--now", "tomorrow"],
    "dateline: --now was “tomorrow”; expected an ISO 8601 date such as 2025-05-28T09:30:00Z.",
  ],
  [
    ["press", "copy", "--out", "site", "--url", "example.org/news"],
    "dateline: --url was “example.org/news”; expected the site's web address, such as https://example.org/news/.",
  ],
])("%j is bad usage, and says how to do better", async (typed, message) => {
  expect(await dateline(...typed)).toEqual({ code: 2, said: "", warned: message });
});

describe("options that npm kept for itself, because no “--” stood before them,", () => {
  /** What is warned of when npm passes on only the words, and tells of the options in the environment. */
  async function warned(words: readonly string[], environment: Readonly<Record<string, string>>) {
    const { terminal, warned: lines } = fakeTerminal({ npm_command: "run", ...environment });
    await runCommandLine(words, terminal);
    return lines;
  }

  test("are told of, with how to type them", async () => {
    expect(await warned(["press", "./copy", "site"], { npm_config_out: "true" })).toEqual([
      "dateline: npm kept --out for itself. Type “--” before what is meant for Dateline: npm run dateline -- press … --out …",
      "dateline: Say where the site goes: --out <folder>",
    ]);
    const both = { npm_config_share_pictures: "none", npm_config_out: "site" };
    expect((await warned(["press", "./copy"], both))[0]).toBe(
      "dateline: npm kept --out and --share-pictures for itself. Type “--” before what is meant for Dateline: npm run dateline -- press … --out … --share-pictures …",
    );
  });

  test("are not seen where they were typed after “--”, or mean nothing to the command", async () => {
    const said = await warned(["serve", "nowhere", "--port=80"], { npm_config_port: "80", npm_config_out: "true" });
    expect(said).toEqual([
      "dateline: nowhere is not a pressed site. Make one: npm run dateline -- press <copy> --out nowhere",
    ]);
  });
});
