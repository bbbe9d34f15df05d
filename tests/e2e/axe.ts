import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * Runs rules of axe and expects it to find nothing: those named, or every one that is not deprecated, those that are off
 * by default included.
 */
export async function expectAccessible(page: Page, named?: readonly string[]): Promise<void> {
  await page.evaluate(source);
  const violations = await page.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const rules = Object.fromEntries(
      axe
        .getRules()
        .filter(({ tags }) => !tags.includes("deprecated"))
        .map(({ ruleId }) => [ruleId, { enabled: wanted?.includes(ruleId) ?? true }]),
    );
    const found: axe.AxeResults = await axe.run(document, { rules, resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    }));
  }, named);
  expect(violations).toEqual([]);
}
