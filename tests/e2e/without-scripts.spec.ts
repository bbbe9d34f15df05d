import { onPhones } from "./projects.ts";
import { expect, test } from "./watched.ts";

test.use({ javaScriptEnabled: false });

test("a reader without scripts goes from the front page to a story, a related one, its section and older stories", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveTitle("The Dateline");
  await page.getByRole("link", { name: "Null Island, the busiest place that does not exist" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Null Island, the busiest place that does not exist",
  );
  const figure = page.getByRole("figure").first();
  await expect(figure.getByRole("img")).toHaveJSProperty("complete", true);
  await expect(figure).toContainText("Where the equator meets the prime meridian");
  await expect(figure).toContainText("Natural Earth");
  await page.getByRole("region", { name: "Related" }).getByRole("link").first().click();
  await page.getByRole("contentinfo").getByRole("link", { name: "Archive" }).click();
  await page.getByRole("main").getByRole("link", { name: "September 2025" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Three letters with three meanings" })).toBeVisible();
});

test("search says that it needs scripts and offers the archive", async ({ page }) => {
  await page.goto("/search");
  await expect(page.getByText("Searching needs scripts, which are off.")).toBeVisible();
  await expect(page.getByText("Type a name, a place or a few words.")).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Archive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Archive");
});

test("the sections open on a phone", onPhones, async ({ page }) => {
  await page.goto("/articles/null-island");
  await page.getByText("Sections", { exact: true }).first().tap();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Craft" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Craft");
});

test("what only scripts can do is not offered", async ({ page }) => {
  for (const address of ["/", "/articles/null-island", "/sections/craft"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    for (const dead of await page.locator(".with-scripts").all()) await expect(dead).toBeHidden();
    await expect(page.getByRole("button", { name: "Save", exact: true }).locator("visible=true")).toHaveCount(0);
  }
});

test("a picture leads to its file", async ({ page }) => {
  await page.goto("/articles/null-island");
  const link = page.getByRole("figure").first().getByRole("link").first();
  await link.click();
  await expect(page).toHaveURL(/\/pictures\/[^/]+\.svg$/u);
});
