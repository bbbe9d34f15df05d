import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "#cli/make-folder.ts";
import { folderOf } from "./command.ts";

test("a folder is made with those around it, however many make it at once", async () => {
  const folder = folderOf();
  const paths = Array.from({ length: 50 }, (_none, at) => join(folder, `${at}`, "a", "b", "c"));
  await Promise.all([...paths, ...paths, ...paths].map(makeFolder));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("where a file stands, or the system lets nobody make one, no folder is made and it is said at once", async () => {
  const folder = folderOf({ file: "" });
  await expect(makeFolder(join(folder, "file"))).rejects.toMatchObject({ code: "EEXIST" });
  await expect(makeFolder(join(folder, "file", "below"))).rejects.toMatchObject({ code: "ENOTDIR" });
});
