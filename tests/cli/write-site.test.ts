import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSite } from "#cli/write-site.ts";
import { contentsOf, folderOf } from "./command.ts";

const never = new AbortController().signal;

function failing(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A site that holds one page, in a folder of its own. */
async function site(page = "old") {
  const folder = folderOf();
  const out = join(folder, "site");
  await writeSite(out, "/", ({ write }) => write({ path: "index.html", content: page }), never);
  return { folder, out };
}

test.each([
  ["ENOSPC", "The disk is full. OUT was left as it was. Make room and press again."],
  ["EACCES", "OUT may not be written to. Name a folder that you may write to, or change its permissions."],
  ["EROFS", "OUT may not be written to. Name a folder that you may write to, or change its permissions."],
  [
    "EBUSY",
    "OUT cannot be replaced, because it is in use or is a disk of its own. OUT was left as it was. Name a folder inside it.",
  ],
  ["EMFILE", "Too many files are open on this machine. OUT was left as it was. Press again in a while."],
])("when writing fails with %s the site that stood there is left as it was", async (code, message) => {
  const { folder, out } = await site();
  const before = contentsOf(folder);
  const writing = writeSite(
    out,
    "/",
    async ({ write }) => {
      await write({ path: "index.html", content: "new" });
      throw failing(code);
    },
    never,
  );
  await expect(writing).rejects.toThrow(message.replaceAll("OUT", out));
  expect(contentsOf(folder)).toEqual(before);
});

test("of a site that never stood there it is not said that it was left as it was", async () => {
  const out = join(folderOf(), "site");
  const writing = writeSite(out, "/", () => Promise.reject(failing("ENOSPC")), never);
  await expect(writing).rejects.toThrow("The disk is full. No site was made. Make room and press again.");
});

test("a bug is thrown as it is, and the site that stood there is left as it was", async () => {
  const { folder, out } = await site();
  const before = contentsOf(folder);
  const writing = writeSite(out, "/", () => Promise.reject(new TypeError("a bug")), never);
  await expect(writing).rejects.toThrow(TypeError);
  expect(contentsOf(folder)).toEqual(before);
});

test("a file that cannot be written fails the whole site, also when it is the last one", async () => {
  const { folder, out } = await site();
  const before = contentsOf(folder);
  const writing = writeSite(
    out,
    "/",
    async ({ write, copy }) => {
      await copy(join(out, "index.html"), "page");
      await write({ path: "page/index.html", content: "below a file" });
    },
    never,
  );
  await expect(writing).rejects.toThrow("because a file stands where a folder is needed");
  expect(contentsOf(folder)).toEqual(before);
});

test("files that are still being written when a press fails do not come back after it", async () => {
  const { folder, out } = await site();
  const before = contentsOf(folder);
  for (let round = 0; round < 30; round += 1) {
    const writing = writeSite(
      out,
      "/",
      async ({ write }) => {
        for (let at = 0; at < 20; at += 1) await write({ path: `folder-${at}/file`, content: "x".repeat(100_000) });
        throw failing("ENOSPC");
      },
      never,
    );
    await expect(writing).rejects.toThrow("full");
  }
  expect(contentsOf(folder)).toEqual(before);
  expect(readdirSync(folder)).toEqual(["site"]);
});

test("every file is on the disk when the site is there", async () => {
  const { out } = await site();
  const names = Array.from({ length: 300 }, (_none, at) => `files/${at}.txt`);
  await writeSite(
    out,
    "/",
    async ({ write }) => {
      for (const path of names) await write({ path, content: path.repeat(1_000) });
    },
    never,
  );
  const contents = contentsOf(out);
  for (const path of names) expect(contents[path], path).toBe(path.repeat(1_000));
});

test("an interruption stops the writing at the next file", async () => {
  const { folder, out } = await site();
  const before = contentsOf(folder);
  const interruption = new AbortController();
  let written = 0;
  const writing = writeSite(
    out,
    "/",
    async ({ write }) => {
      for (; written < 1_000; written += 1) {
        if (written === 10) interruption.abort();
        await write({ path: `${written}.txt`, content: "" });
      }
    },
    interruption.signal,
  );
  await expect(writing).rejects.toThrow(expect.objectContaining({ name: "AbortError" }) as Error);
  expect(written).toBe(10);
  expect(contentsOf(folder)).toEqual(before);
});

/** A process that is not there: its number is above what systems give. */
const gone = 2 ** 22 + 1;

test("what a press that was killed left beside the site is taken away by the next one", async () => {
  const { folder, out } = await site();
  mkdirSync(join(folder, `site.pressing-${gone}`));
  mkdirSync(join(folder, `site.previous-${gone}`));
  mkdirSync(join(folder, `site.pressing-${process.ppid}`));
  mkdirSync(join(folder, `other.pressing-${gone}`));
  await writeSite(out, "/", ({ write }) => write({ path: "index.html", content: "new" }), never);
  expect(readdirSync(folder).sort()).toEqual(
    [`other.pressing-${gone}`, "site", `site.pressing-${process.ppid}`].sort(),
  );
});

test("a site that a press was moving when it was killed is put back before anything else", async () => {
  const folder = folderOf();
  const out = join(folder, "site");
  mkdirSync(join(folder, `site.previous-${gone}`));
  writeFileSync(join(folder, `site.previous-${gone}`, "index.html"), "old");
  await expect(writeSite(out, "/", () => Promise.reject(failing("ENOSPC")), never)).rejects.toThrow("full");
  expect(contentsOf(folder)).toEqual({ "site/index.html": "old" });
});
