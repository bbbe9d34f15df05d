import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { obeySettings } from "#reader/obey-settings.ts";
import { changed, commandOf, signOf, usualShortcuts } from "#reader/tools/shortcuts.ts";
import { article } from "../articles.ts";
import { expectFocus, openReader } from "./open-reader.tsx";

const stories = ["First boat", "Second boat", "Third boat"].map((headline) => article({ headline }));
const root = document.documentElement;

beforeEach(() => localStorage.clear());
afterEach(() => {
  obeySettings({});
  delete root.dataset["tools"];
});

async function open(address: string) {
  const reader = openReader(address, stories);
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(root.dataset["tools"]).toBe("here"));
  const headlines = () => [...document.querySelectorAll<HTMLElement>("main .headline a")];
  return { ...reader, headlines };
}

test("j and k go from headline to headline, and o opens the one in focus", async () => {
  const { user, headlines } = await open("/sections/harbour");
  await user.keyboard("j");
  expect(headlines()[0]).toHaveFocus();
  await user.keyboard("jj");
  expect(headlines()[2]).toHaveFocus();
  await user.keyboard("k");
  const second = headlines()[1]!;
  expect(second).toHaveFocus();
  await user.keyboard("o");
  expect(await screen.findByRole("heading", { level: 1, name: second.textContent ?? "" })).toBeVisible();
});

test("s saves the article, or the story in focus", async () => {
  const { user, headlines } = await open("/sections/harbour");
  await user.keyboard("js");
  const button = within(headlines()[0]!.closest("article")!).getByRole("button", { name: "Save" });
  await waitFor(() => expect(button).toHaveAttribute("aria-pressed", "true"));
  await user.keyboard("s");
  await waitFor(() => expect(button).toHaveAttribute("aria-pressed", "false"));
});

test("a slash leads to the search, wherever it is", async () => {
  const { user, here } = await open("/articles/first-boat");
  await user.keyboard("/");
  await waitFor(() => expect(here().pathname).toBe("/search"));
  await expectFocus(() => screen.queryByRole("combobox", { name: "Search for" }));
});

test("g and another key lead to pages; a key that is pressed too late is one by itself", async () => {
  const { user, here } = await open("/articles/first-boat");
  await user.keyboard("gs");
  await waitFor(() => expect(here().pathname).toBe("/saved"));
  await user.keyboard("gt");
  await waitFor(() => expect(here().pathname).toBe("/settings"));
  await user.keyboard("gh");
  await waitFor(() => expect(here().pathname).toBe("/"));
});

test("a question mark lists the shortcuts", async () => {
  const { user } = await open("/articles/first-boat");
  await user.keyboard("?");
  const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  expect(within(sheet).getByText("Next headline").closest("div")).toHaveTextContent("j");
  expect(within(sheet).getByText("Go to saved stories").closest("div")).toHaveTextContent("g, then s");
});

test("keys do nothing where they are typed, with Control or the like, or when shortcuts are off", async () => {
  const { user, headlines } = await open("/");
  await user.click(screen.getByRole("searchbox"));
  await user.keyboard("j");
  expect(screen.getByRole("searchbox")).toHaveValue("j");
  screen.getByRole("searchbox").blur();
  await user.keyboard("{Control>}j{/Control}");
  expect(headlines()[0]).not.toHaveFocus();
  obeySettings({ shortcuts: "off" });
  await user.keyboard("j");
  expect(headlines()[0]).not.toHaveFocus();
});

test("arrows and Space are left to the browser", async () => {
  await open("/sections/harbour");
  for (const key of ["ArrowDown", "ArrowUp", " ", "PageDown", "Home"]) {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented, key).toBe(false);
  }
});

test("a reader gives a command another key, which is refused when it is taken", async () => {
  const { user, headlines, visit } = await open("/settings");
  const button = screen.getByRole("button", { name: /^Change the key for “Next headline”/u });
  await user.click(button);
  await user.keyboard("k");
  expect(screen.getByText("“k” is already the key for “Previous headline”. Choose another one.")).toBeVisible();
  await user.keyboard("n");
  expect(screen.getByText("“Next headline” now has the key “n”.")).toBeVisible();
  expect(button).toHaveTextContent("n");
  await visit("/sections/harbour");
  await screen.findByRole("heading", { level: 1, name: "Harbour" });
  await user.keyboard("j");
  expect(headlines()[0]).not.toHaveFocus();
  await user.keyboard("n");
  expect(headlines()[0]).toHaveFocus();
});

test("shortcuts are set back to what they were", async () => {
  localStorage.setItem("dateline-keys", JSON.stringify({ next: "n" }));
  const { user } = await open("/settings");
  const button = screen.getByRole("button", { name: /^Change the key for “Next headline”/u });
  expect(button).toHaveTextContent("n");
  await user.click(screen.getByRole("button", { name: "Reset shortcuts" }));
  expect(button).toHaveTextContent("j");
});

describe("shortcuts", () => {
  test("of two keys the second is changed, and the first is none by itself", () => {
    expect(changed(usualShortcuts, "saved", "b")).toMatchObject({ kind: "changed", shortcuts: { saved: "g b" } });
    expect(changed(usualShortcuts, "saved", "h")).toEqual({ kind: "taken", by: "front" });
    expect(changed(usualShortcuts, "next", "g")).toEqual({ kind: "impossible" });
  });

  test.each([" ", "ArrowDown", "Enter", "Tab", ""])("are never the key %j", (key) => {
    expect(changed(usualShortcuts, "next", key)).toEqual({ kind: "impossible" });
  });

  test("are found on keyboards of other scripts by their place", () => {
    expect(signOf({ key: "ج", code: "KeyJ" })).toBe("j");
    expect(signOf({ key: "z", code: "KeyY" })).toBe("z");
    expect(signOf({ key: "/", code: "Digit7" })).toBe("/");
  });

  test("mean one thing at a time", () => {
    expect(commandOf(usualShortcuts, "g", undefined)).toBe("prefix");
    expect(commandOf(usualShortcuts, "s", "g")).toBe("saved");
    expect(commandOf(usualShortcuts, "s", undefined)).toBe("save");
    expect(commandOf(usualShortcuts, "g", "g")).toBeUndefined();
  });
});
