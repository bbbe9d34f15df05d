import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import type { Picture } from "#domain/picture.ts";
import { obeySettings } from "#reader/obey-settings.ts";
import { article, courier } from "../articles.ts";
import { expectFocus, openReader, printedSite } from "./open-reader.tsx";

const picture = (name: string): Picture => ({
  url: `pictures/${name}.svg`,
  alt: `A drawing of the ${name}`,
  caption: `The ${name}, on Friday.`,
  credit: "Bo Reed",
});

const ferry = article({
  headline: "Ferry sails again",
  pictures: [picture("ferry"), { alt: "", caption: "The captain, whose picture never came." }],
  body: [
    { kind: "paragraph", content: ["The ferry sailed."] },
    { kind: "figure", picture: picture("quay") },
    { kind: "gallery", pictures: [picture("mast"), picture("flag")], caption: "On board" },
  ],
});

const address = "/articles/ferry-sails-again";
const viewer = (number: number) => screen.findByRole("dialog", { name: `Picture ${number} of 4` });
const tools = () => waitFor(() => expect(document.documentElement.dataset["tools"]).toBe("here"));

afterEach(() => {
  obeySettings({});
  delete document.documentElement.dataset["tools"];
});

test("a picture is a link to its file, and has its place in the page", async () => {
  openReader(address, [ferry]);
  const link = await screen.findByRole("link", { name: "A drawing of the mast" });
  expect(link).toHaveAttribute("href", "/pictures/mast.svg");
  expect(link.closest("figure")).toHaveAttribute("id", "figure-3");
});

test("a tap shows a picture large at an address of its own, with caption and credit; Back leads to the article", async () => {
  const { user, here, back } = openReader(address, [ferry]);
  const link = await screen.findByRole("link", { name: "A drawing of the quay" });
  await tools();
  await user.click(link);
  const shown = within(await viewer(2));
  expect(here().hash).toBe("#figure-2");
  expect(shown.getByRole("img", { name: "A drawing of the quay" })).toBeVisible();
  expect(shown.getByText("The quay, on Friday.")).toBeVisible();
  expect(shown.getByText("Bo Reed")).toBeVisible();
  back();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(here().hash).toBe("");
  await expectFocus(() => screen.getByRole("link", { name: "A drawing of the quay" }));
});

test("keys turn from picture to picture, galleries among them, and one Back still leads to the article", async () => {
  const { user, here } = openReader(address, [ferry]);
  const link = await screen.findByRole("link", { name: "A drawing of the ferry" });
  await tools();
  await user.click(link);
  await viewer(1);
  await user.keyboard("{ArrowLeft}");
  await viewer(1);
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await viewer(3);
  await user.keyboard("{End}");
  const last = within(await viewer(4));
  expect(last.getByRole("button", { name: "Next picture" })).toHaveAttribute("aria-disabled", "true");
  await user.click(last.getByRole("button", { name: "Previous picture" }));
  await viewer(3);
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(here().hash).toBe(""));
  await expectFocus(() => screen.getByRole("link", { name: "A drawing of the mast" }));
});

test("an address of a picture opens it, and closing it stays on the article", async () => {
  const { user, here } = openReader(`${address}#figure-3`, [ferry]);
  await viewer(3);
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(here().pathname).toBe(address);
});

test("an address of a picture that there is not shows the article", async () => {
  openReader(`${address}#figure-9`, [ferry]);
  await tools();
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a picture whose file does not come keeps its caption and credit, and says what it shows", async () => {
  openReader(`${address}#figure-1`, [ferry]);
  const shown = await viewer(1);
  fireEvent.error(within(shown).getByRole("img"));
  expect(shown).toHaveTextContent("The picture could not be loaded. A drawing of the ferry");
  expect(shown).toHaveTextContent("The ferry, on Friday.");
  expect(shown).toHaveTextContent("Bo Reed");
});

const swipe = (over: Element, from: number, to: number) => {
  fireEvent.touchStart(over, { touches: [{ clientX: from, clientY: 300 }] });
  fireEvent.touchEnd(over, { changedTouches: [{ clientX: to, clientY: 310 }] });
};

test("a swipe turns to the next picture, but not one from the edge of the screen or a short one", async () => {
  openReader(`${address}#figure-2`, [ferry]);
  const stage = within(await viewer(2)).getByRole("figure");
  swipe(stage, 10, 300);
  swipe(stage, 1_020, 300);
  swipe(stage, 300, 280);
  await viewer(2);
  swipe(stage, 500, 200);
  await viewer(3);
  swipe(within(await viewer(3)).getByRole("figure"), 200, 500);
  await viewer(2);
});

test("in a newsroom that reads from right to left, keys and swipes do as well", async () => {
  const site = printedSite([ferry], { ...courier, language: "ur" as Language });
  const { user } = openReader(`${address}#figure-1`, site);
  const dialog = await screen.findByRole("dialog");
  await user.keyboard("{ArrowLeft}");
  await waitFor(() => expect(within(dialog).getByRole("img")).toHaveAccessibleName("A drawing of the quay"));
  swipe(within(dialog).getByRole("figure"), 200, 500);
  await waitFor(() => expect(within(dialog).getByRole("img")).toHaveAccessibleName("A drawing of the mast"));
});

test("where data is saved a picture is lazy, and says how much it weighs", async () => {
  obeySettings({ pictures: "tapped" });
  openReader(address, [{ ...ferry, pictures: [{ ...picture("ferry"), bytes: 84_321 }] }]);
  const link = await screen.findByRole("link", { name: "A drawing of the ferry" });
  expect(link).toHaveAttribute("data-show", "Show the picture (84 kB)");
  expect(within(link).getByRole("img")).toHaveAttribute("loading", "lazy");
});
