import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { article, courier, named } from "../articles.ts";
import { openReader, printedSite } from "./open-reader.tsx";

const story = article({
  headline: "بندرگاہ کھل گئی",
  section: named("خبریں"),
  language: "ur" as Language,
  direction: "rtl",
  published: "2025-02-28" as Instant,
});

test("a newsroom that writes in Urdu speaks Urdu around its stories, from right to left", async () => {
  const urdu = { ...courier, name: "ڈیٹ لائن", language: "ur" as Language, sections: [named("خبریں")] };
  openReader("/", printedSite([story], urdu));
  await screen.findByRole("heading", { level: 1, name: "ڈیٹ لائن" });
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ur", "rtl"]);
  expect(screen.getByRole("searchbox", { name: "کیا تلاش کرنا ہے" })).toBeVisible();
  expect(within(screen.getByRole("contentinfo")).getByText(/1 مضمون/u)).toBeVisible();
  expect(screen.getByRole("link", { name: "محفوظات" })).toHaveAttribute("href", "/archive");
});

test("dates and numbers are printed in the digits and by the clock that the newsroom has chosen", async () => {
  const chosen = { ...courier, digits: "arabext", hourCycle: "h12" as const };
  openReader(
    "/articles/pier-opens",
    printedSite([article({ headline: "Pier opens", published: "2025-02-28T15:30:00Z" as Instant })], chosen),
  );
  expect((await screen.findAllByText(/۰?۳:۳۰\s*pm/iu)).length).toBeGreaterThan(0);
});

test("an English newsroom keeps its own words around an Urdu story, and says that they are English", async () => {
  openReader(`/articles/${story.slug}`, printedSite([story]));
  expect(await screen.findByRole("heading", { level: 1, name: "بندرگاہ کھل گئی" })).toBeVisible();
  expect(document.documentElement.dir).toBe("rtl");
  expect(screen.getByText("Published").closest("[lang]")).toHaveAttribute("lang", "en");
});

test("headlines of several languages on one page each run in their own direction, beside words of the interface in theirs", async () => {
  openReader("/", printedSite([story, article({ headline: "Pier opens", published: "2025-02-27" as Instant })]));
  const urdu = await screen.findByRole("link", { name: "بندرگاہ کھل گئی" });
  expect(urdu.closest("[dir]")).toHaveAttribute("dir", "rtl");
  expect(screen.getByRole("link", { name: "Pier opens" }).closest("[dir]")).toHaveAttribute("dir", "ltr");
  const age = within(urdu.closest("article") as HTMLElement).getByText(/day|Feb/u);
  expect([age.closest("[lang]")?.getAttribute("lang"), age.closest("[dir]")?.getAttribute("dir")]).toEqual([
    "en",
    "ltr",
  ]);
});

test("a story that is told in other languages leads to them by the names that their speakers use", async () => {
  const translation = { ...story, translationOf: "pier" };
  openReader("/articles/pier-opens", printedSite([translation, article({ id: "pier", headline: "Pier opens" })]));
  const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "اردو" });
  expect([link.lang, link.dir, link.hreflang]).toEqual(["ur", "rtl", "ur"]);
  expect(decodeURI(link.pathname)).toBe(`/articles/${story.slug}`);
});

test("a sentence in Urdu and English keeps each part in its language and direction, and its words in order", async () => {
  const urdu = "ur" as Language;
  const content = [
    "The minister said ",
    { kind: "foreign" as const, language: urdu, content: ["بندرگاہ کھل گئی"] },
    " on Friday.",
  ];
  openReader(
    "/articles/pier-opens",
    printedSite([article({ headline: "Pier opens", body: [{ kind: "paragraph", content }] })]),
  );
  const run = await screen.findByText("بندرگاہ کھل گئی");
  expect([run.lang, run.dir]).toEqual(["ur", "rtl"]);
  expect(run.parentElement).toHaveTextContent("The minister said بندرگاہ کھل گئی on Friday.");
  expect(run.parentElement?.closest("[lang]")).toHaveAttribute("lang", "en");
});
