import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { dateline, folderOf } from "./command.ts";

test("every page and embed of the demo edition is what the HTML standard allows", async () => {
  const site = join(folderOf(), "site");
  const { code } = await dateline(
    "press",
    "public/feed.json",
    "--out",
    site,
    "--url",
    "https://dateline.example/news/",
  );
  expect(code).toBe(0);
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(300);
  const faults: string[] = [];
  for (const path of pages) {
    const { results } = await validator.validateString(readFileSync(join(site, path), "utf8"));
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`${path}:${line}:${column} ${message} (${ruleId})`);
  }
  expect(faults).toEqual([]);
}, 120_000);
