import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { articles } from "../articles.ts";
import { openReader } from "./open-reader.tsx";

const feed = (items: readonly object[]) =>
  new File([JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Ferry news", items })], "ferry.json");

const two = [
  { id: "1", title: "Ferry sails again", content_text: "It sails.", date_published: "2025-02-01T08:00:00Z" },
  { id: "2", title: "Captain retires", content_text: "He sails no more.", date_published: "2025-02-02T08:00:00Z" },
];

const chooseFiles = async (...files: File[]) => {
  const opened = openReader("/open", articles(2));
  await opened.user.upload(await screen.findByLabelText(/Drop a JSON Feed/u), files);
  return opened;
};

test("a chosen feed is read as a newsroom at once, under its own name", async () => {
  const { here } = await chooseFiles(feed(two));
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry news" })).toBeInTheDocument();
  expect(here().pathname).toBe("/opened");
  const note = await screen.findByRole("complementary", { name: /You are reading ferry\.json/u });
  expect(note).toHaveTextContent("Nothing is uploaded.");
});

test("pages of an opened feed lead to pages of the same feed", async () => {
  const { user, here } = await chooseFiles(feed(two));
  await user.click(await screen.findByRole("link", { name: "Ferry sails again" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
  expect(here().pathname).toBe("/opened/articles/ferry-sails-again");
  await user.click(within(screen.getByRole("contentinfo")).getByRole("link", { name: "Search" }));
  await user.type(await screen.findByRole("combobox", { name: "Search for" }), "captain");
  expect(await screen.findByRole("link", { name: "Captain retires" })).toHaveAttribute(
    "href",
    "/opened/articles/captain-retires",
  );
});

test("a wire story is opened as its file has it", async () => {
  const { user } = await chooseFiles(new File(["LISBON: The ferry “Aurora” sailed.\n\nIt was late.\n"], "ferry.txt"));
  await user.click(await screen.findByRole("link", { name: "The ferry “Aurora” sailed" }));
  expect(await screen.findByRole("heading", { level: 1, name: "The ferry “Aurora” sailed" })).toBeVisible();
  expect(screen.getByRole("link", { name: "View as filed" })).toBeVisible();
});

test("what of a file could not be read is told, and the rest is read", async () => {
  await chooseFiles(feed([...two, { title: "No id", content_text: "x" }]));
  expect(await screen.findByText("1 item could not be read")).toBeVisible();
  expect(screen.getByText(/items\[2\]\.id was missing; expected/u)).toBeInTheDocument();
});

test("a file of which nothing can be read says why, and another can be chosen", async () => {
  const { user, here } = await chooseFiles(new File(["%PDF-1.7"], "ferry.pdf.txt"));
  expect(await screen.findByText(/ferry\.pdf\.txt: the file was a PDF; expected text/u)).toBeVisible();
  expect(here().pathname).toBe("/open");
  await user.upload(screen.getByLabelText(/Drop a JSON Feed/u), [feed(two)]);
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry news" })).toBeInTheDocument();
});

test("a file can be dropped on the page", async () => {
  openReader("/open", articles(2));
  const label = await screen.findByText(/Drop a JSON Feed/u);
  fireEvent.drop(label, { dataTransfer: { files: [feed(two)] } });
  expect(await screen.findByRole("heading", { level: 1, name: "Ferry news" })).toBeInTheDocument();
});

test("opening another file takes the place of the first", async () => {
  const { user } = await chooseFiles(feed(two));
  await user.click(await screen.findByRole("link", { name: "Open another file" }));
  const other = new File(
    [JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Band news", items: two.slice(0, 1) })],
    "band.json",
  );
  await user.upload(await screen.findByLabelText(/Drop a JSON Feed/u), [other]);
  expect(await screen.findByRole("heading", { level: 1, name: "Band news" })).toBeInTheDocument();
});

test("after a reload opened files are gone, and the page asks for one", async () => {
  const { here } = openReader("/opened/articles/ferry-sails-again", articles(2));
  expect(await screen.findByRole("heading", { level: 1, name: "Open a file" })).toBeVisible();
  expect(here().pathname).toBe("/open");
});

test("the way back from opened files leads to the site", async () => {
  const { user } = await chooseFiles(feed(two));
  await user.click(await screen.findByRole("link", { name: "Back to the site" }));
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("The Courier"));
});
