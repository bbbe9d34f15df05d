import type { Check } from "./check.ts";

/** What is related, and lists of stories. */
export const lists: readonly Check[] = [
  {
    criteria: "REL-01 REL-02 REL-03",
    about: "what is related is a named region after the text, a list, with headings one below its own",
    on: "[data-related]",
    faults: (page) =>
      page.evaluate(() => {
        const region = document.querySelector("[data-related]");
        const body = document.querySelector("[data-article-body]");
        const isAfter = body && region && body.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING;
        const name = document.getElementById(region?.getAttribute("aria-labelledby") ?? "");
        const entries = [...(region?.querySelectorAll("ul > li") ?? [])];
        const isEven = entries.every((entry) => entry.querySelectorAll("h3").length === 1);
        return isAfter && name?.tagName === "H2" && entries.length > 0 && isEven ? [] : ["not a list after the text"];
      }),
  },
  {
    criteria: "REL-04 REL-05 REL-09",
    about: "related stories are others, each once, and say why and when",
    on: "[data-related]",
    faults: (page) =>
      page.evaluate(() => {
        const cards = [...document.querySelectorAll("[data-related] [data-card], .also-read")];
        const addresses = cards.map((card) => card.querySelector<HTMLAnchorElement>(".headline a")?.pathname ?? "");
        return [
          ...(addresses.includes(location.pathname) ? ["the story itself"] : []),
          ...(new Set(addresses).size === addresses.length ? [] : ["one story twice"]),
          ...cards
            .filter(
              (card) =>
                !card.querySelector(".kicker")?.textContent ||
                (!card.matches(".also-read") && !card.querySelector("time")),
            )
            .map((card) => `“${card.textContent}” says not why or when`),
        ];
      }),
  },
  {
    criteria: "REL-07",
    about: "a related story within the text can be skipped",
    on: ".also-read",
    faults: (page) =>
      page.evaluate(() => {
        const skip = document.querySelector(".also-read a");
        const aim = document.getElementById(skip?.getAttribute("href")?.slice(1) ?? "");
        return aim && document.querySelector(".also-read")?.compareDocumentPosition(aim) === 4
          ? []
          : ["it cannot be skipped"];
      }),
  },
  {
    criteria: "REL-10",
    about: "a story stands on the front page once",
    on: ".front-lead",
    faults: (page) =>
      page.evaluate(() => {
        const addresses = [...document.querySelectorAll<HTMLAnchorElement>("main [data-card] .headline a")].map(
          ({ href }) => href,
        );
        return addresses.filter((address, at) => addresses.indexOf(address) !== at);
      }),
  },
  {
    criteria: "SRCH-01 SRCH-15",
    about: "a search is a search region with a labelled field of its type and a button",
    on: "input[type=search]",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>("form input[type=search]")]
          .filter((field) => {
            const isLabelled = (field.labels?.length ?? 0) > 0 || field.hasAttribute("aria-label");
            const isLarge = Number.parseFloat(getComputedStyle(field).fontSize) >= 16;
            const button = field.form?.querySelector("[type=submit]");
            return !(
              isLabelled &&
              isLarge &&
              button &&
              field.enterKeyHint === "search" &&
              field.closest("search, [role=search]")
            );
          })
          .map(({ id }) => `the field ${id}`),
      ),
  },
];
