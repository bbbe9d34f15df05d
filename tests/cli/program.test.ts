import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateline, feedOf, ferryStory, folderOf, freePort } from "./command.ts";

/** Runs the program itself, as npm does. */
function program(...typed: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/dateline.ts", ...typed], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard = { said: "", warned: "" };
  child.stdout.on("data", (text: Buffer) => {
    heard.said += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    heard.warned += text.toString();
  });
  const ended = new Promise<{ code: number | null; said: string; warned: string }>((done) => {
    child.on("close", (code) => done({ code, ...heard }));
  });
  return { child, ended };
}

test("results go to standard output, problems to standard error, and the exit code tells which it was", async () => {
  const copy = folderOf({ "feed.json": feedOf({ title: "One", date_published: "2025-05-28" }), "empty.txt": "" });
  const { code, said, warned } = await program("check", copy).ended;
  expect(code).toBe(1);
  expect(said).toBe("1 article reads, 1 would be spiked, 0 notes.\n");
  expect(warned).toMatch(/^spiked {2}.+empty\.txt {2}the file was empty; .+\n$/u);
});

test("a served site ends with Ctrl-C, cleanly", async () => {
  const folder = folderOf({ "ferry.txt": ferryStory });
  const site = join(folder, "site");
  await dateline("press", join(folder, "ferry.txt"), "--out", site);
  const port = await freePort();
  const { child, ended } = program("serve", site, "--port", String(port));
  await new Promise((done) => child.stdout.once("data", done));
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  child.kill("SIGINT");
  expect(await ended).toEqual({
    code: 0,
    said: `Serving ${site} at http://localhost:${port}/  (Ctrl-C ends it)\n`,
    warned: "",
  });
});
