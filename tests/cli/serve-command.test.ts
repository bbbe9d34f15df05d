import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommandLine } from "#cli/command-line.ts";
import { dateline, fakeTerminal, ferryStory, folderOf, freePort, listening } from "./command.ts";

async function pressedSite(...options: readonly string[]): Promise<string> {
  const folder = folderOf({ "ferry.txt": ferryStory });
  const site = join(folder, "site");
  expect((await dateline("press", join(folder, "ferry.txt"), "--out", site, ...options)).code).toBe(0);
  return site;
}

test("serves a pressed site where it says, until it is interrupted", async () => {
  const site = await pressedSite("--url", "https://courier.example/news/");
  const port = await freePort();
  const { terminal, said, interrupt } = fakeTerminal();
  expect(await runCommandLine(["serve", site, "--port", String(port)], terminal)).toBe(0);
  expect(said).toEqual([`Serving ${site} at http://localhost:${port}/news/  (Ctrl-C ends it)`]);
  const front = await fetch(`http://localhost:${port}/`);
  expect(front.url).toBe(`http://localhost:${port}/news/`);
  expect(await front.text()).toContain("<title>");
  interrupt();
  await expect(fetch(`http://localhost:${port}/news/`)).rejects.toThrow("fetch failed");
});

test("the port may come from the environment, and --port is stronger", async () => {
  const site = await pressedSite();
  const port = await freePort();
  const { terminal, said, interrupt } = fakeTerminal({ PORT: String(port) });
  onTestFinished(interrupt);
  expect(await runCommandLine(["serve", site], terminal)).toBe(0);
  expect(said[0]).toContain(`http://localhost:${port}/`);
  const { terminal: other, warned } = fakeTerminal({ PORT: "1e9" });
  expect(await runCommandLine(["serve", site], other)).toBe(2);
  expect(warned).toEqual(["dateline: The port was “1e9”; expected a number from 1 to 65535."]);
});

test("a port that is in use is told of, with another one to try", async () => {
  const site = await pressedSite();
  const port = await listening(createServer());
  expect(await dateline("serve", site, "--port", String(port))).toEqual({
    code: 2,
    said: "",
    warned: `dateline: Port ${port} is in use. End the program that uses it, or choose another: --port ${port + 1} (or PORT=${port + 1}).`,
  });
});

test("a folder that is no site, or is not there, is not served", async () => {
  const folder = folderOf({ "index.html": "<p>", "manifest.json": "{}" });
  for (const name of [folder, join(folder, "missing")]) {
    expect(await dateline("serve", name)).toEqual({
      code: 2,
      said: "",
      warned: `dateline: ${name} is not a pressed site. Make one: npm run dateline -- press <copy> --out ${name}`,
    });
  }
});
