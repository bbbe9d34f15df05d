import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Language } from "#domain/language.ts";
import { obeySettings, settingsKey, storedSettings } from "#reader/obey-settings.ts";
import { resetSettings } from "#reader/tools/chosen-settings.ts";
import { article, courier } from "../articles.ts";
import { openReader, printedSite } from "./open-reader.tsx";

const root = document.documentElement;
const stored = () => JSON.parse(localStorage.getItem(settingsKey) ?? "null") as unknown;

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  resetSettings();
});

test("what a reader sets is obeyed at once, kept, and told to those who listen", async () => {
  const { user } = openReader("/settings", [article({ headline: "Town band plays" })]);
  const colours = within(await screen.findByRole("group", { name: "Colours" }));
  expect(colours.getByRole("radio", { name: "As the device" })).toBeChecked();
  await user.click(colours.getByRole("radio", { name: "Sepia" }));
  expect(root.dataset["theme"]).toBe("sepia");
  expect(colours.getByRole("radio", { name: "Sepia" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "150%" }));
  expect(root.dataset["size"]).toBe("5");
  expect(stored()).toEqual({ theme: "sepia", size: "5" });
  await waitFor(() => expect(screen.getByText("Text size: 150%")).toBeInTheDocument());
});

test("there are five themes, seven sizes, and choices of leading, measure, typeface and spacing", async () => {
  openReader("/settings", [article({ headline: "Town band plays" })]);
  await screen.findByRole("heading", { level: 1, name: "Reading settings" });
  const choices = (name: string) => within(screen.getByRole("group", { name })).getAllByRole("radio").length;
  const groups = ["Colours", "Text size", "Line spacing", "Line length", "Typeface", "Letters and words"];
  expect(groups.map(choices)).toEqual([5, 7, 4, 3, 3, 3]);
});

test("the usual choice, and a reset, leave nothing behind", async () => {
  localStorage.setItem(settingsKey, JSON.stringify({ theme: "dark", motion: "less" }));
  const { user } = openReader("/settings", [article({ headline: "Town band plays" })]);
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await user.click(screen.getByRole("radio", { name: "As the device" }));
  expect(root.dataset["theme"]).toBeUndefined();
  await user.click(screen.getByRole("checkbox", { name: "Reduce motion" }));
  await user.click(screen.getByRole("button", { name: "Reset reading settings" }));
  expect(stored()).toEqual({});
  expect(root.dataset["motion"]).toBeUndefined();
});

test("a switch that is usually on is noted when it is off", async () => {
  const { user } = openReader("/settings", [article({ headline: "Town band plays" })]);
  const shortcuts = await screen.findByRole("checkbox", { name: "Keyboard shortcuts" });
  expect(shortcuts).toBeChecked();
  await user.click(shortcuts);
  expect(stored()).toEqual({ shortcuts: "off" });
  await user.click(shortcuts);
  expect(stored()).toEqual({});
});

test("pictures that are held because the browser saves data are let go by the reader’s word", async () => {
  Object.defineProperty(navigator, "connection", { value: { saveData: true }, configurable: true });
  resetSettings();
  const { user } = openReader("/settings", [article({ headline: "Town band plays" })]);
  const held = await screen.findByRole("checkbox", { name: "Save data: pictures only when tapped" });
  expect(root.dataset["pictures"]).toBe("tapped");
  await user.click(held);
  expect(root.dataset["pictures"]).toBe("all");
  expect(held).not.toBeChecked();
  Reflect.deleteProperty(navigator, "connection");
});

test("where the browser stores nothing, settings hold for the page and the page says so", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const { user } = openReader("/settings", [article({ headline: "Town band plays" })]);
  await user.click(await screen.findByRole("radio", { name: "High contrast" }));
  expect(root.dataset["theme"]).toBe("contrast");
  expect(screen.getByText(/stores nothing for this site/u)).toBeVisible();
});

test("an article’s sheet has the settings, and leads to their page", async () => {
  const { user } = openReader("/articles/town-band-plays", [article({ headline: "Town band plays" })]);
  await screen.findByRole("heading", { level: 1, name: "Town band plays" });
  await waitFor(() => expect(root.dataset["tools"]).toBe("here"));
  await user.click(screen.getByRole("button", { name: "Text and colours" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Reading settings" }));
  await user.click(sheet.getByRole("radio", { name: "Dark" }));
  expect(root.dataset["theme"]).toBe("dark");
  await user.click(sheet.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("button", { name: "Text and colours" })).toHaveFocus();
});

test("settings are told in the language of the newsroom", async () => {
  const site = printedSite([], { ...courier, language: "ur" as Language });
  openReader("/settings", site);
  expect(await screen.findByRole("heading", { level: 1, name: "پڑھنے کی ترتیبات" })).toBeVisible();
  expect(screen.getByRole("group", { name: "رنگ" })).toBeVisible();
});

test.each(["{", "null", "[1]", '"dark"', '{"theme":7,"size":{}}'])(
  "what storage holds may be damaged: %s",
  (damaged) => {
    localStorage.setItem(settingsKey, damaged);
    obeySettings(storedSettings());
    expect({ ...root.dataset }).not.toHaveProperty("theme");
    expect({ ...root.dataset }).not.toHaveProperty("size");
  },
);

test("a theme colours the browser around the page, and gives it back", () => {
  const colours = () => [...document.head.querySelectorAll("meta[name=theme-color]")].length;
  obeySettings({ theme: "dark" });
  obeySettings({ theme: "sepia" });
  expect(colours()).toBe(1);
  obeySettings({});
  expect(colours()).toBe(0);
});
