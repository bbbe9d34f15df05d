import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { slugOf } from "#domain/slug.ts";
import type { DeskRequest } from "#edition/desk-protocol.ts";
import { article, articles, courier, named } from "../articles.ts";
import { showOnly } from "./on-screen.ts";
import { expectFocus, openReader, printedSite } from "./open-reader.tsx";

const copy = [
  article({
    headline: "Ferry sails again",
    standfirst: "The winter boat is back.",
    published: "2025-02-01" as Instant,
  }),
  article({ headline: "Town band plays", section: named("Town"), published: "2025-02-20" as Instant }),
  article({
    headline: "Ferry captain retires",
    section: named("Town"),
    places: [named("Lisbon")],
    standfirst: "After forty years at the wheel of the ferry.",
    published: "2024-12-01" as Instant,
  }),
];

const results = () =>
  screen.queryAllByRole("article").map((row) => within(row).getByRole("heading", { level: 2 }).textContent);
const field = () => screen.findByRole("combobox", { name: "Search for" });
const chips = () => {
  const list = screen.queryByRole("list", { name: "Understood as" });
  return list
    ? within(list)
        .getAllByRole("button")
        .map(({ textContent }) => textContent)
    : [];
};
const queryIn = ({ search }: { readonly search: string }) => new URLSearchParams(search).get("q");

describe("as it is typed", () => {
  test("results come from the first letter, and the address, title and heading keep the query", async () => {
    const { user, here } = openReader("/search", copy);
    await user.type(await field(), "b");
    await waitFor(() => expect(results()).toEqual(["Town band plays", "Ferry sails again"]));
    await user.type(await field(), "a");
    await waitFor(() => expect(here().search).toBe("?q=ba"));
    await user.clear(await field());
    await user.type(await field(), "fer");
    await waitFor(() => expect(here().search).toBe("?q=fer"));
    expect(await screen.findByRole("heading", { level: 1, name: "Search: fer" })).toBeVisible();
    await waitFor(() => expect(results()).toEqual(["Ferry sails again", "Ferry captain retires"]));
    expect(document.title).toBe("Search: fer – The Courier");
  });

  test("the results are those of the last letter, however late those of an earlier one come", async () => {
    const { user, desk } = openReader("/search", copy);
    const input = await field();
    desk.delay = (request) => (request.kind === "search" && request.query.text === "ferry" ? 700 : 0);
    await user.type(input, "ferry");
    await new Promise((waited) => setTimeout(waited, 200));
    await user.type(input, " captain");
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    await new Promise((waited) => setTimeout(waited, 800));
    expect(results()).toEqual(["Ferry captain retires"]);
    expect(input).toHaveValue("ferry captain");
  });

  test("what an earlier letter asked for is not waited for any longer", async () => {
    const { user, desk } = openReader("/search", copy);
    desk.delay = (request) => (request.kind === "search" && request.query.text === "ferry" ? 700 : 0);
    await user.type(await field(), "ferry");
    const texts = (of: readonly DeskRequest[]) =>
      of.flatMap((request) => (request.kind === "search" ? [request.query.text] : []));
    await waitFor(() => expect(texts(desk.asked)).toContain("ferry"));
    await user.type(await field(), " captain");
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    expect(texts(desk.dropped)).toContain("ferry");
    expect(texts(desk.dropped)).not.toContain("ferry captain");
  });

  test("the address has what was typed before a result can be gone to", async () => {
    const { user, here, back } = openReader("/search?q=fe", copy);
    await user.type(await field(), "rry");
    await new Promise((waited) => setTimeout(waited, 200));
    expect(here().search).toBe("?q=fe");
    const link = await screen.findByRole("link", { name: "Ferry sails again" });
    await user.pointer({ keys: "[MouseLeft>]", target: link });
    await new Promise((waited) => setTimeout(waited, 50));
    expect(here().search).toBe("?q=ferry");
    await user.pointer({ keys: "[/MouseLeft]", target: link });
    expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
    back();
    await waitFor(async () => expect(await field()).toHaveValue("ferry"));
  });

  test("what few files say is asked for with the letters, and everything once the typing rests", async () => {
    const { user, desk } = openReader("/search", copy);
    await user.type(await field(), "ferr");
    await waitFor(() => expect(desk.asked.some(({ kind }) => kind === "passages")).toBe(true));
    expect(results()).toHaveLength(2);
    const isWhole = desk.asked.findIndex((request) => request.kind === "search" && !request.query.isTyping);
    expect(desk.asked.slice(0, isWhole).map(({ kind }) => kind)).not.toContain("passages");
    const asked = desk.asked.flatMap((request) =>
      request.kind === "search" && request.query.limit > 0 ? [request.query] : [],
    );
    expect(asked.at(0)).toMatchObject({ isTyping: true });
    expect(asked.at(-1)).toMatchObject({ text: "ferr" });
    expect(asked.at(-1)).not.toHaveProperty("isTyping");
  });

  test("what was found stays until it is certain that a word which is not whole finds nothing", async () => {
    const { user } = openReader("/search?q=ferry", copy);
    await waitFor(() => expect(results()).toHaveLength(2));
    const seen: number[] = [];
    const watch = new MutationObserver(() => seen.push(screen.queryAllByRole("article").length));
    watch.observe(document.body, { childList: true, subtree: true });
    await user.type(await field(), "{Backspace}i");
    expect(await screen.findByText("Similar to “ferri”: ferry.")).toBeVisible();
    watch.disconnect();
    expect(seen).not.toContain(0);
  });

  test("how many were found is told once the typing rests", async () => {
    const { user } = openReader("/search", copy);
    await user.type(await field(), "ferry");
    await waitFor(
      () => expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("2 results"),
      { timeout: 3_000 },
    );
  });
});

describe("completions", () => {
  const list = () => screen.queryByRole("listbox", { name: "Suggestions" });
  const rows = () => [list()].flatMap((one) => (one ? within(one).getAllByRole("option") : []));
  const options = () => rows().map(({ textContent }) => textContent);

  test("offer words and values of filters; arrow keys go through them and back to the field, which keeps the focus", async () => {
    const { user } = openReader("/search", copy);
    const input = await field();
    expect(input).toHaveAttribute("aria-expanded", "false");
    await user.type(input, "to");
    await waitFor(() => expect(input).toHaveAttribute("aria-expanded", "true"));
    expect(list()).toHaveAttribute("id", input.getAttribute("aria-controls"));
    await waitFor(() => expect(options().join()).toMatch(/TownSection/u));
    expect(rows().map((row) => row.getAttribute("aria-selected"))).not.toContain("true");
    expect(input).not.toHaveAttribute("aria-activedescendant");
    await user.keyboard("{ArrowDown}");
    const [first] = rows();
    expect(first).toHaveAttribute("aria-selected", "true");
    expect(input).toHaveAttribute("aria-activedescendant", first?.id);
    await user.keyboard("{ArrowUp}");
    expect(input).not.toHaveAttribute("aria-activedescendant");
    await user.keyboard("{ArrowUp}");
    expect(rows().at(-1)).toHaveAttribute("aria-selected", "true");
    expect(input).toHaveFocus();
  });

  test("are taken with Enter, which writes them and searches", async () => {
    const { user, here } = openReader("/search", copy);
    const input = await field();
    await user.type(input, "ferry capt");
    await waitFor(() => expect(options().join()).toMatch(/^captain/u));
    await user.keyboard("{ArrowDown}{Enter}");
    expect(input).toHaveValue("ferry captain ");
    expect(input).toHaveAttribute("aria-expanded", "false");
    await waitFor(() => expect(queryIn(here())).toBe("ferry captain "));
    expect(results()).toEqual(["Ferry captain retires"]);
  });

  test("are taken with a tap as well", async () => {
    const { user } = openReader("/search", copy);
    const input = await field();
    await user.type(input, "lisb");
    await user.click(await screen.findByRole("option", { name: /Lisbon\s*Place/u }));
    expect(input).toHaveValue("place:lisbon ");
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
  });

  test("Enter with nothing chosen searches for what was typed, and Down then goes to the results", async () => {
    const { user, here } = openReader("/search", copy);
    const input = await field();
    await user.type(input, "capt");
    await waitFor(() => expect(options()).not.toEqual([]));
    await user.keyboard("{Enter}");
    expect(input).toHaveValue("capt");
    expect(options()).toEqual([]);
    expect(queryIn(here())).toBe("capt");
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    await user.keyboard("{ArrowDown}");
    await expectFocus(() => screen.getByRole("link", { name: "Ferry captain retires" }));
  });

  test("Escape closes them and keeps the text; Down opens them again", async () => {
    const { user } = openReader("/search", copy);
    const input = await field();
    await user.type(input, "capt");
    await waitFor(() => expect(options()).not.toEqual([]));
    await user.keyboard("{Escape}");
    expect(options()).toEqual([]);
    expect(input).toHaveValue("capt");
    await user.keyboard("{ArrowDown}");
    expect(options()).not.toEqual([]);
  });

  test("are gone when the field is left", async () => {
    const { user } = openReader("/search", copy);
    await user.type(await field(), "capt");
    await waitFor(() => expect(options()).not.toEqual([]));
    await user.tab();
    expect(options()).toEqual([]);
  });
});

describe("the query", () => {
  test("is shown as it was understood, and each part of it can be removed", async () => {
    const { user, here } = openReader(
      `/search?q=${encodeURIComponent('ferry "forty years" -band section:town place:lisbon after:2024 before:2025-02')}`,
      copy,
    );
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    await waitFor(() =>
      expect(chips()).toEqual([
        "Phrase: “forty years”",
        "Without: band",
        "Section: Town",
        "Place: Lisbon",
        "Since 1 January 2024",
        "Before 1 February 2025",
      ]),
    );
    await user.click(screen.getByRole("button", { name: "Remove Phrase: “forty years”" }));
    expect(queryIn(here())).toBe("ferry -band section:town place:lisbon after:2024 before:2025-02");
    await waitFor(() => expect(chips()).toHaveLength(5));
    expect(await field()).toHaveValue("ferry -band section:town place:lisbon after:2024 before:2025-02");
  });

  test("says of a filter that nothing has that name", async () => {
    openReader("/search?q=ferry+section%3Aspace", copy);
    await waitFor(() => expect(chips()).toEqual(["Section: nothing is called “space”"]));
  });

  test("is written by the filters, which say how many articles each would leave", async () => {
    const { user, here } = openReader("/search?q=ferry", copy);
    await user.click(await screen.findByRole("checkbox", { name: "Town 1" }));
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    expect(queryIn(here())).toBe("section:town ferry");
    expect(await field()).toHaveValue("section:town ferry");
    await user.click(screen.getByRole("button", { name: "Clear all filters" }));
    await waitFor(() => expect(results()).toHaveLength(2));
    expect(queryIn(here())).toBe("ferry");
  });

  test("keeps a word the beginning of one when a filter is added", async () => {
    const { user } = openReader("/search?q=fer", copy);
    await user.click(await screen.findByRole("checkbox", { name: "Town 1" }));
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
    expect(screen.queryByText(/^Similar/u)).toBeNull();
  });

  test("is narrowed by years, and by days that the fields show again", async () => {
    const { user, here } = openReader("/search?q=ferry", copy);
    await user.click(await screen.findByText("Date", { selector: "summary" }));
    await user.click(await screen.findByRole("radio", { name: "2025 1" }));
    await waitFor(() => expect(results()).toEqual(["Ferry sails again"]));
    expect(queryIn(here())).toBe("on:2025 ferry");
    expect(await screen.findByRole("radio", { name: "February 2025 1" })).toBeVisible();
    expect(screen.getByLabelText("From")).toHaveValue("2025-01-01");
    expect(screen.getByLabelText("Until")).toHaveValue("2025-12-31");
    await user.click(screen.getByRole("radio", { name: "Any time" }));
    await waitFor(() => expect(results()).toHaveLength(2));
  });

  test("is opened from an address as it was left", async () => {
    openReader("/search?q=after%3A2025-01-01+before%3A2026-01-01+ferry&sort=oldest", copy);
    await waitFor(() => expect(results()).toEqual(["Ferry sails again"]));
    expect(screen.getByLabelText("From")).toHaveValue("2025-01-01");
    expect(screen.getByLabelText("Until")).toHaveValue("2025-12-31");
    expect(screen.getByRole("combobox", { name: "Order" })).toHaveValue("oldest");
  });

  test("of a filter alone lists what is within it, newest first", async () => {
    openReader("/search?q=section%3Atown", copy);
    await waitFor(() => expect(results()).toEqual(["Town band plays", "Ferry captain retires"]));
  });
});

describe("words that are nowhere", () => {
  test("are taken for similar ones, which is said of the search and of each result, and can be refused", async () => {
    const { user, here } = openReader("/search?q=ferri+captain", copy);
    expect(await screen.findByText("Similar to “ferri”: ferry.")).toBeVisible();
    expect(results()).toEqual(["Ferry captain retires"]);
    expect(within(screen.getByRole("article")).getByText("Only with a similar word")).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Search only for “ferri captain”" }));
    await waitFor(() => expect(screen.queryByText(/^Similar/u)).toBeNull());
    expect(here().search).toBe("?q=ferri+captain&similar=no");
    expect(await field()).toHaveValue("ferri captain");
  });

  test("lead on: to the nearest spelling, to fewer words, and to the sections", async () => {
    const { user } = openReader("/search?q=ferri&similar=no", copy);
    expect(await screen.findByText(/No article has “ferri”/u)).toBeVisible();
    expect(within(screen.getByRole("main")).getAllByRole("link", { name: "Harbour" })[0]).toBeVisible();
    await user.click(screen.getByRole("link", { name: /^“ferry” instead of “ferri”$/iu }));
    await waitFor(() => expect(results()).toHaveLength(2));
    await expectFocus(() => screen.getByRole("heading", { level: 1 }));
  });

  test("are dropped from a search that they leave without results", async () => {
    const { user } = openReader("/search?q=band+section%3Aharbour", copy);
    await user.click(await screen.findByRole("link", { name: "Without section:harbour: 1 result" }));
    await waitFor(() => expect(results()).toEqual(["Town band plays"]));
  });
});

describe("results", () => {
  test("have headline and passage with what was found marked, section, place and date", async () => {
    openReader("/search?q=ferry+captain", copy);
    const link = await screen.findByRole("link", { name: "Ferry captain retires" });
    expect([...link.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Ferry", "captain"]);
    const row = link.closest("article") as HTMLElement;
    const passage = await within(row).findByText(
      (_text, element) => element?.tagName === "P" && /forty years/u.test(element.textContent ?? ""),
    );
    expect(within(passage).getByText("ferry").tagName).toBe("MARK");
    expect(within(row).getByText("Town")).toBeVisible();
    expect(within(row).getByText("1 December 2024").tagName).toBe("TIME");
  });

  test("are asked for when they come near the screen, and their passages when they are on it", async () => {
    showOnly((element) => /Story number (?:18|19|20)(?!\d)/u.test(element.textContent ?? ""));
    const { desk } = openReader("/search?q=story", articles(20));
    await waitFor(() => expect(results()).toHaveLength(5));
    await waitFor(() => expect(desk.asked.filter(({ kind }) => kind === "passages")).toHaveLength(3));
    await new Promise((waited) => setTimeout(waited, 500));
    expect(desk.asked.filter(({ kind }) => kind === "passages")).toHaveLength(3);
  });

  test("stand in the order of their dates when that is asked for", async () => {
    const { user, here } = openReader("/search?q=ferry", copy);
    const order = await screen.findByRole("combobox", { name: "Order" });
    await user.selectOptions(order, "Oldest first");
    await waitFor(() => expect(results()).toEqual(["Ferry captain retires", "Ferry sails again"]));
    await user.selectOptions(order, "Newest first");
    await waitFor(() => expect(results()).toEqual(["Ferry sails again", "Ferry captain retires"]));
    expect(here().search).toBe("?q=ferry&sort=newest");
  });

  test("that came near the screen are there when one comes back", async () => {
    const { user, back } = openReader("/search?q=story", articles(20));
    await waitFor(() => expect(results()).toHaveLength(20));
    showOnly(() => false);
    await user.click(screen.getByRole("link", { name: /number 3$/u }));
    expect(await screen.findByRole("heading", { level: 1, name: /number 3$/u })).toBeVisible();
    back();
    await waitFor(() => expect(results()).toHaveLength(20));
  });

  test("are added below, and focus goes to the first of them; the address has all of them", async () => {
    const { user, here } = openReader("/search?q=story", articles(45));
    await waitFor(() => expect(results()).toHaveLength(20));
    await user.click(screen.getByRole("button", { name: "More results" }));
    await waitFor(() => expect(results()).toHaveLength(40));
    await expectFocus(() => screen.getAllByRole("article")[20]?.querySelector("a"));
    expect(here().search).toBe("?q=story&more=2");
  });

  test("of several screens are opened from an address", async () => {
    openReader("/search?q=story&more=2", articles(25));
    await waitFor(() => expect(screen.queryAllByRole("article")).toHaveLength(25));
  });

  test("come back with Back, with the query and the focus", async () => {
    const { user, back } = openReader("/search?q=ferry", copy);
    await user.click(await screen.findByRole("link", { name: "Ferry sails again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Ferry sails again" })).toBeVisible();
    back();
    await waitFor(() => expect(results()).toHaveLength(2));
    expect(await field()).toHaveValue("ferry");
    await expectFocus(() => screen.getByRole("link", { name: "Ferry sails again" }));
  });
});

describe("what could not be looked at", () => {
  const damaged = (part: RegExp) => {
    const site = printedSite(copy);
    const path = [...site.keys()].find((file) => part.test(file)) ?? "";
    const whole = site.get(path) ?? "";
    site.set(path, new Uint8Array([255, 255]));
    return { site, mend: () => site.set(path, whole) };
  };

  test("is said in words beside what was found, and can be tried again", async () => {
    const { site, mend } = damaged(/-words-0/u);
    const { user } = openReader("/search?q=ferry", site);
    expect(await screen.findByText("The word “ferry” could not be looked for.")).toBeVisible();
    expect(screen.queryByText(/No article has/u)).toBeNull();
    mend();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(results()).toHaveLength(2));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("when it is the whole index: did not arrive whole, while the field and its text stay", async () => {
    const { site, mend } = damaged(/search\/root\.json/u);
    const { user } = openReader("/search?q=ferry", site);
    expect(await screen.findByText(/did not arrive whole/u)).toBeVisible();
    expect(await field()).toHaveValue("ferry");
    mend();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(results()).toHaveLength(2));
  });

  test("because nothing came, is not blamed on a connection that is there", async () => {
    const site = printedSite(copy);
    site.delete("search/root.json");
    openReader("/search?q=ferry", site);
    expect(await screen.findByText(/search index did not come/u)).toBeVisible();
    expect(screen.queryByText(/offline/u)).toBeNull();
  });

  test("a query that was pasted by mistake, with anything in it, is searched as words", async () => {
    const monsters = [
      "\u202E\u0000\u0007ferry",
      '"""ferry',
      "(a+)+$ ferry section:",
      `ferry ${"x".repeat(10_000)}`,
      "?!…—",
    ];
    for (const monster of monsters) {
      const { unmount } = openReader(`/search?q=${encodeURIComponent(monster)}`, copy);
      await waitFor(() => expect(screen.getAllByRole("heading", { level: 1 }).length).toBeGreaterThan(0));
      await waitFor(() => expect(screen.queryByText("Loading …")).toBeNull());
      expect(screen.queryByText(/Something went wrong/u)).toBeNull();
      unmount();
      document.body.replaceChildren();
    }
  });
});

describe("searches that are kept", () => {
  const again = (more: readonly ReturnType<typeof article>[] = []) => {
    cleanup();
    return openReader("/search", [...copy, ...more]);
  };
  const forgetAll = () => {
    localStorage.clear();
    window.dispatchEvent(new StorageEvent("storage"));
  };
  const list = () => screen.findByRole("region", { name: "Kept searches" });

  test("stand on the search page with their address and how many articles are new, until they are looked at", async () => {
    forgetAll();
    const { user } = openReader("/search?q=ferry", copy);
    await user.click(await screen.findByRole("button", { name: "Keep this search" }));
    expect(await screen.findByRole("button", { name: "Keep this search", pressed: true })).toBeVisible();
    again();
    const link = within(await list()).getByRole("link", { name: "ferry" });
    expect(link).toHaveAttribute("href", "/search?q=ferry&sort=newest");
    expect(screen.queryByText(/ new$/u)).toBeNull();
    const later = article({ headline: "Ferry breaks down", published: "2025-03-01" as Instant });
    const older = article({ headline: "Ferry of old", published: "2020-03-01" as Instant });
    again([later, older]);
    expect(await within(await list()).findByText("2 new")).toBeVisible();
    await user.click(within(await list()).getByRole("link", { name: "ferry" }));
    await waitFor(() => expect(results()).toHaveLength(4));
    await waitFor(() => expect(localStorage.getItem("dateline-searches /")).toContain("ferry-breaks-down"));
    again([later, older]);
    await list();
    await new Promise((waited) => setTimeout(waited, 100));
    expect(screen.queryByText(/ new$/u)).toBeNull();
    await user.click(within(await list()).getByRole("button", { name: "Remove ferry" }));
    expect(screen.queryByRole("region", { name: "Kept searches" })).toBeNull();
  });

  test("last as long as the page where the browser stores nothing, which is said", async () => {
    forgetAll();
    const setItem = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("denied", "QuotaExceededError");
    });
    const { user } = openReader("/search?q=ferry", copy);
    await user.click(await screen.findByRole("button", { name: "Keep this search" }));
    expect(await screen.findByText(/This browser stores nothing/u)).toBeVisible();
    again();
    expect(within(await list()).getByRole("link", { name: "ferry" })).toBeVisible();
    setItem.mockRestore();
    forgetAll();
  });

  test("are none where the store holds something else", async () => {
    localStorage.setItem("dateline-searches /", '{"not": "a list"}');
    window.dispatchEvent(new StorageEvent("storage"));
    openReader("/search", copy);
    expect(await screen.findByText("Type a name, a place or a few words.")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Kept searches" })).toBeNull();
    forgetAll();
  });
});

test("searches that the newsroom names are offered with their feeds", async () => {
  const searches = [{ name: "Ferries", slug: slugOf("Ferries")!, query: "ferry section:town" }];
  const site = printedSite(copy, { ...courier, url: "https://courier.example/", searches });
  const { user } = openReader("/search", site);
  const offered = await screen.findByRole("region", { name: "Searches of the newsroom" });
  expect(within(offered).getByRole("link", { name: "Ferries as RSS" })).toHaveAttribute(
    "href",
    "/searches/ferries/rss.xml",
  );
  await user.click(within(offered).getByRole("link", { name: "Ferries" }));
  await waitFor(() => expect(results()).toEqual(["Ferry captain retires"]));
  expect(screen.getByRole("link", { name: "Ferries as JSON Feed" })).toHaveAttribute(
    "href",
    "/searches/ferries/feed.json",
  );
  const inHead = () =>
    [...document.head.querySelectorAll<HTMLLinkElement>("link[rel=alternate]")].map(({ title, type, attributes }) => [
      title,
      type,
      attributes.getNamedItem("href")?.value,
    ]);
  expect(inHead()).toEqual([
    ["Ferries as RSS", "application/rss+xml", "/searches/ferries/rss.xml"],
    ["Ferries as JSON Feed", "application/feed+json", "/searches/ferries/feed.json"],
  ]);
  await user.type(await field(), " 2");
  await waitFor(() => expect(inHead()).toEqual([]));
});

test("without a connection it is said what the search covers", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const stored = [`${window.location.origin}/articles/ferry-sails-again.json`, `${window.location.origin}/other`];
  vi.stubGlobal("caches", {
    keys: async () => ["pages"],
    open: async () => ({ keys: async () => stored.map((url) => ({ url })) }),
  });
  const site = printedSite(copy);
  site.delete("search/root.json");
  openReader("/search?q=ferry", site);
  expect(await screen.findByText("You are offline. What is stored on this device is searched.")).toBeVisible();
  expect(await screen.findByText("1 article is stored here and can be opened.")).toBeVisible();
  expect(await screen.findByText("You are offline, and the search is not stored on this device.")).toBeVisible();
  onLine.mockRestore();
  vi.unstubAllGlobals();
});

test("a newsroom that writes in Urdu is searched in Urdu", async () => {
  const urdu = { ...courier, language: "ur" as Language, sections: [named("خبریں")] };
  const story = article({
    headline: "بندرگاہ کھل گئی",
    section: named("خبریں"),
    language: "ur" as Language,
    direction: "rtl",
  });
  openReader(`/search?q=${encodeURIComponent("section:خبریں بندرگاه")}`, printedSite([story], urdu));
  await waitFor(() => expect(results()).toEqual(["بندرگاہ کھل گئی"]));
  expect(await screen.findByRole("button", { name: "شعبہ: خبریں ہٹائیں" })).toBeVisible();
  expect(screen.getByText("1 نتیجہ", { selector: "p" }).closest("[dir]")).toHaveAttribute("dir", "rtl");
  expect(screen.getByRole("button", { name: "یہ تلاش محفوظ رکھیں" })).toBeVisible();
});

test("a search that finds nothing repeats the query", async () => {
  openReader("/search?q=zeppelin", copy);
  expect(await screen.findByText(/No article has “zeppelin”/u)).toBeVisible();
});

test("an empty search says what to do", async () => {
  openReader("/search", copy);
  expect(await screen.findByText("Type a name, a place or a few words.")).toBeVisible();
});

test("a search is started from the front page", async () => {
  const { user } = openReader("/", copy);
  await user.type(await screen.findByRole("searchbox", { name: "Search for" }), "ferry{Enter}");
  await waitFor(() => expect(results()).toHaveLength(2));
});
