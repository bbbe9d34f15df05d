import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { article } from "../articles.ts";
import { openReader } from "./open-reader.tsx";

const root = document.documentElement;

afterEach(() => {
  Reflect.deleteProperty(navigator, "share");
  delete root.dataset["tools"];
  vi.restoreAllMocks();
});

async function openShare() {
  const reader = openReader("/articles/ferry-sails-again", [
    article({
      headline: "Ferry sails again",
      body: [{ kind: "paragraph", content: ["The ferry sailed at half-past seven on a calm and windless morning."] }],
    }),
  ]);
  await screen.findByRole("heading", { level: 1, name: "Ferry sails again" });
  await waitFor(() => expect(root.dataset["tools"]).toBe("here"));
  // jsdom lays nothing out.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 500, 300, 100));
  await reader.user.click(screen.getByRole("button", { name: "Share" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Share" }));
  return { ...reader, sheet };
}

const here = () => window.location.origin + window.location.pathname;

test("the link, the headline with it, or a link to the paragraph is copied", async () => {
  const { user, sheet } = await openShare();
  const copied = () => navigator.clipboard.readText();
  await user.click(sheet.getByRole("button", { name: "Copy link" }));
  expect(await copied()).toBe(here());
  expect(sheet.getByText("Copied.")).toBeVisible();
  await user.click(sheet.getByRole("button", { name: "Copy headline and link" }));
  expect(await copied()).toBe(`Ferry sails again\n${here()}`);
  await user.click(sheet.getByRole("button", { name: "Copy link to this paragraph" }));
  expect(await copied()).toBe(`${here()}#:~:text=The%20ferry%20sailed%20at%20half%2Dpast%20seven%20on%20a`);
});

test("where the device can share, it is offered first", async () => {
  const share = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, "share", { value: share, configurable: true });
  const { user, sheet } = await openShare();
  await user.click(sheet.getByRole("button", { name: "Share with an app" }));
  expect(share).toHaveBeenCalledWith({ title: "Ferry sails again", url: here() });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("where copying is not allowed, what would be copied can be copied by hand", async () => {
  const { user, sheet } = await openShare();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("denied", "NotAllowedError"));
  await user.click(sheet.getByRole("button", { name: "Copy link" }));
  expect(sheet.getByRole("textbox", { name: "Link" })).toHaveValue(here());
  expect(sheet.getByText(/does not allow copying/u)).toBeVisible();
});

test("a device that cannot share after all leaves the link copied; one whose reader turns back does nothing", async () => {
  const share = vi
    .fn()
    .mockRejectedValueOnce(new DOMException("no", "AbortError"))
    .mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
  Object.defineProperty(navigator, "share", { value: share, configurable: true });
  const { user, sheet } = await openShare();
  await user.click(sheet.getByRole("button", { name: "Share with an app" }));
  expect(sheet.queryByText("Copied.")).toBeNull();
  await user.click(sheet.getByRole("button", { name: "Share with an app" }));
  expect(await sheet.findByText("Copied.")).toBeVisible();
});
