import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { headlineOf } from "#edition/headline.ts";
import type { OfflineAnswer, OfflineRequest } from "#edition/offline.ts";
import { article, articles, courier } from "../articles.ts";
import { openReader, printedSite } from "./open-reader.tsx";

let asked: OfflineRequest[] = [];

/** Stands in for the browser's end of the offline worker. */
function employWorker(answer: (request: OfflineRequest) => OfflineAnswer): void {
  const active = {
    postMessage: (request: OfflineRequest, [port]: MessagePort[] = []) => {
      asked.push(request);
      port?.postMessage(answer(request));
    },
  };
  const registration = Object.assign(new EventTarget(), { active });
  const serviceWorker = Object.assign(new EventTarget(), {
    getRegistration: async () => registration,
    ready: Promise.resolve(registration),
    startMessages: () => undefined,
  });
  Object.defineProperty(navigator, "serviceWorker", { value: serviceWorker, configurable: true });
}

const empty = { kind: "stored", stories: [], bytes: 0 } as const;

beforeEach(() => {
  asked = [];
});
afterEach(() => Reflect.deleteProperty(navigator, "serviceWorker"));

test("the page says how much today is and keeps every story of the front page, saying how far it is", async () => {
  employWorker(({ kind }) => (kind === "keep" ? { kind: "kept", bytes: 1_000, missing: 0 } : empty));
  const { user } = openReader("/offline", articles(3));
  expect(await screen.findByRole("heading", { level: 1, name: "Offline reading" })).toBeVisible();
  await user.click(await screen.findByRole("button", { name: /^Download today \(3 stories, about \d+ kB \+/u }));
  expect(await screen.findByText("Today’s stories are on this device.")).toBeVisible();
  const files = asked.flatMap((request) => (request.kind === "keep" ? request.files : []));
  const names = files.map((address) => new URL(address).pathname);
  for (const number of [1, 2, 3]) expect(names).toContain(`/articles/story-number-${number}.json`);
  expect(names).toContain("/manifest.json");
  expect(names.some((name) => name.startsWith("/search/"))).toBe(true);
});

test("files that did not come are told of", async () => {
  employWorker(({ kind }) => (kind === "keep" ? { kind: "kept", bytes: 0, missing: 1 } : empty));
  const { user } = openReader("/offline", articles(1));
  await user.click(await screen.findByRole("button", { name: /^Download today/u }));
  expect(await screen.findByText(/^2 files could not be stored/u)).toBeVisible();
});

test("what is stored is listed with its moment and the whole of its size, and can be cleared", async () => {
  let isCleared = false;
  const story = {
    headline: headlineOf(article({ headline: "Harbour opens" })),
    at: Date.parse("2025-11-03T14:05:00Z"),
  };
  employWorker(({ kind }) => {
    if (kind === "clear") isCleared = true;
    if (kind !== "stored") return { kind: "done" };
    return isCleared ? empty : { kind: "stored", stories: [{ ...story, isKept: true }], bytes: 2_100_000 };
  });
  const { user } = openReader("/offline", [article({ headline: "Harbour opens" })]);
  expect(await screen.findByText("Stored on this device: 1 story, 2.1 MB")).toBeVisible();
  expect(screen.getByText("Stored on 3 November 2025 at 14:05")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Clear what is stored" }));
  expect(await screen.findByText("Nothing is stored any more.")).toBeVisible();
  expect(screen.getByText("No story is stored yet.")).toBeVisible();
});

test("where the browser stores nothing, the page says so", async () => {
  openReader("/offline", articles(1));
  expect(await screen.findByText(/stores nothing for this site/u)).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Download/u })).toBeNull();
});

test("an Urdu newsroom says it in Urdu", async () => {
  employWorker(() => empty);
  openReader("/offline", printedSite(articles(2), { ...courier, language: "ur" as Language }));
  expect(await screen.findByRole("button", { name: /^آج کی خبریں ڈاؤن لوڈ کریں/u })).toBeVisible();
});
