import { useNavigate } from "react-router";
import { addresses } from "#edition/paths.ts";
import type { Edition } from "../edition-source.ts";
import { usePageNavigation } from "../page-navigation.ts";
import type { Command } from "./shortcuts.ts";
import { slugAt } from "./use-reading-record.ts";

type Means = { readonly save: (slug: string) => unknown; readonly help: () => void };

/** Does what a key asks for. */
export function useCommands(edition: Edition, { save, help }: Means): (command: Command) => void {
  const navigate = useNavigate();
  const { visit } = usePageNavigation();
  const root = edition.opened ? "/opened/" : "/";
  return (command) => {
    switch (command) {
      case "next":
        return goToHeadline(1);
      case "previous":
        return goToHeadline(-1);
      case "open":
        return headlineInFocus()?.click();
      case "save":
        return void save(slugAt(new URL(headlineInFocus()?.href ?? window.location.href).pathname) ?? "");
      case "search":
        if (!goToField()) void visit(edition.base + root.slice(1) + addresses.search).then(() => goToFieldSoon(30));
        return;
      case "help":
        return help();
      case "front":
        return void navigate(root);
      case "saved":
        return void navigate(`/${addresses.saved}`);
      case "settings":
        return void navigate(root + addresses.settings);
      case "back":
        return void navigate(-1);
    }
  };
}

function headlines(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("main .headline a[href]")];
}

function headlineInFocus(): HTMLAnchorElement | undefined {
  return headlines().find((link) => link === document.activeElement);
}

/** From the headline in focus, or from what is in sight. */
function goToHeadline(by: 1 | -1): void {
  const links = headlines();
  const at = links.findIndex((link) => link === document.activeElement);
  const inSight = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const next = at >= 0 ? at + by : by === 1 ? inSight : inSight - 1;
  const link = links[next];
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

function goToField(): boolean {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  field?.focus();
  return field !== null;
}

/** The page of the search is drawn, and its heading focused, some frames later. */
function goToFieldSoon(frames: number): void {
  requestAnimationFrame(() => {
    if (frames > 0 && !(goToField() && frames < 25)) goToFieldSoon(frames - 1);
  });
}
